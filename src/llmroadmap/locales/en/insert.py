"""Texts of `insert`."""

TEXTS = {
    "help": "add a step of your own to the plan",
    "option.title": "what there is to do",
    "option.after": "behind this item",
    "option.in": "at the end of this stage or course",
    "option.minutes": "how long it will take: 45m, 1h",
    "option.link": "where it can be studied",
    "option.needs": "what has to be done before it is offered",
    "option.group": "make it a group that own steps can be put in",
}

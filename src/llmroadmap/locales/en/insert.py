"""Texts of `insert`."""

TEXTS = {
    "help": "add a step of your own to the plan",
    "option.title": "what to do",
    "option.after": "after this item",
    "option.in": "at the end of this stage or course",
    "option.minutes": "how long it will take: 45m, 1h",
    "option.link": "link to the material",
    "option.needs": "what has to be done first",
    "option.group": "make it a group for more steps of your own",
}

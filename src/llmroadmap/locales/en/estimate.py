"""Texts of `estimate`."""

TEXTS = {
    "help": "say how long steps take you",
    "option.words": "an item and a time such as 40m; of a group, the time of each step in it",
    "option.kind": "all steps of this kind",
    "option.remove": "take the plan's own estimate again",
}

"""Texts of `estimate`."""

TEXTS = {
    "help": "set how long steps take you",
    "option.words": "an item and a time such as 40m; for a group, the time of each step in it",
    "option.kind": "all steps of this kind",
    "option.remove": "go back to the plan's own estimate",
}

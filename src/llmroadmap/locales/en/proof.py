"""Texts of `proof`."""

TEXTS = {
    "help": "keep the address of what came of it",
    "added": "Proof kept: ",
    "there": "That address is there already.",
    "option.url": "address of what came of it: http:// or https://",
}

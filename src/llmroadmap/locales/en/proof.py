"""Texts of `proof`."""

TEXTS = {
    "added": "Proof kept: ",
    "there": "That address is there already.",
    "option.url": "address of what came of it: http:// or https://",
}

"""Texts of `proof`."""

TEXTS = {
    "help": "attach a link to your result (repo, post, notebook)",
    "added": "Proof kept: ",
    "there": "That address is there already.",
    "option.url": "address of what came of it: http:// or https://",
}

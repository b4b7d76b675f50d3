"""Texts of `proof`."""

TEXTS = {
    "help": "attach a link to your result (repo, post, notebook)",
    "added": "Link saved: ",
    "there": "That link is saved already.",
    "option.url": "address of your result; https:// may be left out",
}

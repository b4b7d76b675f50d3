"""Texts of `tag`."""

TEXTS = {
    "help": "label items with words of your own",
    "option.item": "an item; without one, list everything tagged",
    "option.words": "words of your own",
    "option.remove": "remove these tags; without words, all of them",
}

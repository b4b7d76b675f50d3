"""Texts of `tag`."""

TEXTS = {
    "help": "label items with words of your own",
    "option.item": "an item; none: show what is tagged",
    "option.words": "words of your own",
    "option.remove": "take these words away; without words, all of them",
}

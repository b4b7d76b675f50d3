"""Texts of `due`."""

TEXTS = {
    "help": "set your own date for an item",
    "option.words": "an item and a day such as 2027-03-31; without any: list all dates",
    "option.remove": "remove the date",
}

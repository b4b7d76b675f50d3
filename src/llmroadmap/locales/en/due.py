"""Texts of `due`."""

TEXTS = {
    "help": "set a date of your own for an item",
    "option.words": "an item and a day such as 2027-03-31; none: show all dates",
    "option.remove": "take the date away",
}

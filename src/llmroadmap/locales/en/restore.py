"""Texts of `restore`."""

TEXTS = {
    "help": "restore a backup",
    "option.which": "name of a copy, as backup lists it; without it the newest good one",
    "restored": "Restored: {name}, of {day}",
    "rescued": (
        "{n} more event was still readable in the damaged file and is kept",
        "{n} more events were still readable in the damaged file and are kept",
    ),
    "left_out": (
        "{n} event of what was replaced is not in it",
        "{n} events of what was replaced are not in it",
    ),
    "newest": "newest event: {at}",
    "way_back": "Back to what was replaced: ",
    "kept_damaged": "What was there is kept: ",
}

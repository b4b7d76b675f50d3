"""Texts of `restore`."""

TEXTS = {
    "help": "restore a backup",
    "option.which": "name of a backup, from backup list; default: the newest usable one",
    "restored": "Restored: {name}, of {day}",
    "rescued": (
        "{n} more entry could be read from the damaged file and is kept",
        "{n} more entries could be read from the damaged file and are kept",
    ),
    "left_out": (
        "{n} entry of what was replaced is not in it",
        "{n} entries of what was replaced are not in it",
    ),
    "newest": "newest entry: {at}",
    "way_back": "Undo the restore: ",
    "kept_damaged": "The previous file is kept: ",
}

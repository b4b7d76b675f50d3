"""Texts of `reopen`."""

TEXTS = {
    "help": "重新打开步骤",
}

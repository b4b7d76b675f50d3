"""Texts of `edit`."""

TEXTS = {
    "help": "change one in your editor",
    "message.no-editor": "There is no editor to open.",
    "message.editor-failed": "The editor “{command}” did not work: {reason}.",
    "hint.no-editor": "Set $VISUAL or $EDITOR; a note can also be given behind the id.",
    "hint.editor-failed": "Nothing was written. $VISUAL and $EDITOR choose the editor.",
}

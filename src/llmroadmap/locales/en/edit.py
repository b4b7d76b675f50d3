"""Texts of `edit`."""

TEXTS = {
    "help": "edit a plan",
    "message.no-editor": "There is no editor to open.",
    "message.editor-failed": "The editor “{command}” did not work: {reason}.",
    "hint.no-editor": "Set $VISUAL or $EDITOR.",
    "hint.editor-failed": "Nothing was written. $VISUAL and $EDITOR choose the editor.",
    "message.editor-failed-at-once": "The editor “{command}” came back at once, and nothing had been written.",
    "hint.editor-failed-at-once": "One with a window of its own needs the option that waits: code --wait, gedit --wait, subl -w",
    "message.editor-failed-encoding": "What the editor “{command}” saved is not UTF-8. Nothing was written.",
    "hint.editor-failed-encoding": "Save it as UTF-8, then: llmroadmap note ITEM - < FILE",
    "option.mine": "the file of your own changes to the plan",
}

"""Texts of `edit`."""

TEXTS = {
    "help": "edit a plan",
    "message.no-editor": "No editor found.",
    "message.editor-failed": "The editor “{command}” did not work: {reason}.",
    "hint.no-editor": "Set $VISUAL or $EDITOR.",
    "hint.editor-failed": "Nothing was written. $VISUAL and $EDITOR choose the editor.",
    "message.editor-failed-at-once": "The editor “{command}” returned at once, before anything was written.",
    "hint.editor-failed-at-once": "An editor with its own window needs the option to wait: code --wait, gedit --wait, subl -w",
    "message.editor-failed-encoding": "What the editor “{command}” saved is not UTF-8. Nothing was written.",
    "hint.editor-failed-encoding": "Save it as UTF-8, then: llmroadmap note ITEM - < FILE",
    "option.mine": "edit your own changes to the plan",
}

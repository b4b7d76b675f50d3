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
    "own_changes": ("{n} change", "{n} changes"),
    "template": (
        "# add:                          # steps of your own\n"
        "#   - id: matrix                # is shown as +matrix\n"
        "#     title: Brush up matrix calculus\n"
        "#     after: hf.1.2             # or before:, or in: a stage or course\n"
        "#     minutes: 45\n"
        "#     links:\n#       - url: https://example.org\n"
        "# change:                       # by the id of a step, course or stage\n"
        "#   hf.3.2:\n"
        "#     minutes: 40\n"
        "#     optional: true            # does not count any more\n"
        "#     due: 2027-03-31\n"
        "#     tags: [exam]\n"
        "#     note: Slowly this time.   # is shown with the step\n"
        "#     links:                  # in place of the plan's\n#       - url: https://example.org/other\n"
        "#     needs: [hf.1]\n"
        "# mute: [bili]                  # left out\n"
        "# kinds:                      # minutes of each video\n#   video: 60\n"
    ),
}

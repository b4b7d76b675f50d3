"""Texts of `completion`."""

TEXTS = {
    "help": "set up Tab completion",
    "written": "Written: {path}",
    "line_added": "One line added to {path}",
    "already": "Installed already: {path}",
    "add_line": "Add this line to {path}, so that the script is read:",
    "new_terminal": "Open a new {shell}, then Tab completes commands, options and ids with their titles.",
    "removed": "Removed: {path}",
    "line_removed": "Its line was taken out of {path}",
    "not_installed": "Nothing of ours is installed for {shell}.",
    "option.what": "install it, uninstall it, or print the script of a shell",
    "option.shell": "for this shell (default: the one you use)",
    "option.yes": "add the line to the shell's start-up file without asking",
    "message.foreign-file": "{path} exists already, and llmroadmap did not write it.",
    "hint.foreign-file": "Move it away, or print the script: llmroadmap completion bash | zsh | fish",
}

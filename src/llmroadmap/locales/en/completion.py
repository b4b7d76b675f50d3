"""Texts of `completion`."""

TEXTS = {
    "help": "set up Tab completion",
    "written": "Written: {path}",
    "line_added": "One line added to {path}",
    "already": "Already installed: {path}",
    "add_line": "Add this line to {path} to load the script:",
    "new_terminal": "Open a new {shell}, then Tab completes commands, options and ids with their titles.",
    "removed": "Removed: {path}",
    "line_removed": "Removed its line from {path}",
    "not_installed": "Completion is not installed for {shell}.",
    "option.what": "install it, uninstall it, or print the script of a shell",
    "option.shell": "for this shell (default: the one you use)",
    "option.yes": "add the line to the shell's start-up file without asking",
    "message.foreign-file": "{path} exists already, and llmroadmap did not write it.",
    "hint.foreign-file": "Move it away, or print the script: llmroadmap completion bash | zsh | fish",
}

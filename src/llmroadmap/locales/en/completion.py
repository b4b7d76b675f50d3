"""Texts of `completion`."""

TEXTS = {
    "help": "set up Tab completion",
    "written": "Written: {path}",
    "line_added": "One line added to {path}",
    "already": "Already there: {path}",
    "add_line": "Add this line to {path}, so that it is read:",
    "new_terminal": "From the next {shell} on, Tab offers commands, options and ids with titles.",
    "removed": "Removed: {path}",
    "line_removed": "Its line was taken out of {path}",
    "not_installed": "Nothing of ours is installed for {shell}.",
    "option.what": "install it, uninstall it, or print the script of a shell",
    "option.shell": "for this shell instead of the one you use",
    "option.yes": "add the line to the shell's start-up file without asking",
    "message.foreign-file": "{path} is there already, and not of llmroadmap’s making.",
    "hint.foreign-file": "Move it away, or print the script: llmroadmap completion bash | zsh | fish",
}

"""Texts of `check`."""

TEXTS = {
    "help": "find mistakes in a roadmap file",
    "good": "{path}: no problems.",
    "errors": ("{n} error", "{n} errors"),
    "warnings": ("{n} warning", "{n} warnings"),
    "severities.error": "error",
    "severities.warning": "warning",
    "option.file": "a roadmap file; without one, the roadmap in use",
}

"""Texts of `check`."""

TEXTS = {
    "help": "find mistakes in a roadmap file",
    "good": "{path}: no problems.",
    "errors": ("{n} error", "{n} errors"),
    "warnings": ("{n} warning", "{n} warnings"),
    "severities.error": "error",
    "severities.warning": "warning",
    "option.links": "also ask the web whether the pages of all links are still there",
    "option.file": "a roadmap file; without one, the roadmap in use",
}

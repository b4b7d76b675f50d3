"""Texts of `status`."""

TEXTS = {
    "help": "your progress",
    "whole": "Total",
    "courses": ("{n} course", "{n} courses"),
    "unfold": "Unfold: {command}",
    "skipped_steps": ("{n} step skipped", "{n} steps skipped"),
    "proof_count": ("{n} proof", "{n} proofs"),
    "note_count": ("{n} note", "{n} notes"),
    "streak_short": ("{n} week", "{n} weeks"),
    "option.all": "unfold everything",
    "option.line": "one short line, for a shell prompt or a status bar",
    "option.format": "in this form; placeholders: {choices}",
    "option.waybar": "as JSON for Waybar",
    "option.stage": "show one stage or course only",
}

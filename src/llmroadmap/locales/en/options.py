"""Options and arguments of several commands."""

TEXTS = {
    "quiet": "print nothing unless it fails",
    "id": "id of a roadmap",
    "item": "its id, a part of it, or words of the title",
    "items": "ids, parts of them, or words of titles",
    "habits": "ids of habits",
    "on": "date of the entry: yesterday, friday, 2026-11-24, -3d",
    "yes": "do not ask",
    "lang": "language: {languages}",
    "json": "print JSON, errors too",
    "roadmap": "this roadmap: a file, or the id of one",
    "help": "show this help",
    "version": "show the version",
}

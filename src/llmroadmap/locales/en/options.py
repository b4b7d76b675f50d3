"""Options and arguments of several commands."""

TEXTS = {
    "quiet": "print nothing on success",
    "id": "id of a roadmap",
    "item": "its id, part of it, or words of its title",
    "items": "ids, parts of ids, or words of titles",
    "habits": "ids of habits",
    "on": "date of the entry: yesterday, friday, 2026-11-24, -3d",
    "yes": "do not ask",
    "lang": "language: {languages}",
    "json": "print JSON, errors too",
    "roadmap": "this roadmap: a file, or the id of one",
    "help": "show this help",
    "version": "show the version",
}

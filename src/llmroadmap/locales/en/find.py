"""Texts of `find`."""

TEXTS = {
    "help": "search titles, ids, topics and notes",
    "fields.title": "title",
    "fields.id": "id",
    "fields.topic": "topic",
    "fields.about": "description",
    "fields.note": "note",
    "found_in": "({fields})",
    "more_found": (
        "{n} more; -n shows it, or add words to narrow it down",
        "{n} more; -n shows them, or add words to narrow them down",
    ),
    "nothing_found": "No match for “{words}”.",
    "hint": "Ids, titles, topics, descriptions and your notes were searched. Try fewer words.",
    "option.words": "words to look for, in any language and order",
    "option.n": "how many to show",
}

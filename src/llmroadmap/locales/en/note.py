"""Texts of `note`."""

TEXTS = {
    "help": "add a note to a step",
    "noted": "Noted: ",
    "notes_on_it": ("{n} note on it", "{n} notes on it"),
    "nothing_noted": "Nothing was written: the note is empty.",
    "template.cut": "this line and everything below it is left out.",
    "template.about": "A note on {item} {title}",
    "template.how": "Write above, in Markdown; save and close. An empty note is not saved.",
    "option.item": "the step; left out, the one in progress or the last one you touched",
    "option.text": "the note; - reads it from standard input; without it your editor opens",
    "message.note-too-long": "A note can have {limit} characters; this one has {length}.",
    "hint.note-too-long": "Keep it in a file or on a page, and add its address: llmroadmap proof ITEM URL",
}

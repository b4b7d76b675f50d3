"""Texts of `remind`."""

TEXTS = {
    "help": "one line if a study time has begun and nothing was done",
    "line": "{at} Time to study: {id}  {title} · {time}",
}

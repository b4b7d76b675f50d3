"""Texts of `remind`."""

TEXTS = {
    "help": "one line if it is study time and nothing is done today",
    "no_slots": "No study times are set: ",
    "line": "{at} Time to study: {id}  {title} · {time}",
}

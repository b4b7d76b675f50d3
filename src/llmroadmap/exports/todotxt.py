"""todo.txt: a step on a line (https://github.com/todotxt/todo.txt)."""

import re

from llmroadmap.exports import Material
from llmroadmap.exports.entries import Entry, steps

# A word that todo.txt would take for a project or a context, and a line for done or for a priority.
_TAG = re.compile(r"(?<!\S)([+@])(?=\S)")
_OPENING = re.compile(r"^(x |\([A-Z]\) |\d{4}-\d{2}-\d{2} )")
_KEY = re.compile(r"(?<!\S)([^\s:]+):(?=[^\s:/])")


def write(material: Material) -> str:
    """Return the list."""
    return "".join(f"{_line(entry, material)}\n" for entry in steps(material))


def _line(entry: Entry, material: Material) -> str:
    path = [material.roadmap.id_of(node) for node in material.roadmap.path(entry.node)[:-1]]
    words = []
    if entry.state in ("done", "skipped"):
        words.append("x")
        words += [entry.finished] if entry.finished else []
    words.append(_title(entry.title))
    words.append(f"+{material.roadmap.id}")
    words += [f"@{part}" for part in path[:2]]
    words.append(f"id:{entry.id}")
    if entry.minutes:
        words.append(f"est:{entry.minutes}m")
    if entry.state in ("started", "skipped"):
        words.append(f"state:{entry.state}")
    if entry.url:
        words.append(f"url:{entry.url}")
    return " ".join(words)


def _title(title: str) -> str:
    """Return a title none of whose words means anything to todo.txt."""
    text = _KEY.sub(r"\1: ", _TAG.sub(r"\1 ", title))
    return f"- {text}" if _OPENING.match(text) else text

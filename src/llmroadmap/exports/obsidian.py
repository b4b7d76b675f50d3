"""Markdown for Obsidian with its Tasks plugin: states, days and ids as the plugin writes them.

https://publish.obsidian.md/tasks/Reference/Task+Formats/Tasks+Emoji+Format
"""

import re
from collections.abc import Iterator

from llmroadmap.core.days import iso
from llmroadmap.exports import Material
from llmroadmap.exports.entries import Entry, entries, in_lines, on_a_line
from llmroadmap.exports.markdown_list import escaped, linked

_BOXES = {"open": " ", "started": "/", "done": "x", "skipped": "-"}
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_-]")


def write(material: Material) -> str:
    """Return the note."""
    # A property of the note: it says whose ids these are.
    lines = ["---", f"llmroadmap: {material.roadmap.id}", "---", ""]
    lines += [f"# {escaped(on_a_line(material.roadmap.title(material.lang)))}", ""]
    for entry in entries(material):
        lines += _lines(entry, material)
    return "\n".join(lines).rstrip("\n") + "\n"


def task_id(item: str) -> str:
    """Return an id as the plugin takes it: letters, digits, - and _."""
    return _NOT_IN_ID.sub("-", item)


def _lines(entry: Entry, material: Material) -> Iterator[str]:
    title = linked(escaped(entry.title), entry.url)
    if not entry.depth and not entry.is_step:
        yield from ("", f"## {escaped(entry.title)}", "")
        return
    indent = "\t" * max(entry.depth - 1, 0)
    if not entry.is_step:
        yield f"{indent}- {title}"
        return
    words = [f"- [{_BOXES[entry.state]}] {title}"]
    if entry.is_optional:
        words.append("#optional")
    words.append(f"🆔 {task_id(entry.id)}")
    if entry.started:
        words.append(f"🛫 {entry.started}")
    if entry.finished:
        words.append(f"✅ {entry.finished}")
    yield indent + " ".join(words)
    if material.choices.notes:
        for note in entry.notes:
            first, *rest = in_lines(note.text)
            yield f"{indent}\t> {iso(note.day)} {first}"
            yield from (f"{indent}\t> {line}".rstrip() for line in rest)
        yield from (f"{indent}\t> <{proof}>" for proof in entry.proofs)

"""A task list that a friend can read: titles in one language, boxes, the main links, nothing else.

`--roundtrip` writes the list that `add` reads back to the same roadmap instead (formats/markdown).
"""

import re
from collections.abc import Iterator

from llmroadmap.core.days import iso
from llmroadmap.exports import Material
from llmroadmap.exports.entries import Entry, entries, in_lines, on_a_line

# Only what would be taken for Markdown where it stands: the list is also read as it is.
_SPECIAL = re.compile(
    r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w+;)|\$(?=[^$]+\$)|!(?=\[)"
)
_NOT_IN_ADDRESS = re.compile(r"[()<>\\]")


def write(material: Material) -> str:
    """Return the list."""
    if material.choices.roundtrip:
        return _roundtrip(material)
    lines = [*_head(material)]
    for entry in entries(material):
        lines += _lines(entry, material)
    return "\n".join(lines).strip("\n") + "\n"


def _roundtrip(material: Material) -> str:
    from llmroadmap.formats.markdown.writing import write_markdown

    roadmap = material.roadmap
    ids = roadmap.ids.all()
    states = {
        ids[node]: material.progress.state(node)
        for node in range(len(roadmap))
        if roadmap.is_step(node)
    }
    return write_markdown(material.tree(), states, material.lang)


def _head(material: Material) -> Iterator[str]:
    if not material.is_whole:
        return
    roadmap = material.roadmap
    yield f"# {escaped(on_a_line(roadmap.title(material.lang)))}"
    about = roadmap.head.get("about")
    if about:
        from llmroadmap.core.model.text import choose

        yield ""
        yield escaped(on_a_line(choose(about, material.lang)))


def _lines(entry: Entry, material: Material) -> Iterator[str]:
    if not entry.depth and not entry.is_step and not entry.is_habit:
        yield ""
        yield f"{'##' if material.is_whole else '#'} {escaped(entry.title)}"
        yield ""
        return
    indent = "  " * max(entry.depth - 1, 0)
    yield f"{indent}- {_box(entry)}{_title(entry, material)}"
    if material.choices.notes:
        yield from _own_words(entry, material, f"{indent}  > ")


def _box(entry: Entry) -> str:
    if not entry.is_step:
        return ""
    return "[x] " if entry.state == "done" else "[ ] "


def _title(entry: Entry, material: Material) -> str:
    title = linked(escaped(entry.title), entry.url)
    if not entry.is_step and not entry.is_habit:
        title = f"**{title}**"
    if entry.state == "skipped" and entry.is_step:
        title = f"~~{title}~~"
    if entry.is_habit:
        word = material.t.of("common.repeats", entry.repeat)
    else:
        word = material.t("export.optional") if entry.is_optional and entry.is_step else ""
    return title + (material.t("export.in_brackets", word=word) if word else "")


def _own_words(entry: Entry, material: Material, before: str) -> Iterator[str]:
    for note in entry.notes:
        first, *rest = in_lines(note.text)
        yield f"{before}{iso(note.day)}{material.t('common.colon')}{first}"
        yield from (f"{before}{line}".rstrip() for line in rest)
    for proof in entry.proofs:
        yield f"{before}{material.t('export.result')}{material.t('common.colon')}<{proof}>"


def escaped(text: str) -> str:
    """Return a text so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def linked(title: str, url: str) -> str:
    """Return a title, as a link where there is an address."""
    if not url:
        return title
    return f"[{title}](<{url}>)" if _NOT_IN_ADDRESS.search(url) else f"[{title}]({url})"

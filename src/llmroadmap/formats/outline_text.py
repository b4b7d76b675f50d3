"""An outline as Markdown: how formats that are no text of their own reach the reader of Markdown.

So there is one set of rules for times, ticks, ids and what is left out, whatever a plan is saved in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from llmroadmap.formats.plain_text import plain_text

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_OPENING = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]\s))")
_BOXES = {"done": "[x] ", "open": "[ ] ", "started": "[/] ", "skipped": "[-] ", "": ""}


@dataclass(slots=True)
class Part:
    """A step, or with `children` a group. `state`: done, open, started, skipped, or "" without one.

    `day`: when it was done, YYYY-MM-DD or ""; `minutes`: 0 for unknown.
    """

    title: str
    url: str = ""
    state: str = ""
    minutes: int = 0
    day: str = ""
    about: str = ""
    tags: tuple[str, ...] = ()
    children: "list[Part]" = field(default_factory=list)


def markdown_of(title: str, parts: list[Part]) -> str:
    """Return an outline as Markdown; groups at its top are sections where nothing stands beside them."""
    lines = [f"# {escaped(title)}", ""] if title else []
    is_sectioned = all(part.children for part in parts)
    for part in parts:
        if is_sectioned:
            lines += [f"## {_head(part)}", "", *_paragraph(part.about, "")]
        for child in part.children if is_sectioned else [part]:
            lines += _item(child, "")
        lines.append("")
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Return a text on one line that Markdown shows as it is."""
    return _OPENING.sub(r"\\\1", _SPECIAL.sub(r"\\\1", plain_text(text)))


def linked(title: str, url: str) -> str:
    """Return a title as a link, where there is an address that can be one."""
    url = "".join(url.split())
    if not url.lower().startswith(("http://", "https://")):
        return escaped(title)
    return f"[{escaped(title)}](<{url.replace('<', '%3C').replace('>', '%3E')}>)"


def _item(part: Part, indent: str) -> Iterator[str]:
    yield f"{indent}- {_BOXES[part.state] if not part.children else ''}{_head(part)}"
    yield from _paragraph(part.about, f"{indent}  ")
    for child in part.children:
        yield from _item(child, f"{indent}  ")


def _head(part: Part) -> str:
    head = linked(part.title, part.url)
    head += f" ({part.minutes}min)" if part.minutes else ""
    head += f" ✅ {part.day}" if part.day and part.state == "done" else ""
    return head + "".join(f" #{tag}" for tag in part.tags)


def _paragraph(text: str, indent: str) -> list[str]:
    words = escaped(text)
    return ["", f"{indent}{words}", ""] if words else []

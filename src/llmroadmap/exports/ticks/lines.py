"""Checklists line by line: Markdown with boxes, as GitHub, Obsidian and Logseq have them; todo.txt."""

import re
from html import unescape

from llmroadmap.exports.ticks import Tick, lines_of
from llmroadmap.formats.marks import take_marks
from llmroadmap.formats.ticks import OPEN, SKIPPED, state_of_sign, take_box

_LIST = re.compile(r"^(?P<indent>[ \t>]*)(?:[-*+]|\d{1,4}[.)])[ \t]+(?P<text>\S.*)$")
_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*$")
_HAS_BOX = re.compile(r"^[ \t>]*(?:[-*+]|\d{1,4}[.)])[ \t]+\[[ xX/-]\][ \t]", re.MULTILINE)
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_OF = re.compile(r"^llmroadmap:\s*(\S+)\s*$")
_ID = re.compile(r"(?:🆔\ufe0f?\s*|\[id::\s*)([A-Za-z0-9_.+-]+)\]?")
_STARTED_ON = re.compile(r"🛫\ufe0f?\s*(\d{4}-\d\d-\d\d)")
_COMMENT = re.compile(r"<!--.{0,1000}?-->")
_LINK = re.compile(
    r"!?\[(?P<name>(?:\\.|[^\[\]\\]){0,500})\]\((?:<(?P<whole>[^<>]*)>|(?P<url>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+\"[^\"]*\")?\)"
)
_BARE = re.compile(r"<?(https?://[^\s<>]+)>?")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~$&-])")
_LOOK = re.compile(r"(\*\*|__|(?<!\w)[*_]|`)(?P<inner>\S(?:.{0,300}?\S)?)\1(?!\w)")
_STRUCK = re.compile(r"^~~(.+)~~$")


def ticks_of_checklist(text: str) -> list[Tick] | None:
    """Return the lines with boxes, None where there is no box at all.

    Where there are boxes, neither signs nor the words TODO and DONE say how far anything is.
    """
    found: list[Tick] = []
    headings: list[str] = []
    items: list[tuple[int, str]] = []  # the list items above, by their indent
    of = fence = ""
    has_boxes = _HAS_BOX.search(text) is not None
    for number, line in enumerate(lines_of(text), 1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            continue
        if fence:
            continue
        own = _OF.match(line) if number < 20 else None
        of = own[1] if own else of
        heading, item = _HEADING.match(line), _LIST.match(line)
        if heading:
            del headings[len(heading["marks"]) - 1 :], items[:]
            headings.append(_tick("", heading["text"]).title)
        state, rest = _state(item["text"] if item else line.strip(), has_boxes=has_boxes)
        if not item and (not state or heading):
            continue
        indent = len(item["indent"].expandtabs(4)) if item else 0
        while items and items[-1][0] >= indent:
            items.pop()
        tick = _tick(state, rest)
        above = (*headings, *(title for _, title in items))
        items.append((indent, tick.title))
        if state and tick.title:
            found.append(tick._replace(line=number, above=above, roadmap=of if tick.id else ""))
    return found or None


def _state(text: str, *, has_boxes: bool) -> tuple[str, str]:
    """Return the state that a line begins with, "" for none, and the rest of it."""
    if has_boxes and not text.startswith("["):
        return "", text
    state, sign, rest = take_box(text)
    return state or state_of_sign(sign), rest


def _tick(state: str, text: str) -> Tick:
    """Return the line without what is no part of its title."""
    own, started = _ID.search(text), _STARTED_ON.search(text)
    text = _COMMENT.sub("", text)
    links = [link["whole"] or link["url"] for link in _LINK.finditer(text)]
    title = _LINK.sub(lambda link: link["name"], text)
    links += _BARE.findall(title)
    struck = _STRUCK.match(title.strip())
    marks = take_marks(_BARE.sub("", _ID.sub("", struck[1] if struck else title)))
    title = marks.text
    if not struck and (inner := _STRUCK.match(title.strip())):
        struck, title = inner, inner[1]
    if struck and state == OPEN:
        state = SKIPPED
    title = _LOOK.sub(lambda look: look["inner"], title)
    day = marks.day or (started[1] if started and state == "started" else "")
    return Tick(
        state=marks.state if state and marks.state and state == OPEN else state,
        title=unescape(_ESCAPE.sub(r"\1", title)).strip(),
        id=own[1] if own else "",
        urls=tuple(link for link in links if link.startswith("http")),
        day=day,
    )


# -- todo.txt -----------------------------------------------------------------------------------------

_TODO = re.compile(
    r"^(?P<done>[xX] )?(?:\([A-Z]\) )?(?:(?P<day>\d{4}-\d\d-\d\d) )?(?:\d{4}-\d\d-\d\d )?(?P<rest>\S.*)$"
)
_WORD = re.compile(
    r"(?<!\S)(?:\+(?P<project>\S+)|@\S+|(?P<key>[^\s:/]+):(?P<value>[^\s/]\S*|/\S*))(?!\S)"
)


def is_todotxt(text: str, name: str) -> bool:
    """Tell whether a file is named as todo.txt and done.txt are, or its lines can be nothing else."""
    if name.endswith(("todo.txt", "done.txt")):
        return True
    lines = [line for line in lines_of(text) if line.strip()]
    return bool(lines) and all(
        re.search(r"(?<!\S)id:\S+", line) and re.search(r"(?<!\S)\+\S", line) for line in lines
    )


def ticks_of_todotxt(text: str) -> list[Tick]:
    """Return the lines of a todo.txt."""
    found = []
    for number, line in enumerate(lines_of(text), 1):
        parts = _TODO.match(line)
        if parts is None:
            continue
        words = list(_WORD.finditer(parts["rest"]))
        keys = {word["key"]: word["value"] for word in words if word["key"]}
        projects = [word["project"] for word in words if word["project"]]
        state = "done" if parts["done"] else "open"
        if keys.get("state") == "skipped" or (keys.get("state") == "started" and state == "open"):
            state = keys["state"]
        title = " ".join(_WORD.sub("", parts["rest"]).split())
        urls = [keys["url"]] if "url" in keys else _BARE.findall(title)
        found.append(
            Tick(
                state=state,
                title=_BARE.sub("", title).strip(),
                line=number,
                id=keys.get("id", ""),
                roadmap=projects[0] if projects and "id" in keys else "",
                urls=tuple(urls),
                day=(parts["day"] or "") if state == "done" else "",
            )
        )
    return found

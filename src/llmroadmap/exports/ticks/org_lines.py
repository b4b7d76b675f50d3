"""Org mode: headlines with states, boxes in lists, and the days when they were closed."""

import re

from llmroadmap.exports.ticks import Tick, lines_of

_HEADLINE = re.compile(r"^(?P<stars>\*+)\s+(?P<text>.*?)\s*$")
_SETTING = re.compile(r"^#\+(?:SEQ_|TYP_)?TODO:\s*(.*)$", re.IGNORECASE)
_OF = re.compile(r"^#\+PROPERTY:\s+LLMROADMAP\s+(\S+)\s*$", re.IGNORECASE)
_ID = re.compile(r"^\s*:CUSTOM_ID:\s*(\S+)\s*$", re.IGNORECASE)
_CLOSED = re.compile(r"CLOSED:\s*\[(\d{4}-\d\d-\d\d)")
_BOX = re.compile(
    r"^(?P<indent>\s*)(?:[-+]|\d+[.)]|(?<=\s)\*)\s+\[(?P<box>[ xX-])\]\s+(?P<text>.*)$"
)
_BLOCK = re.compile(r"^\s*#\+(BEGIN|END)_", re.IGNORECASE)
_LINK = re.compile(r"\[\[(?P<url>(?:\\.|[^\[\]\\]){1,1000})\](?:\[(?P<name>[^\]]*)\])?\]")
_BARE = re.compile(r"<?(https?://[^\s<>\]]+)>?")
_TAGS = re.compile(r"\s+:(?:[\w@#%]+:)+$")
_COOKIE = re.compile(r"\s*\[(?:\d*/\d*|\d*%)\]")
_STATES = {
    "DONE": "done", "CLOSED": "done", "FINISHED": "done",
    "SKIP": "skipped", "CANCELLED": "skipped", "CANCELED": "skipped", "KILL": "skipped",
    "STRT": "started", "STARTED": "started", "DOING": "started",
    "TODO": "open", "NEXT": "open", "WAIT": "open", "WAITING": "open",
}  # fmt: skip


def ticks_of_org(text: str) -> list[Tick]:
    """Return the headlines that have a state, and the boxes."""
    lines = lines_of(text)
    states, of = _settings(lines)
    found: list[Tick] = []
    above: list[str] = []
    last = -1  # the place of the headline whose details follow
    in_block = False
    for number, line in enumerate(lines, 1):
        block = _BLOCK.match(line)
        if block:
            in_block = block[1].upper() == "BEGIN"
        headline, box = (None, None) if in_block else (_HEADLINE.match(line), _BOX.match(line))
        if headline:
            del above[len(headline["stars"]) - 1 :]
            word, _, rest = headline["text"].partition(" ")
            is_stated = word in states and bool(rest)
            tick = _tick(rest if is_stated else headline["text"], number, above)
            above.append(tick.title)
            last = len(found) if is_stated else -1
            if is_stated:
                found.append(tick._replace(state=states[word], roadmap=of))
        elif box:
            state = {" ": "open", "-": "started"}.get(box["box"], "done")
            found.append(_tick(box["text"], number, above)._replace(state=state))
        elif last >= 0:
            found[last] = _with_details(found[last], line)
    return found


def _settings(lines: list[str]) -> tuple[dict[str, str], str]:
    """Return the states by their words, and the roadmap that the file says it is of."""
    states, of = dict(_STATES), ""
    for line in lines:
        words, own = _SETTING.match(line), _OF.match(line)
        if own:
            of = own[1]
        if words:
            before, bar, after = words[1].partition("|")
            done = after.split() if bar else before.split()[-1:]
            for word in before.split() if bar else before.split()[:-1]:
                states.setdefault(word.partition("(")[0], "open")
            for word in done:
                states.setdefault(word.partition("(")[0], "done")
    return states, of


def _tick(text: str, line: int, above: list[str]) -> Tick:
    links = [found["url"] for found in _LINK.finditer(text)] + _BARE.findall(_LINK.sub("", text))
    title = _LINK.sub(lambda found: found["name"] or found["url"], text)
    title = _COOKIE.sub("", _TAGS.sub("", _BARE.sub("", title)))
    return Tick(
        state="open",
        title=title.replace("\u200b", "").strip(),
        line=line,
        urls=tuple(re.sub(r"\\(.)", r"\1", link) for link in links if link.startswith("http")),
        above=tuple(above),
    )


def _with_details(tick: Tick, line: str) -> Tick:
    own, closed = _ID.match(line), _CLOSED.search(line)
    if own:
        return tick._replace(id=own[1])
    is_planning = line.lstrip().startswith(("CLOSED:", "SCHEDULED:", "DEADLINE:"))
    return tick._replace(day=closed[1]) if closed and is_planning else tick

"""yt-dlp's JSON as an outline: titles, addresses, durations; playlists in a playlist are groups."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from llmroadmap.formats import PlanSource
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan, LeftOut
from llmroadmap.formats.json_text import parse_plan_json
from llmroadmap.formats.markdown.reading import read_markdown
from llmroadmap.formats.outline_text import Part, markdown_of
from llmroadmap.formats.plain_text import plain_text, shorten

_GONE = ("[private video]", "[deleted video]", "[unavailable video]")
_PART = re.compile(r"\s+p\d{1,4}(?:\s|$)")
_LONGEST_TITLE = 150
_DEEPEST = 8


def read_playlist(source: PlanSource) -> ImportedPlan:
    """Return a playlist, or films one to a line as `yt-dlp -j` prints them; raises PlanUnreadable."""
    documents = list(_documents(source.text))
    if len(documents) == 1:
        title, entries = _title(documents[0]), documents[0].get("entries")
    else:
        title, entries = str(documents[0].get("playlist_title") or ""), documents
    missing = _Missing()
    parts = _parts(entries, title, missing, 0) if isinstance(entries, list) else []
    if not parts:
        raise PlanUnreadable("no-steps")
    text = markdown_of(title or source.name, parts)
    plan = read_markdown(text, default_title=source.name or "Playlist", force=True)
    return replace(plan, left_out=tuple(missing.left_out()))


@dataclass(slots=True)
class _Missing:
    """How many films a playlist has that are gone, and how many of which it has no title."""

    gone: int = 0
    untitled: int = 0

    def left_out(self) -> Iterator[LeftOut]:
        """Yield what is told of them."""
        for what, count in (("gone-videos", self.gone), ("untitled-videos", self.untitled)):
            if count:
                yield LeftOut(what=what, lines=(), example=str(count))


def _documents(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield the one object of `-J`, or those of `-j`, one a line."""
    lines = text.strip().split("\n")
    try:
        found = [json.loads(line) for line in lines] if len(lines) > 1 else []
    except ValueError:
        found = []
    documents = found or [parse_plan_json(text)]
    for each in documents:
        if not isinstance(each, dict):
            raise PlanUnreadable("no-steps")
        yield each


def _parts(entries: list[Any], title: str, missing: _Missing, depth: int) -> list[Part]:
    parts = []
    for number, entry in enumerate(entries, 1):
        own = _title(entry) if isinstance(entry, dict) else ""
        if not isinstance(entry, dict) or own.casefold() in _GONE:
            # What cannot be had is null where the whole of a list was asked for.
            missing.gone += 1
            continue
        missing.untitled += not own
        name = _part_name(own, title) or f"{title} {number}".strip()
        below = entry.get("entries")
        children = (
            _parts(below, name, missing, depth + 1)
            if isinstance(below, list) and depth < _DEEPEST
            else []
        )
        if isinstance(below, list) and not children:
            continue
        parts.append(
            Part(
                title=name,
                url=_address(entry),
                state="" if children else "open",
                minutes=0 if children else _minutes(entry.get("duration")),
                children=children,
            )
        )
    return parts


def _part_name(name: str, title: str) -> str:
    """Return what a part of a film in parts is called, without the film's title: "Physics p03 Waves"."""
    rest = name.removeprefix(title) if title else name
    found = _PART.match(rest) if rest != name else None
    return rest[found.end() :].strip() or rest.strip() if found else name


def _title(entry: Mapping[str, Any]) -> str:
    title = entry.get("title")
    return shorten(plain_text(title), _LONGEST_TITLE) if isinstance(title, str) else ""


def _address(entry: Mapping[str, Any]) -> str:
    """Return where a film is watched; `url` may be the address of its file, or only its id."""
    for key in ("webpage_url", "url", "original_url"):
        address = entry.get(key)
        if isinstance(address, str) and address.startswith(("http://", "https://")):
            return address.partition("#__youtubedl_smuggle")[0]
    name, site = entry.get("id"), str(entry.get("ie_key") or entry.get("extractor_key") or "")
    if isinstance(name, str) and name.isprintable() and " " not in name:
        if site.startswith("Youtube"):
            return f"https://www.youtube.com/watch?v={name}"
        if site.startswith("BiliBili") and name.startswith("BV"):
            return f"https://www.bilibili.com/video/{name}"
    return ""


def _minutes(seconds: object) -> int:
    """Return a duration in minutes, one at the least; 0 where it is not known."""
    if not isinstance(seconds, (int, float)) or not 0 < seconds < 600_000:
        return 0
    return max(1, round(seconds / 60))

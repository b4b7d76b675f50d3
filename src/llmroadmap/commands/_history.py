"""What log and resume have in common: one thing that happened, in plain values."""

from datetime import date
from itertools import groupby
from typing import NamedTuple

from llmroadmap.core.days import day_of
from llmroadmap.core.events import VERBS, Event
from llmroadmap.core.notes import retired_title, standing
from llmroadmap.core.text import choose
from llmroadmap.storage.workspace import Workspace

# What nobody did, but the program wrote down.
_SILENT = ("undo", "redo", "moved")


class Entry(NamedTuple):
    """What was done, with which item; `day` is the learner's day, `at` the instant (ISO 8601).

    `minutes`: how long it took, where that is known. `in_plan` is false for what the plan has no
    more. `change`: which command call wrote it; "" where that is not known.
    """

    day: str
    at: str
    do: str
    id: str
    title: str
    text: str
    url: str
    minutes: int
    in_plan: bool
    change: str


# More steps than this of one change are one line.
_APART = 3
_OF_STEPS = ("done", "start", "skip", "reopen")


def folded(entries: list[Entry]) -> list[list[Entry]]:
    """Return the entries as the lines they are shown in: one change of many steps is one line."""
    lines: list[list[Entry]] = []
    for _, same in groupby(entries, key=lambda each: (each.change, each.do, each.day)):
        several = [*same]
        is_one = several[0].change and several[0].do in _OF_STEPS and len(several) > _APART
        lines += [several] if is_one else [[each] for each in several]
    return lines


def history(workspace: Workspace) -> list[Entry]:
    """Return all that was done and is not undone: by day, on each in the order it happened."""
    placed = [
        (event, item)
        for event, item in standing(workspace.events(), workspace.roadmap)
        if event["do"] in VERBS and event["do"] not in _SILENT
    ]
    placed.sort(key=lambda pair: day_of(pair[0]))
    return [_entry(workspace, event, item) for event, item in placed]


def _entry(workspace: Workspace, event: Event, item: str) -> Entry:
    roadmap, lang = workspace.roadmap, workspace.lang
    node = roadmap.find(item) if item else None
    title = roadmap.item(node).title(lang) if node is not None else ""
    return Entry(
        date.fromordinal(day_of(event)).isoformat(),
        event["at"],
        event["do"],
        item,
        title or choose(retired_title(roadmap, item), lang),
        event.get("text", ""),
        event.get("url", ""),
        event.get("minutes", 0),
        node is not None or not item,
        event.get("change", ""),
    )

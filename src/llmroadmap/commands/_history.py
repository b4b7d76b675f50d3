"""What log and resume have in common: one thing that happened, in plain values."""

from datetime import date

from llmroadmap.core.days import logged_day
from llmroadmap.core.model.text import choose
from llmroadmap.core.progress.events import Event
from llmroadmap.core.progress.notes import retired_title, standing
from llmroadmap.core.progress.verbs import verb_of
from llmroadmap.results.history import EventSummary
from llmroadmap.storage.workspace import Workspace


def history(workspace: Workspace, day: int = 0) -> list[EventSummary]:
    """Return all that was done and is not undone: by day, on each in the order it happened.

    With a `day` (an ordinal), only that of the day.
    """
    placed = [
        (event, item)
        for event, item in standing(workspace.events(), workspace.roadmap)
        if verb_of(event["do"]).in_log and (not day or logged_day(event) == day)
    ]
    placed.sort(key=lambda pair: logged_day(pair[0]))
    return [_summary(workspace, event, item) for event, item in placed]


def _summary(workspace: Workspace, event: Event, item: str) -> EventSummary:
    roadmap, lang = workspace.roadmap, workspace.lang
    node = roadmap.find(item) if item else None
    title = roadmap.item(node).title(lang) if node is not None else ""
    return EventSummary(
        day=date.fromordinal(logged_day(event)).isoformat(),
        at=event["at"],
        do=event["do"],
        id=item,
        title=title or choose(retired_title(roadmap, item), lang),
        text=event.get("text", ""),
        url=event.get("url", ""),
        minutes=event.get("minutes", 0),
        in_plan=node is not None or not item,
        change=event.get("change", ""),
    )

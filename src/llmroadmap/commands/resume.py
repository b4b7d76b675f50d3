"""resume: take it up again where you left it."""

from datetime import date

from llmroadmap.commands._history import history
from llmroadmap.commands.notes import summary
from llmroadmap.core.days import day_of
from llmroadmap.core.progress.changes import unlocked
from llmroadmap.core.progress.events import effective_events
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.progress.notes import notes
from llmroadmap.core.progress.overview import open_branches
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Command
from llmroadmap.results.history import EventSummary
from llmroadmap.results.notes import NoteSummary
from llmroadmap.results.resume import ResumeResult
from llmroadmap.results.summaries import ItemRef, OfferedStep, item_ref, offered, step
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="redo",
    examples=("llmroadmap resume",),
)


def run(workspace: Workspace) -> ResumeResult:
    """Return what helps somebody who comes back after a while."""
    progress, lang = workspace.progress, workspace.lang
    days = [day for day in progress.active_days if day <= workspace.today]
    day = days[-1] if days else 0
    iso = date.fromordinal(day).isoformat() if day else ""
    entries = [entry for entry in history(workspace) if entry.day == iso] if day else []
    return ResumeResult(
        day=iso,
        days_ago=workspace.today - day if day else 0,
        done=[entry for entry in entries if entry.do != "note"],
        notes=_notes(workspace, entries),
        unlocked=_unlocked(workspace, day) if day else [],
        in_progress=[step(progress, node, lang) for node in progress.started()],
        start=_small_start(workspace),
    )


def _notes(workspace: Workspace, entries: list[EventSummary]) -> list[NoteSummary]:
    if not entries:
        return []
    items = {entry.id for entry in entries}
    found = notes(workspace.events(), workspace.roadmap)
    return [summary(workspace, note) for note in found if note.item in items]


def _unlocked(workspace: Workspace, day: int) -> list[ItemRef]:
    """Return what waited before that day and does not now."""
    earlier = [event for event in effective_events(workspace.events()) if day_of(event) < day]
    before, after = fold(workspace.roadmap, earlier), workspace.progress
    opened = unlocked(before, after, range(len(workspace.roadmap)))
    return [item_ref(after, node, workspace.lang) for node in opened]


def _small_start(workspace: Workspace) -> OfferedStep | None:
    """Return the shortest step that may come next: of each open side, the first."""
    progress = workspace.progress
    first = next_steps(progress, 1)
    if not first:
        return None
    offers = list(first)
    for branch in open_branches(progress, progress.roadmap.stage_of(first[0].node)):
        offers += next_steps(progress, 1, within=branch)
    minutes = progress.roadmap.columns.minutes
    return offered(progress, min(offers, key=lambda o: minutes[o.node]), workspace.lang)

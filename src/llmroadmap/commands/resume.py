"""resume: take it up again where you left it."""

from llmroadmap.commands._history import history
from llmroadmap.commands.notes import summary
from llmroadmap.core.days import iso
from llmroadmap.core.progress.changes import unlocked
from llmroadmap.core.progress.notes import notes
from llmroadmap.core.progress.overview import chapter_of, open_branches
from llmroadmap.core.progress.progress import DONE, OPEN, SKIPPED, UNCOUNTED, Progress
from llmroadmap.core.study.selection import Offer, next_steps
from llmroadmap.declaration import Command
from llmroadmap.results.history import EventSummary
from llmroadmap.results.notes import NoteSummary
from llmroadmap.results.resume import ResumeResult
from llmroadmap.results.summaries import (
    ItemRef,
    OfferedStep,
    PartSummary,
    item_ref,
    offered,
    part,
    step,
)
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
    entries = history(workspace, day) if day else []
    first = next_steps(progress, 1)
    return ResumeResult(
        day=iso(day),
        days_ago=workspace.today - day if day else 0,
        done=[entry for entry in entries if entry.do != "note"],
        notes=_notes(workspace, entries),
        unlocked=_unlocked(workspace, day) if day else [],
        in_progress=[step(progress, node, lang) for node in progress.started()],
        chapter=_chapter(workspace, entries),
        next=offered(progress, first[0], lang) if first else None,
        start=_small_start(workspace, first),
    )


def _chapter(workspace: Workspace, entries: list[EventSummary]) -> PartSummary | None:
    """Return where one was: the chapter of the last step that was worked on."""
    roadmap, progress = workspace.roadmap, workspace.progress
    for entry in reversed(entries):
        node = roadmap.find(entry.id) if entry.id else None
        if node is not None and roadmap.is_step(node):
            chapter = chapter_of(progress, node)
            return None if chapter is None else part(progress, chapter, workspace.lang)
    return None


def _notes(workspace: Workspace, entries: list[EventSummary]) -> list[NoteSummary]:
    items = {entry.id for entry in entries}
    roadmap, progress = workspace.roadmap, workspace.progress
    nodes = (roadmap.find(item) for item in items if item)
    if not any(progress.notes[node] for node in nodes if node is not None):
        return []
    found = notes(workspace.events(), roadmap)
    return [summary(workspace, note) for note in found if note.item in items]


def _unlocked(workspace: Workspace, day: int) -> list[ItemRef]:
    """Return what waited for a step before that day and does not now."""
    after, roadmap = workspace.progress, workspace.roadmap
    if not roadmap.needs:
        return []
    opened = unlocked(_before(after, day), after, range(len(roadmap)))
    return [item_ref(after, node, workspace.lang) for node in opened]


def _before(progress: Progress, day: int) -> Progress:
    """Return the progress without the steps that were finished or skipped since `day`."""
    before, finished, touched = progress.copy(), progress.finished, progress.touched_on
    for node, state in enumerate(progress.states):
        is_new = finished[node] >= day if finished[node] else touched[node] >= day
        if state in _CLOSED and is_new:
            before.states[node] = OPEN + (state & UNCOUNTED)
    return before


# Done and skipped, counted or not.
_CLOSED = frozenset((DONE, SKIPPED, DONE + UNCOUNTED, SKIPPED + UNCOUNTED))


def _small_start(workspace: Workspace, first: list[Offer]) -> OfferedStep | None:
    """Return the shortest step that may come next: of each open side, the first."""
    progress = workspace.progress
    if not first:
        return None
    offers = list(first)
    for branch in open_branches(progress, progress.roadmap.stage_of(first[0].node)):
        offers += next_steps(progress, 1, within=branch)
    minutes = progress.roadmap.columns.minutes
    return offered(progress, min(offers, key=lambda o: minutes[o.node]), workspace.lang)

"""What an assistant is told of the roadmap: of each result what it needs to teach, no more."""

from typing import Any, cast

from llmroadmap.commands import find as find_command
from llmroadmap.commands import next as next_command
from llmroadmap.commands import notes as notes_command
from llmroadmap.commands import show as show_command
from llmroadmap.commands import status as status_command
from llmroadmap.commands import today as today_command
from llmroadmap.commands import week as week_command
from llmroadmap.commands import when as when_command
from llmroadmap.core.days import iso
from llmroadmap.core.lookup.errors import GuessTaken, UnclearItem
from llmroadmap.core.study.questions import questions_about
from llmroadmap.locales import texts
from llmroadmap.mcp.quoting import Facts
from llmroadmap.prompts import Prompts
from llmroadmap.results.summaries import OfferedStep, PartSummary, WeekTarget, item_ref
from llmroadmap.storage.workspace import Workspace
from llmroadmap.views.words import reason

_LINKS = 4
_NOTES = 6


def next_steps(workspace: Workspace, prompts: Prompts, minutes: int, count: int) -> Facts:
    """Return the steps to study now."""
    result = next_command.run(workspace, prompts, n=count, time=minutes)
    t = texts(workspace.lang)
    steps = [
        {**_step(step), "why": reason(t, step.reason), "notes": _notes(workspace, prompts, step.id)}
        for step in result.steps
    ]
    return {
        "steps": steps,
        "nothing_that_short": None if result.fits else True,
        "habits_due": [{"id": habit.id, "title": habit.title} for habit in result.habits],
        "done": result.done,
        "total": result.total,
    }


def _step(step: OfferedStep) -> Facts:
    return {
        "id": step.id,
        "title": step.title,
        "in": [group.title for group in (step.stage, *step.groups)],
        "state": step.state,
        "kind": step.kind,
        "minutes": step.minutes,
        "about": step.about,
        "links": _urls(step.links),
    }


def _urls(links: list[dict[str, str]]) -> list[str]:
    return [link["url"] for link in links[:_LINKS]]


def _notes(workspace: Workspace, prompts: Prompts, item: str) -> list[str]:
    found = notes_command.run(workspace, prompts, [item]).notes
    return [note.text for note in found[-_NOTES:]]


def show(workspace: Workspace, name: str) -> Facts:
    """Return what is known of one item."""
    guessing = Guessing()
    prompts = cast("Prompts", guessing)
    result = show_command.run(workspace, prompts, name.split())
    return {
        "id": result.id,
        "title": result.title,
        "guessed_for": name if guessing.guessed else "",
        "in": [group.title for group in result.path],
        "state": result.state,
        "kind": result.kind,
        "minutes": result.minutes,
        "about": result.about,
        "goals": result.goals,
        "tips": result.tips,
        "topics": result.topics,
        "links": _urls(result.links),
        "needs": [need.id for need in result.needs if not need.met],
        "parts": [
            {"id": part.id, "title": part.title, "state": part.state} for part in result.parts
        ],
        "notes": _notes(workspace, prompts, result.id),
        "questions": _questions(workspace, result.id),
        "history": [f"{event.day} {event.do}" for event in result.history[-5:]],
    }


def status(workspace: Workspace, prompts: Prompts) -> Facts:
    """Return how far the learner is."""
    result = status_command.run(workspace, prompts)
    return {
        "roadmap": result.title,
        **_counts(result),
        "stages": [
            {"id": stage.id, "title": stage.title, **_counts(stage)} for stage in result.stages
        ],
        "now": result.focus.id if result.focus else None,
        "this_week": _week(result.target),
    }


def _counts(part: Any) -> Facts:
    return {
        "done": part.done,
        "total": part.total,
        "percent": part.percent,
        "hours_left": round(part.minutes_left / 60),
    }


def _week(target: WeekTarget | None) -> Facts | None:
    return None if target is None else {k: v for k, v in target._asdict().items() if v is not None}


def find(workspace: Workspace, words: str) -> Facts:
    """Return where words occur."""
    result = find_command.run(workspace, words.split(), n=12)
    return {
        "found": [
            {"id": hit.id, "title": hit.title, "state": hit.state, "text": hit.excerpt}
            for hit in result.found
        ],
        "total": result.total,
        "closest": [{"id": each.id, "title": each.title} for each in result.closest],
    }


def when(workspace: Workspace, prompts: Prompts) -> Facts:
    """Return when it will be done, at the learner's own pace."""
    result = when_command.run(workspace, prompts)
    return {
        "hours_left": round(result.left_minutes / 60),
        "minutes_per_week": result.pace.minutes_per_week,
        "pace_from": result.basis,
        "done_by": result.estimate.dates if result.estimate else None,
        "with_pauses": result.with_pauses.dates if result.with_pauses else None,
        "days_away": result.away_days,
    }


def quiz(workspace: Workspace, prompts: Prompts, count: int) -> Facts:
    """Return what was finished last, with all that questions can be made from."""
    progress, roadmap, lang = workspace.progress, workspace.roadmap, workspace.lang
    done = [
        node
        for node in range(len(roadmap))
        if progress.finished[node] and progress.state(node) == "done"
    ]
    latest = sorted(done, key=lambda node: -progress.touched[node])[:count]
    steps = []
    for node in latest:
        item = roadmap.item(node)
        above = roadmap.path(node)[-2:-1]
        steps.append(
            {
                "id": item.id,
                "title": item.title(lang),
                "in": [item_ref(progress, group, lang).title for group in above],
                "about": item.text("about", lang),
                "questions": _questions(workspace, item.id),
                "topics": list(item.record.get("topics", ())),
                "notes": _notes(workspace, prompts, item.id),
                "links": _urls(roadmap.linked(node, lang)[1])[:2],
            }
        )
    return {"finished_last": steps}


def _questions(workspace: Workspace, item: str) -> list[Facts]:
    """Return the questions of the plan's author and of the learner's notes, with their answers."""
    node = workspace.roadmap.find(item)
    if node is None:
        return []
    written = _notes(workspace, cast("Prompts", Guessing()), item)
    found = questions_about(workspace.roadmap.recall, node, workspace.lang, written)
    return [each._asdict() for each in found]


def today(workspace: Workspace) -> Facts:
    """Return the dashboard."""
    result = today_command.run(workspace, cast("Prompts", Guessing()))
    return {
        "roadmap": result.title,
        "day": iso(workspace.today),
        **_counts(result),
        "stage": _part(result.stage),
        "next": [_step(step) for step in result.next],
        "habits_due": [{"id": habit.id, "title": habit.title} for habit in result.habits],
        "week": {"steps": result.week.steps, "minutes": result.week.minutes},
        "days_away": result.days_away,
    }


def _part(part: PartSummary | None) -> Facts | None:
    return None if part is None else {"id": part.id, "title": part.title, **_counts(part)}


def week(workspace: Workspace) -> Facts:
    """Return what this week brought."""
    result = week_command.run(workspace)
    return {
        "from": result.first_day,
        "to": result.last_day,
        "minutes": result.minutes,
        "target_minutes": result.target_minutes,
        "days": [
            {"day": day.day, "minutes": day.minutes, "finished": [step.title for step in day.steps]}
            for day in result.days
            if day.minutes or day.steps
        ],
    }


class Guessing:
    """Nobody is there to answer: what is not certain is an error, or a guess that is told."""

    def __init__(self) -> None:
        self.guessed: list[GuessTaken] = []

    def resolve_ambiguity(self, error: UnclearItem) -> int:
        """Take note of a guess; raise everything else."""
        if not isinstance(error, GuessTaken):
            raise error
        self.guessed.append(error)
        return 0

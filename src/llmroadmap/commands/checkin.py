"""checkin: a habit, kept today."""

from typing import Annotated

from llmroadmap.commands._steps import On, day_given
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.lookup.several import find_items
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.habits import HabitSummary, due, habit, is_checked
from llmroadmap.core.progress.progress import Progress
from llmroadmap.declaration import Argument, Command, Habit
from llmroadmap.prompts import Prompts
from llmroadmap.results.checkin import CheckinResult
from llmroadmap.results.summaries import item_ref
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="reopen",
    examples=("llmroadmap checkin", "llmroadmap checkin notes1 --on {yesterday}"),
)


class NotAHabit(LlmroadmapError):
    """A step or group where a habit is wanted; `habits` are those there are."""

    code = "not-a-habit"
    topic = "checkin"
    exit_status = 2

    def __init__(self, item: str, habits: list[str]) -> None:
        super().__init__(item)
        self.item = item
        self.habits = habits


def run(
    workspace: Workspace,
    prompts: Prompts,
    habits: Annotated[list[str], Argument(Habit(), help="habits", many=True)] = [],  # noqa: B006
    on: On = "",
) -> CheckinResult:
    """Check habits in; without a name, the one that is due."""
    day = day_given(on, workspace.today)
    nodes = _named(workspace, habits, prompts) if habits else _due(workspace, prompts)
    week_starts = workspace.week_starts
    ordinal = _ordinal(day) if day else workspace.today

    def decide(progress: Progress) -> list[Draft]:
        open_ones = [n for n in nodes if not is_checked(progress, n, ordinal, week_starts)]
        return [_draft(workspace.roadmap.id_of(node), day) for node in open_ones]

    recorded = workspace.record(decide)
    before, after = recorded.before, recorded.after
    already = [n for n in nodes if is_checked(before, n, ordinal, week_starts)]
    still = due(after, workspace.today, week_starts)
    return CheckinResult(
        checked_in=[_summary(workspace, after, node) for node in nodes if node not in already],
        already=[_summary(workspace, after, node) for node in already],
        still_due=[_summary(workspace, after, node) for node in still],
        on=day,
    )


def _draft(item: str, day: str) -> Draft:
    draft: Draft = {"do": "checkin", "item": item}
    return {**draft, "on": day} if day else draft


def _ordinal(day: str) -> int:
    from datetime import date

    return date.fromisoformat(day).toordinal()


def _named(workspace: Workspace, names: list[str], prompts: Prompts) -> list[int]:
    roadmap = workspace.roadmap
    nodes = find_items(
        workspace, names, prompts.resolve_ambiguity, to_change=True, wanted=roadmap.is_habit
    )
    for node in nodes:
        if not roadmap.is_habit(node):
            raise NotAHabit(roadmap.id_of(node), [roadmap.id_of(n) for n in roadmap.habits()])
    return nodes


def _due(workspace: Workspace, prompts: Prompts) -> list[int]:
    """Return the one habit that is due; of several, the one that is picked."""
    nodes = due(workspace.progress, workspace.today, workspace.week_starts)
    if len(nodes) < 2:
        return nodes
    habits = [item_ref(workspace.progress, node, workspace.lang) for node in nodes]
    choices = [(habit.id, habit.title) for habit in habits]
    return [nodes[prompts.select("which-habit", choices, option="HABIT")]]


def _summary(workspace: Workspace, progress: Progress, node: int) -> HabitSummary:
    return habit(progress, node, workspace.today, workspace.lang, workspace.week_starts)

"""checkin: a habit, kept today."""

from typing import Annotated

from llmroadmap.commands._steps import On, day_given
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.lookup.several import find_items
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.habits import HabitSummary, due, habit, is_checked, under_way
from llmroadmap.core.progress.progress import Progress
from llmroadmap.declaration import Argument, Command, Habit
from llmroadmap.locales import LANGUAGES
from llmroadmap.prompts import Prompts
from llmroadmap.results.checkin import CheckinResult
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
    """Return the habits that the names mean: only habits are looked at, those that are due first."""
    return list(dict.fromkeys(_one(workspace, name, prompts) for name in names))


def _one(workspace: Workspace, name: str, prompts: Prompts) -> int:
    roadmap = workspace.roadmap
    node = roadmap.find(name)
    if node is not None and roadmap.is_habit(node):
        return node
    wanted = "".join(name.casefold().split())
    found = [node for node in roadmap.habits() if wanted in _said(roadmap, node)]
    now = due(workspace.progress, workspace.today, workspace.week_starts)
    stages = under_way(workspace.progress)
    near = [node for node in found if roadmap.stage_of(node) in stages]
    likely = [node for node in found if node in now] or near or found
    if wanted and len(likely) == 1:
        return likely[0]
    if wanted and likely:
        return _picked(workspace, likely, prompts)
    # Words that stand nowhere as they are, or a number of the last list.
    nodes = find_items(
        workspace, [name], prompts.resolve_ambiguity, to_change=True, wanted=roadmap.is_habit
    )
    for node in nodes:
        if not roadmap.is_habit(node):
            raise NotAHabit(roadmap.id_of(node), [roadmap.id_of(n) for n in roadmap.habits()])
    return nodes[0]


def _said(roadmap: Roadmap, node: int) -> str:
    """Return what a habit is known by, without blanks: its id, and its title in every language."""
    item = roadmap.item(node)
    titles = [item.title(lang) for lang in LANGUAGES]
    return " ".join("".join(text.casefold().split()) for text in (item.id, *titles))


def _picked(workspace: Workspace, nodes: list[int], prompts: Prompts) -> int:
    """Let one habit be picked; those that read alike are told apart by their stage."""
    roadmap, lang = workspace.roadmap, workspace.lang
    titles = [roadmap.item(node).title(lang) for node in nodes]
    choices = []
    for node, title in zip(nodes, titles, strict=True):
        stage = roadmap.item(roadmap.stage_of(node)).title(lang)
        text = f"{title} · {stage}" if titles.count(title) > 1 else title
        choices.append((roadmap.id_of(node), text))
    return nodes[prompts.select("which-habit", choices, option="HABIT")]


def _due(workspace: Workspace, prompts: Prompts) -> list[int]:
    """Return the one habit that is due; of several, the one that is picked."""
    nodes = due(workspace.progress, workspace.today, workspace.week_starts)
    return nodes if len(nodes) < 2 else [_picked(workspace, nodes, prompts)]


def _summary(workspace: Workspace, progress: Progress, node: int) -> HabitSummary:
    return habit(progress, node, workspace.today, workspace.lang, workspace.week_starts)

"""done: tick steps."""

from collections.abc import Callable
from typing import Annotated, NamedTuple

from typer import Argument, Option

from llmroadmap.core.changes import choose_steps, steps_only, unlocked
from llmroadmap.core.events import Draft
from llmroadmap.core.naming import find_items
from llmroadmap.core.progress import Progress
from llmroadmap.core.selection import next_steps
from llmroadmap.core.summaries import (
    OfferedStep,
    PartSummary,
    Place,
    StepSummary,
    offered,
    part,
    place,
    step,
)
from llmroadmap.core.values import parse_day
from llmroadmap.storage.workspace import Recorded, Workspace

EXAMPLES = (
    "llmroadmap done hf.3.2",
    "llmroadmap done hf.3.2 hf.3.3 --on yesterday",
    "llmroadmap done hf.0 --yes",
)


class DoneResult(NamedTuple):
    """What was finished, what that unlocked, where the stages stand now, and what is next."""

    finished: list[StepSummary]
    already_done: list[StepSummary]
    unlocked: list[Place]
    stages: list[PartSummary]
    next: list[OfferedStep]
    on: str


def run(
    workspace: Workspace,
    ask: Callable[..., None],
    items: Annotated[list[str], Argument(metavar="ITEM…", help="items")],
    on: Annotated[str, Option("--on", metavar="DAY", help="done.on")] = "",
    yes: Annotated[bool, Option("--yes", "-y", help="yes")] = False,
) -> DoneResult:
    """Tick the steps; of a group, all its open counted steps."""
    day = parse_day(on, workspace.today) if on else ""
    roadmap = workspace.roadmap
    nodes = steps_only(roadmap, find_items(roadmap, items, workspace.lang))
    if not yes:
        _ask_about_groups(workspace, nodes, ask)

    def decide(progress: Progress) -> list[Draft]:
        return [_event(roadmap.id_of(node), day) for node in changing(progress)]

    def changing(progress: Progress) -> list[int]:
        return choose_steps(progress, nodes, "done").changing

    recorded = workspace.record(decide)
    already = choose_steps(recorded.before, nodes, "done").already
    return _result(workspace, recorded, changing(recorded.before), already, day)


def _event(item: str, day: str) -> Draft:
    draft: Draft = {"do": "done", "item": item}
    return {**draft, "on": day} if day else draft


def _ask_about_groups(workspace: Workspace, nodes: list[int], ask: Callable[..., None]) -> None:
    for node in nodes:
        changing = choose_steps(workspace.progress, [node], "done").changing
        if changing and changing != [node]:
            item = workspace.roadmap.item(node)
            title = item.title(workspace.lang)
            ask("ask_done_group", option="--yes", id=item.id, title=title, n=len(changing))


def _result(
    workspace: Workspace, recorded: Recorded, changed: list[int], already: list[int], day: str
) -> DoneResult:
    lang, roadmap, after = workspace.lang, workspace.roadmap, recorded.after
    stages = dict.fromkeys(roadmap.stage_of(node) for node in changed or already)
    return DoneResult(
        [step(after, node, lang) for node in changed],
        [step(after, node, lang) for node in already],
        [place(after, node, lang) for node in unlocked(recorded.before, after, changed)],
        [part(after, stage, lang) for stage in stages],
        [offered(after, offer, lang) for offer in next_steps(after, 1)],
        day,
    )

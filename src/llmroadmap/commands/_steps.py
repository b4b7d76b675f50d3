"""What the commands that change steps have in common: done, start, skip and reopen."""

from collections.abc import Callable
from typing import Annotated

from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.lookup.several import find_items
from llmroadmap.core.progress.changes import check_nodes, choose_steps, unlocked
from llmroadmap.core.progress.events import Draft, timestamp
from llmroadmap.core.progress.overview import chapters_of
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Argument, Day, Item, Option
from llmroadmap.prompts import Prompts
from llmroadmap.results.changes import ChangeResult
from llmroadmap.results.summaries import (
    item_ref,
    offered,
    part,
    step,
)
from llmroadmap.storage.workspace import Recorded, Workspace

OpenItems = Annotated[list[str], Argument(Item("open"), help="items", many=True)]
On = Annotated[str, Option("--on", help="on", kind=Day())]
Yes = Annotated[bool, Option("--yes", "-y", help="yes")]


# Minutes of a sitting that are believed without asking.
LONG_SITTING = 4 * 60


class ChangeRequest(NamedTuple):
    """A change that was asked for: of which steps, on which day, and what else is to be written."""

    verb: str
    items: list[str]
    on: str = ""
    yes: bool = False
    extra_fields: Callable[[Progress, int], Draft] | None = None
    took: int = 0  # minutes that all sittings on the step came to
    note: str = ""  # what is noted on the one step
    again: bool = False  # what is started already is started once more: its clock begins anew


def change_steps(
    workspace: Workspace, prompts: Prompts, request: ChangeRequest
) -> tuple[ChangeResult, Recorded]:
    """Change all of the steps or none, and return what came of it."""
    day = day_given(request.on, workspace.today)
    nodes = find_items(workspace, request.items, prompts.resolve_ambiguity, to_change=True)
    check_nodes(workspace.progress, nodes, request.verb)
    if not request.yes:
        _confirm_groups(workspace, nodes, request.verb, prompts)

    def decide(progress: Progress) -> list[Draft]:
        choice = choose_steps(progress, nodes, request.verb)
        again = [n for n in choice.unchanged if _begins_again(progress, n, request)]
        drafts = [_draft(progress, node, request, day) for node in [*choice.changing, *again]]
        if request.took:
            took: Draft = {"do": "took", "minutes": request.took}
            drafts.append(_of_one_step("--took", took, progress, nodes, day))
        if request.note.strip():
            note: Draft = {"do": "note", "text": request.note.strip()}
            drafts.append(_of_one_step("--message", note, progress, nodes, day))
        return drafts

    recorded = workspace.record(decide)
    chosen = choose_steps(recorded.before, nodes, request.verb)
    lang, after, roadmap = workspace.lang, recorded.after, workspace.roadmap
    touched = chosen.changing or chosen.unchanged
    stages = dict.fromkeys(map(roadmap.stage_of, touched))
    opened = unlocked(recorded.before, after, chosen.changing)
    result = ChangeResult(
        changed=[step(after, node, lang) for node in chosen.changing],
        unchanged=[
            step(after, node, lang)
            for node in chosen.unchanged
            if node in nodes or not chosen.changing
        ],
        unlocked=[item_ref(after, node, lang) for node in opened],
        chapters=[part(after, chapter, lang) for chapter in chapters_of(after, touched)],
        stages=[part(after, stage, lang) for stage in stages],
        next=[offered(after, offer, lang) for offer in next_steps(after, 1)],
        on=day,
    )
    return result, recorded


def _begins_again(progress: Progress, node: int, request: ChangeRequest) -> bool:
    """Tell whether the clock of a step in progress begins anew: asked for, or it has been stopped."""
    if progress.state(node) != "started" or request.verb != "start":
        return False
    return request.again or not progress.details(node).get("started")


def day_given(value: str, today: int) -> str:
    """Return the ISO day of `--on`, "" where none was given; raises InvalidOption."""
    if not value:
        return ""
    from llmroadmap.commands._values import typed_day  # only for a day that was given

    return typed_day(value, today)


def minutes_since_start(progress: Progress, node: int, now: float) -> int:
    """Return the minutes since `start`, 0 where the clock does not run or was set back."""
    started = progress.details(node).get("started")
    return max(round((now - timestamp(started)) / 60), 0) if started else 0


def _of_one_step(option: str, what: Draft, progress: Progress, nodes: list[int], day: str) -> Draft:
    """Return what an option says of the only step that is meant; raises InvalidOption."""
    if len(nodes) != 1 or not progress.roadmap.is_step(nodes[0]):
        raise InvalidOption(
            option, str(what.get("text") or f"{what.get('minutes')} min"), "one-step"
        )
    draft: Draft = {**what, "item": progress.roadmap.id_of(nodes[0])}
    return {**draft, "on": day} if day else draft


def _draft(progress: Progress, node: int, request: ChangeRequest, day: str) -> Draft:
    draft: Draft = {"do": request.verb, "item": progress.roadmap.id_of(node)}
    if day:
        draft["on"] = day
    return {**draft, **request.extra_fields(progress, node)} if request.extra_fields else draft


# What is asked before all steps of a group, or of several, are changed.
_QUESTIONS = {
    "done": ("done-group", "done-groups"),
    "skip": ("skip-group", "skip-groups"),
    "reopen": ("reopen-group", "reopen-groups"),
}


def _confirm_groups(workspace: Workspace, nodes: list[int], verb: str, prompts: Prompts) -> None:
    """Ask once for all groups among the nodes, with what they come to."""
    found = {node: choose_steps(workspace.progress, [node], verb).changing for node in nodes}
    groups = [node for node, changing in found.items() if changing and changing != [node]]
    if not groups:
        return
    steps = {step for node in groups for step in found[node]}
    named = [item_ref(workspace.progress, node, workspace.lang) for node in groups]
    if len(named) == 1:
        facts: dict[str, str] = named[0]._asdict()
        question = _QUESTIONS[verb][0]
        prompts.confirm(question, option="--yes", preview=(), **facts, n=len(steps))
        return
    each = [f"{ref.id} ({len(found[node])})" for ref, node in zip(named, groups, strict=True)]
    prompts.confirm(_QUESTIONS[verb][1], option="--yes", ids=each, n=len(steps))

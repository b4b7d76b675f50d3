"""next: what to study now."""

from typing import TYPE_CHECKING, Annotated

from llmroadmap.core.days import iso
from llmroadmap.core.progress.habits import HabitSummary, due, habit
from llmroadmap.core.progress.overview import tally
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.study.explanation import blockers, explain
from llmroadmap.core.study.next_filter import NextFilter, blocked, filter_offers, predecessors
from llmroadmap.declaration import Command, Count, Duration, Item, Option, StepKind, Tag
from llmroadmap.prompts import Prompts
from llmroadmap.results.next import Asked, LapsedStep, NextResult, WaitingStep
from llmroadmap.results.summaries import (
    item_ref,
    offered,
    part,
    step,
)
from llmroadmap.storage.workspace import Workspace

if TYPE_CHECKING:
    from llmroadmap.results.plan_in_turn import PlanInTurn

COMMAND = Command(
    group="day",
    after="today",
    examples=(
        "llmroadmap next",
        "llmroadmap next -n 5",
        "llmroadmap next --time {30m}",
        "llmroadmap next --stage s2 --kind {paper}",
        "llmroadmap next --other",
        "llmroadmap next --why",
    ),
)

_SHOWN = 3  # of the steps that fit and have to wait


def run(
    workspace: Workspace,
    prompts: Prompts,
    n: Annotated[int, Option("-n", "--number", help="next.n", kind=Count())] = 0,
    time: Annotated[int, Option("--time", "-t", help="next.time", kind=Duration())] = 0,
    stage: Annotated[str, Option("--stage", "-s", help="next.stage", kind=Item())] = "",
    kind: Annotated[str, Option("--kind", "-k", help="next.kind", kind=StepKind())] = "",
    tag: Annotated[str, Option("--tag", help="next.tag", kind=Tag())] = "",
    other: Annotated[bool, Option("--other", "-o", help="next.other")] = False,
    why: Annotated[bool, Option("--why", help="next.why")] = False,
    all: Annotated[bool, Option("--all", "-a", help="next.all")] = False,
) -> NextResult:
    """Return the steps to study now, or those of them that were asked for."""
    progress, lang = workspace.progress, workspace.lang
    within = _part(workspace, stage, prompts) if stage else None
    next_filter = NextFilter(
        minutes=time,
        kind=kind,
        within=within,
        factors=_factors(progress) if time else {},
        only=_tagged(workspace, tag) if tag else None,
        other=other,
    )
    offers, fits, missed = filter_offers(progress, n or workspace.settings.steps, next_filter)
    later = [] if offers or next_filter == NextFilter() else blocked(progress, next_filter)
    explanations = explain(progress, offers[0], lang, within) if why and offers else []
    whole = tally(progress)
    return NextResult(
        steps=[offered(progress, offer, lang) for offer in offers],
        habits=_habits(workspace) if not (time or stage or kind or tag or other) else [],
        stage=part(progress, progress.roadmap.stage_of(offers[0].node), lang) if offers else None,
        done=whole.done,
        total=whole.total,
        optional_left=progress.optional_left(),
        asked=Asked(
            minutes=time,
            part=None if within is None else item_ref(progress, within, lang),
            kind=kind,
            tag=tag,
            tags=_tags(workspace) if tag else [],
        ),
        fits=fits,
        passed_over=None if missed is None else step(progress, missed, lang),
        waits_for=[]
        if within is None
        else [item_ref(progress, n, lang) for n in blockers(progress, within)],
        waiting=_waiting(progress, later, next_filter, lang),
        waiting_count=len(later),
        why=explanations,
        plans=_all_plans(workspace, n) if all else [],
        again=_again(workspace, [offer.node for offer in offers]),
    )


def _again(workspace: Workspace, offered_nodes: list[int]) -> LapsedStep | None:
    """Return what was forgotten when it was last asked, and is needed for what is offered now."""
    progress, roadmap = workspace.progress, workspace.roadmap
    if workspace.settings.recall == "off" or not progress.has_answers:
        return None
    from llmroadmap.core.study.memory import lapsed, reviews  # only for who recalls

    for node in offered_nodes:
        needs = [need for each in roadmap.path(node) for need in roadmap.needs.get(each, ())]
        found = lapsed(progress, (below for need in needs for below in roadmap.subtree(need)))
        for again in found:
            ref = item_ref(progress, again, workspace.lang)
            day = iso(reviews(progress, again)[-1][0])
            return LapsedStep(id=ref.id, title=ref.title, needed_by=roadmap.id_of(node), day=day)
    return None


def _all_plans(workspace: Workspace, n: int) -> "list[PlanInTurn]":
    from llmroadmap.commands._plans_in_turn import several  # only where all were asked for

    return several(workspace, n or 1).plans


def _tags(workspace: Workspace) -> list[str]:
    from llmroadmap.core.overlay.tags import tags  # only where a tag was asked for

    return tags(workspace.roadmap)


def _tagged(workspace: Workspace, tag: str) -> frozenset[int]:
    from llmroadmap.core.overlay.tags import tagged_nodes  # only where a tag was asked for

    return frozenset(tagged_nodes(workspace.roadmap, tag))


def _factors(progress: Progress) -> dict[str, float]:
    """Return how long each kind of steps really takes this learner, where that is known."""
    if not progress.sittings:
        return {}
    from llmroadmap.core.study.ledger import factors  # only where any time is known

    return {kind: known.factor for kind, known in factors(progress).items()}


def _waiting(
    progress: Progress, nodes: list[int], next_filter: NextFilter, lang: str
) -> list[WaitingStep]:
    return [
        WaitingStep(
            **item_ref(progress, node, lang)._asdict(),
            group=item_ref(progress, progress.roadmap.columns.parent[node], lang),
            after=[
                item_ref(progress, other, lang)
                for other in predecessors(progress, node, next_filter.within)
            ],
        )
        for node in nodes[:_SHOWN]
    ]


def _habits(workspace: Workspace) -> list[HabitSummary]:
    today, week_starts = workspace.today, workspace.week_starts
    progress, lang = workspace.progress, workspace.lang
    if any(pause.covers(today) for pause in progress.pauses):
        return []
    nodes = due(progress, today, week_starts)
    return [habit(progress, node, today, lang, week_starts) for node in nodes]


def _part(workspace: Workspace, name: str, prompts: Prompts) -> int:
    from llmroadmap.core.lookup.resolve import find_item  # only where a part is named

    return find_item(workspace, name, prompts.resolve_ambiguity)

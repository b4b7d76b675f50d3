"""show: everything about one item."""

from typing import Annotated

from llmroadmap.core.days import day_of
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.progress.habits import HabitSummary, habit
from llmroadmap.core.progress.notes import standing
from llmroadmap.core.progress.overview import tally
from llmroadmap.core.progress.proof import asks_for_proof
from llmroadmap.declaration import Argument, Command, Item
from llmroadmap.prompts import Prompts
from llmroadmap.results.show import ItemEvent, Need, Part, ShowResult
from llmroadmap.results.summaries import PartSummary, item_ref, part
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="list",
    examples=("llmroadmap show hf.3.2", "llmroadmap show s1"),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    item: Annotated[list[str], Argument(Item(), help="item")],
) -> ShowResult:
    """Return everything about one item."""
    roadmap, progress, lang = workspace.roadmap, workspace.progress, workspace.lang
    node = find_item(workspace, item, prompts.resolve_ambiguity)
    words = roadmap.item(node)
    own = node, words.links(lang)
    owner, links = roadmap.linked(node, lang) if roadmap.is_step(node) else own
    unlocks = [n for n, needs in sorted(roadmap.needs.items()) if node in needs]
    return ShowResult(
        words.id,
        words.title(lang),
        progress.state(node),
        words.kind,
        roadmap.is_optional(node),
        words.minutes,
        [item_ref(progress, n, lang) for n in roadmap.path(node)[:-1]],
        words.text("about", lang),
        links,
        None if owner == node else item_ref(progress, owner, lang),
        list(words.record.get("topics", ())),
        _needs(workspace, node),
        [item_ref(progress, n, lang) for n in unlocks],
        words.texts("goals", lang),
        words.texts("tips", lang),
        _counts(workspace, node),
        [_part(workspace, n) for n in roadmap.children(node)],
        _habit(workspace, node),
        _history(workspace, node),
        asks_for_proof(roadmap, node),
        list(progress.details(node).get("proofs", ())),
    )


def _needs(workspace: Workspace, node: int) -> list[Need]:
    """Return the item's own needs and those of the groups that it stands in."""
    roadmap, progress = workspace.roadmap, workspace.progress
    nodes = [need for n in roadmap.path(node) for need in roadmap.needs.get(n, ())]
    return [
        Need(*item_ref(progress, n, workspace.lang), progress.is_met(n))
        for n in dict.fromkeys(nodes)
    ]


def _counts(workspace: Workspace, node: int) -> PartSummary | None:
    if workspace.roadmap.is_step(node) or workspace.roadmap.is_habit(node):
        return None
    return part(workspace.progress, node, workspace.lang, tally(workspace.progress, node))


def _part(workspace: Workspace, node: int) -> Part:
    progress, roadmap = workspace.progress, workspace.roadmap
    own = item_ref(progress, node, workspace.lang)
    if roadmap.is_habit(node):
        return Part(*own, "", 0, 0)
    if roadmap.is_step(node):
        return Part(*own, progress.state(node), 0, 0)
    counts = tally(progress, node)
    return Part(*own, progress.state(node), counts.done, counts.total)


def _habit(workspace: Workspace, node: int) -> HabitSummary | None:
    if not workspace.roadmap.is_habit(node):
        return None
    work = workspace
    return habit(work.progress, node, work.today, work.lang, work.week_starts)


def _history(workspace: Workspace, node: int) -> list[ItemEvent]:
    """Return the events on the item itself; what was never touched has none."""
    if not workspace.progress.touched[node]:
        return []
    from datetime import date

    item = workspace.roadmap.id_of(node)
    return [
        ItemEvent(
            date.fromordinal(day_of(event)).isoformat(),
            event["do"],
            event.get("text", ""),
            event.get("url", ""),
        )
        for event, name in standing(workspace.events(), workspace.roadmap)
        if name == item
    ]

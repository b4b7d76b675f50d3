"""show: everything about one item."""

from typing import Annotated

from llmroadmap.core.days import iso, logged_day
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.roadmap import ASKED
from llmroadmap.core.model.text import choose
from llmroadmap.core.progress.habits import HabitSummary, habit
from llmroadmap.core.progress.notes import standing
from llmroadmap.core.progress.overview import tally
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.progress.proof import asks_for_proof
from llmroadmap.declaration import Argument, Command, Item
from llmroadmap.prompts import Prompts
from llmroadmap.results.show import ItemEvent, Need, Part, ShowResult
from llmroadmap.results.summaries import PartSummary, item_ref, other_language, part
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
    due, history = _due(progress, node), _history(workspace, node)
    owner, links = roadmap.linked(node, lang) if roadmap.is_step(node) else own
    unlocks = [n for n, needs in sorted(roadmap.needs.items()) if node in needs]
    return ShowResult(
        id=words.id,
        title=words.title(lang),
        state=progress.state(node),
        kind=words.kind,
        optional=roadmap.is_optional(node) and not roadmap.is_muted(node),
        is_own=words.id.startswith("+"),
        is_muted=roadmap.is_muted(node),
        due=iso(due[0]) if due else "",
        due_of=item_ref(progress, due[1], lang) if due and due[1] != node else None,
        tags=list(words.record.get("tags", ())),
        own_note=str(words.record.get("own_note", "")),
        minutes=words.minutes,
        has_estimate=roadmap.is_timed(node),
        path=[item_ref(progress, n, lang) for n in roadmap.path(node)[:-1]],
        about=words.text("about", lang),
        links=links,
        language=other_language(links, lang) if roadmap.is_step(node) else "",
        links_of=None if owner == node else item_ref(progress, owner, lang),
        topics=list(words.record.get("topics", ())),
        needs=_needs(workspace, node),
        unlocks=[item_ref(progress, n, lang) for n in unlocks],
        goals=words.texts("goals", lang),
        tips=words.texts("tips", lang),
        counts=_counts(workspace, node),
        parts=[_part(workspace, n) for n in roadmap.children(node)],
        habit=_habit(workspace, node),
        history=history,
        asks_for_proof=asks_for_proof(roadmap, node),
        spent_minutes=sum(m for n, _, m in progress.all_sittings() if n == node),
        factor=_factor(progress, node),
        proofs=list(progress.details(node).get("proofs", ())),
        questions=_questions(workspace, node, history),
    )


def _due(progress: Progress, node: int) -> tuple[int, int] | None:
    if not progress.roadmap.due:
        return None
    from llmroadmap.core.study.due import due_day  # only where anything has a day

    return due_day(progress, node)


def _factor(progress: Progress, node: int) -> float | None:
    if not progress.sittings or not progress.roadmap.is_step(node):
        return None
    from llmroadmap.core.study.ledger import factors  # only where any time is known

    known = factors(progress).get(progress.roadmap.item(node).kind)
    return round(known.factor, 2) if known else None


def _questions(workspace: Workspace, node: int, history: list[ItemEvent]) -> list[str]:
    """Return what is asked about a step: the author's questions, then those in notes on it."""
    roadmap = workspace.roadmap
    if not roadmap.is_step(node):
        return []
    asked = roadmap.recall.get(node, ()) if roadmap.columns.flags[node] & ASKED else ()
    found = [choose(pair["question"], workspace.lang) for pair in asked]
    notes = [event.text for event in history if event.do == "note"]
    if notes:
        from llmroadmap.core.model.question import questions_in  # only where there may be any

        found += [pair.question for text in notes for pair in questions_in(text)]
    return found


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
        return Part(id=own.id, title=own.title, state="", done=0, total=0)
    state = progress.state(node)
    if roadmap.is_step(node):
        return Part(id=own.id, title=own.title, state=state, done=0, total=0)
    counts = tally(progress, node)
    return Part(id=own.id, title=own.title, state=state, done=counts.done, total=counts.total)


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
            day=date.fromordinal(logged_day(event)).isoformat(),
            do=event["do"],
            text=event.get("text", ""),
            url=event.get("url", ""),
        )
        for event, name in standing(workspace.events(), workspace.roadmap)
        if name == item
    ]

"""list: the checklist as a tree."""

from collections.abc import Callable
from typing import Annotated

from llmroadmap.core.days import iso
from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.habits import habit
from llmroadmap.core.progress.overview import tally
from llmroadmap.core.progress.removed_items import removed_items
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import (
    Argument,
    Command,
    Duration,
    Option,
    PageLanguage,
    Part,
    StepKind,
    Tag,
    Text,
)
from llmroadmap.prompts import Prompts
from llmroadmap.results.list import Group, ListedStep, ListFilter, ListResult
from llmroadmap.results.summaries import other_language
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="status",
    examples=(
        "llmroadmap list",
        "llmroadmap list hf --open",
        "llmroadmap list s1 --done",
        "llmroadmap list --kind paper --time 1h --open",
    ),
    paged=True,
)


def run(  # noqa: PLR0913, PLR0917 - each is an option of the line
    workspace: Workspace,
    prompts: Prompts,
    part: Annotated[list[str] | None, Argument(Part(), help="list.part")] = None,
    open: Annotated[bool, Option("--open", help="list.open")] = False,
    done: Annotated[bool, Option("--done", help="list.done")] = False,
    all: Annotated[bool, Option("--all", "-a", help="list.all")] = False,
    kind: Annotated[str, Option("--kind", "-k", help="next.kind", kind=StepKind())] = "",
    time: Annotated[int, Option("--time", "-t", help="next.time", kind=Duration())] = 0,
    lang: Annotated[str, Option("--in", help="list.in", kind=PageLanguage())] = "",
    topic: Annotated[str, Option("--topic", help="list.topic", kind=Text("WORD"))] = "",
    tag: Annotated[str, Option("--tag", help="list.tag", kind=Tag())] = "",
    required: Annotated[bool, Option("--required", help="list.required")] = False,
) -> ListResult:
    """Return the checklist of the whole, or of one part of it; only the steps that fit all that is asked."""
    if open and done:
        raise UsageProblem("open-and-done", command="list")
    roadmap = workspace.roadmap
    top = find_item(workspace, part, prompts.resolve_ambiguity) if part else None
    only = "open" if open else "done" if done else ""
    kept = (
        removed_items(workspace.progress, workspace.lang) if top is None and only != "open" else []
    )
    wanted = ListFilter(
        kind=kind, minutes=time, language=lang, topic=topic, tag=tag, is_required=required
    )
    first = next_steps(workspace.progress, 1)
    under_way = [node for offer in first for node in roadmap.path(offer.node)[:-1]]
    under_way += [node for step in workspace.progress.started() for node in roadmap.path(step)[:-1]]
    result = ListResult(
        steps=[],
        habits=[],
        groups=[],
        order=[],
        earlier=kept,
        only=only,
        filter=wanted,
        tags=_tags(roadmap) if tag else [],
        untimed=0,
        fold=not (all or only or part or wanted != ListFilter()),
        under_way=[roadmap.id_of(node) for node in dict.fromkeys(under_way)],
        next=roadmap.id_of(first[0].node) if first else "",
    )
    lister = _Lister(workspace, result, with_muted=all)
    for node in [top] if top is not None else roadmap.stages():
        lister.add(node, 0)
    return result._replace(untimed=lister.untimed)


def _tags(roadmap: Roadmap) -> list[str]:
    from llmroadmap.core.overlay.tags import tags  # only where a tag was asked for

    return tags(roadmap)


def _fits(workspace: Workspace, wanted: ListFilter) -> Callable[[int], bool] | None:
    """Return whether a step is what was asked for, None where nothing was."""
    if wanted == ListFilter():
        return None
    # Only for who narrows the list.
    from llmroadmap.core.overlay.tags import tagged_nodes
    from llmroadmap.core.study.ledger import factors
    from llmroadmap.core.study.next_filter import NextFilter

    roadmap, progress = workspace.roadmap, workspace.progress
    tagged = set(tagged_nodes(roadmap, wanted.tag)) if wanted.tag else None
    known = factors(progress) if wanted.minutes and progress.sittings else {}
    by_kind = {kind: each.factor for kind, each in known.items()}
    of_kind = NextFilter(minutes=wanted.minutes, kind=wanted.kind, factors=by_kind)
    topic = wanted.topic.casefold()

    def fits(node: int) -> bool:
        return (
            of_kind.fits(progress, node)
            and (tagged is None or node in tagged)
            and not (wanted.is_required and roadmap.is_optional(node))
            and (not wanted.language or _speaks(roadmap, node, wanted.language))
            and (not topic or any(topic in each.casefold() for each in _topics(roadmap, node)))
        )

    return fits


def _speaks(roadmap: Roadmap, node: int, language: str) -> bool:
    """Tell whether the step has material in the language, or in none that is named."""
    codes = {code.partition("-")[0] for code in roadmap.languages(node)}
    return bool(codes & {language, ""})


def _topics(roadmap: Roadmap, node: int) -> list[str]:
    """Return the topics of the step and of the groups that it stands in."""
    return [
        topic for each in roadmap.path(node) for topic in roadmap.record(each).get("topics", ())
    ]


class _Lister:
    """Goes down the tree and keeps what was asked for."""

    def __init__(self, workspace: Workspace, result: ListResult, *, with_muted: bool) -> None:
        self.with_muted = with_muted
        self.fits = _fits(workspace, result.filter)
        self.workspace = workspace
        self.roadmap = workspace.roadmap
        self.progress = workspace.progress
        self.result = result
        self.untimed = 0
        self.due = {node: iso(day) for node, day in self.roadmap.due}

    def add(self, node: int, depth: int) -> bool:
        """Add `node` and what is below it, and tell whether anything was wanted."""
        if self.roadmap.is_muted(node) and not self.with_muted:
            return False
        if self.roadmap.is_habit(node):
            return self.fits is None and self._add_habit(node)
        if self.roadmap.is_step(node):
            return self._add_step(node, depth)
        return self._add_group(node, depth)

    def _add_group(self, node: int, depth: int) -> bool:
        item, counts = self.roadmap.item(node), tally(self.progress, node)
        state, title = self.progress.state(node), item.title(self.workspace.lang)
        index, in_order = len(self.result.groups), len(self.result.order)
        self.result.order.append(item.id)
        self.result.groups.append(
            Group(
                id=item.id,
                title=title,
                state=state,
                done=counts.done,
                total=counts.total,
                minutes_left=counts.minutes_left,
                without_estimate=counts.without_estimate,
                due=self.due.get(node, ""),
                depth=depth,
            )
        )
        wanted = False
        for child in self.roadmap.children(node):
            wanted = self.add(child, depth + 1) or wanted
        if (self.result.only or self.fits is not None) and not wanted:
            del self.result.groups[index], self.result.order[in_order]
        return wanted

    def _add_habit(self, node: int) -> bool:
        if self.result.only == "done":
            return False
        work = self.workspace
        summary = habit(self.progress, node, work.today, work.lang, work.week_starts)
        self.result.habits.append(summary)
        self.result.order.append(summary.id)
        return not self.result.only

    def _add_step(self, node: int, depth: int) -> bool:
        if self.fits is not None and not self.fits(node):
            return False
        if self.result.filter.minutes and not self.roadmap.is_timed(node):
            self.untimed += 1
            return False
        state, only = self.progress.state(node), self.result.only
        if (only and (only == "done") != (state == "done")) or (
            only == "open" and state == "skipped"
        ):
            return False
        roadmap, lang = self.roadmap, self.workspace.lang
        item, details = roadmap.item(node), self.progress.details(node)
        owner, links = roadmap.linked(node, lang)
        stage = roadmap.id_of(roadmap.stage_of(node))
        self.result.order.append(item.id)
        self.result.steps.append(
            ListedStep(
                id=item.id,
                title=item.title(lang),
                state=state,
                stage=stage,
                optional=roadmap.is_optional(node),
                kind=item.kind,
                minutes=item.minutes,
                has_estimate=roadmap.is_timed(node),
                due=self.due.get(node, ""),
                links=links if owner == node else [],
                language=other_language(links, lang),
                finished=iso(self.progress.finished[node]),
                depth=depth,
                notes=self.progress.notes[node],
                proofs=len(details.get("proofs", ())),
            )
        )
        return True

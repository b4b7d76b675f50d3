"""list: the checklist as a tree."""

from typing import Annotated

from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.overlay.tags import tagged_nodes
from llmroadmap.core.progress.habits import habit
from llmroadmap.core.progress.overview import tally
from llmroadmap.core.progress.removed_items import removed_items
from llmroadmap.declaration import Argument, Command, Option, Part, Tag
from llmroadmap.prompts import Prompts
from llmroadmap.results.list import Group, ListedStep, ListResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="status",
    examples=("llmroadmap list", "llmroadmap list hf --open", "llmroadmap list s1 --done"),
    paged=True,
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    part: Annotated[list[str] | None, Argument(Part(), help="list.part")] = None,
    open: Annotated[bool, Option("--open", help="list.open")] = False,
    done: Annotated[bool, Option("--done", help="list.done")] = False,
    all: Annotated[bool, Option("--all", "-a", help="list.all")] = False,
    tag: Annotated[str, Option("--tag", help="list.tag", kind=Tag())] = "",
) -> ListResult:
    """Return the checklist of the whole, or of one part of it."""
    if open and done:
        raise UsageProblem("open-and-done", command="list")
    roadmap = workspace.roadmap
    top = find_item(workspace, part, prompts.resolve_ambiguity) if part else None
    only = "open" if open else "done" if done else ""
    kept = (
        removed_items(workspace.progress, workspace.lang) if top is None and only != "open" else []
    )
    result = ListResult(
        steps=[],
        habits=[],
        groups=[],
        order=[],
        earlier=kept,
        only=only,
        fold=not (all or only or part),
    )
    lister = _Lister(workspace, result, with_muted=all, tag=tag)
    for node in [top] if top is not None else roadmap.stages():
        lister.add(node, 0)
    return result


class _Lister:
    """Goes down the tree and keeps what was asked for."""

    def __init__(
        self, workspace: Workspace, result: ListResult, *, with_muted: bool, tag: str
    ) -> None:
        self.with_muted = with_muted
        self.tagged = None if not tag else set(tagged_nodes(workspace.roadmap, tag))
        self.workspace = workspace
        self.roadmap = workspace.roadmap
        self.progress = workspace.progress
        self.result = result

    def add(self, node: int, depth: int) -> bool:
        """Add `node` and what is below it, and tell whether anything was wanted."""
        if self.roadmap.is_muted(node) and not self.with_muted:
            return False
        if self.roadmap.is_habit(node):
            return self.tagged is None and self._add_habit(node)
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
                depth=depth,
            )
        )
        wanted = False
        for child in self.roadmap.children(node):
            wanted = self.add(child, depth + 1) or wanted
        if (self.result.only or self.tagged is not None) and not wanted:
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
        if self.tagged is not None and node not in self.tagged:
            return False
        state, only = self.progress.state(node), self.result.only
        if (only and (only == "done") != (state == "done")) or (
            only == "open" and state == "skipped"
        ):
            return False
        roadmap, lang = self.roadmap, self.workspace.lang
        item, details = roadmap.item(node), self.progress.details(node)
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
                links=item.links(lang),
                depth=depth,
                notes=self.progress.notes[node],
                proofs=len(details.get("proofs", ())),
            )
        )
        return True

"""log: what you did, day by day."""

from datetime import date
from typing import Annotated

from llmroadmap.commands._history import history
from llmroadmap.core.lookup.errors import UnknownItem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.declaration import Argument, Command, Count, Day, Item, Option
from llmroadmap.prompts import Prompts
from llmroadmap.results.history import EventSummary, folded
from llmroadmap.results.log import LogResult
from llmroadmap.results.summaries import ItemRef, item_ref
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="find",
    examples=(
        "llmroadmap log",
        "llmroadmap log -n 100",
        'llmroadmap log --since "{last week}"',
        "llmroadmap log hf",
    ),
    paged=True,
)

# So many entries are shown unless more, or a day, are asked for.
_SHOWN = 30


def run(
    workspace: Workspace,
    prompts: Prompts,
    item: Annotated[list[str] | None, Argument(Item(), help="log.item")] = None,
    n: Annotated[int, Option("-n", "--number", help="log.n", kind=Count())] = 0,
    since: Annotated[str, Option("--since", help="log.since", kind=Day())] = "",
) -> LogResult:
    """Return the history, or that of one item and what is in it; what was undone is not in it."""
    first = _first_day(since, workspace) if since else ""
    entries = [entry for entry in history(workspace) if entry.day >= first]
    whole = _find_whole(workspace, item, prompts, entries) if item else None
    if whole:
        entries = [entry for entry in entries if _is_within(workspace, entry.id, whole.id)]
    lines = folded(entries)
    count = n or (len(lines) if first else _SHOWN)
    shown = [entry for line in lines[-count:] for entry in line] if count else []
    shown.sort(key=lambda entry: entry.day, reverse=True)
    today = date.fromordinal(workspace.today).isoformat()
    return LogResult(
        entries=shown, earlier=max(len(lines) - count, 0), item=whole, since=first, today=today
    )


def _first_day(since: str, workspace: Workspace) -> str:
    from llmroadmap.commands._values import typed_since  # only for a day that was given

    return typed_since(since, workspace.today, workspace.week_starts)


def _find_whole(
    workspace: Workspace, words: list[str], prompts: Prompts, entries: list[EventSummary]
) -> ItemRef:
    item = " ".join(words)
    try:
        node = find_item(workspace, words, prompts.resolve_ambiguity)
    except UnknownItem:
        # What the plan does not have any more still has its history.
        lost = [entry for entry in entries if not entry.in_plan and entry.id == item]
        if not lost:
            raise
        return ItemRef(item, lost[0].title)
    return item_ref(workspace.progress, node, workspace.lang)


def _is_within(workspace: Workspace, item: str, whole: str) -> bool:
    find = workspace.roadmap.find
    node, top = find(item), find(whole)
    if node is None or top is None:
        return item == whole
    return node in workspace.roadmap.subtree(top)

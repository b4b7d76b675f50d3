"""find: where words occur."""

from typing import Annotated

from llmroadmap.core.lookup.search import Hit, find
from llmroadmap.core.model.text import choose
from llmroadmap.core.progress.notes import notes, retired_title
from llmroadmap.declaration import Argument, Command, Count, Option, Text
from llmroadmap.results.find import FindResult, FoundItem
from llmroadmap.results.summaries import ItemRef, item_ref
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="look",
    after="show",
    examples=(
        "llmroadmap find {attention}",
        "llmroadmap find lora notebook",
    ),
    paged=True,
)

_SHOWN = 20


def run(
    workspace: Workspace,
    words: Annotated[list[str], Argument(Text("WORD"), help="find.words", many=True)],
    n: Annotated[int, Option("-n", "--number", help="find.n", kind=Count())] = _SHOWN,
) -> FindResult:
    """Return the items that have all of the words, whichever language they are in."""
    query = " ".join(words)
    written = notes(workspace.events(), workspace.roadmap) if workspace.progress.newest else []
    hits = find(workspace.roadmap, query, written, workspace.lang)
    found = [_found(workspace, hit) for hit in hits[:n]]
    return FindResult(
        words=query,
        found=found,
        total=len(hits),
        closest=[] if hits else _closest(workspace, query),
    )


def _found(workspace: Workspace, hit: Hit) -> FoundItem:
    roadmap, lang = workspace.roadmap, workspace.lang
    if hit.node is None:
        title = choose(retired_title(roadmap, hit.item), lang)
        return FoundItem(
            id=hit.item, title=title, state="", kind="", matched=hit.fields, excerpt=hit.excerpt
        )
    item, state = roadmap.item(hit.node), workspace.progress.state(hit.node)
    return FoundItem(
        id=item.id,
        title=item.title(lang),
        state=state,
        kind=item.kind,
        matched=hit.fields,
        excerpt=hit.excerpt,
    )


def _closest(workspace: Workspace, query: str) -> list[ItemRef]:
    from llmroadmap.core.lookup.match import match  # only where nothing was found

    nodes = match(workspace.roadmap, query).nodes[:5]
    return [item_ref(workspace.progress, node, workspace.lang) for node in nodes]

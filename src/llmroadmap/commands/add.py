"""add: make any study plan a roadmap."""

import os
from typing import Annotated

from llmroadmap.commands._plans import keep_ticks as take_over
from llmroadmap.commands._plans import parts_of
from llmroadmap.core.model.plan_summary import (
    left_out_summary,
    plan_summary,
)
from llmroadmap.core.model.tree import RoadmapTree
from llmroadmap.declaration import Argument, Command, File, Option, Parts, Text
from llmroadmap.filesystem.errors import ChangedMeanwhile
from llmroadmap.results.add import AddResult
from llmroadmap.storage.errors import RoadmapExists
from llmroadmap.storage.library import (
    BUNDLED,
    holds,
    remember_source,
    user_path,
    write_roadmap_file,
)
from llmroadmap.storage.plan_file import read_plan, tree_of
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="use",
    examples=(
        "llmroadmap add plan.md --dry-run",
        "llmroadmap add plan.md --id mine",
        "curl -fsSL https://example.org/README.md | llmroadmap add - --base https://example.org/",
    ),
    paged=True,
)


def run(
    workspace: Workspace,
    source: Annotated[str, Argument(File("SOURCE"), help="add.source")],
    id: Annotated[str, Option("--id", help="add.id", kind=Text("ID"))] = "",
    base: Annotated[str, Option("--base", help="add.base", kind=Text("URL"))] = "",
    keep_ticks: Annotated[bool, Option("--keep-ticks", help="add.keep_ticks")] = False,
    include: Annotated[list[str], Option("--include", help="add.include", kind=Parts())] = [],  # noqa: B006
    force: Annotated[bool, Option("--force", help="add.force")] = False,
    dry_run: Annotated[bool, Option("--dry-run", help="add.dry_run")] = False,
) -> AddResult:
    """Read the plan, show or store what it comes to, and take its ticks over if wanted."""
    included = parts_of(include)
    plan = read_plan(source, base, include=included, force=force)
    tree = tree_of(plan, id)
    name = str(tree["id"])
    path = user_path(workspace.locations, name)
    if not dry_run:
        # Killed before the ticks were taken over, the same line goes on from there.
        if not (keep_ticks and holds(path, tree)):
            _store(tree, path)
        _remember(workspace, name, source, _options(base, included, force=force))
    kept = take_over(workspace.of(name), plan) if keep_ticks and not dry_run else 0
    return AddResult(
        plan=plan_summary(tree, workspace.lang),
        path=path,
        dry_run=dry_run,
        ticked=len(plan.done),
        kept=kept,
        left_out=[
            left_out_summary(left.what, left.lines, left.example, left.path)
            for left in plan.left_out
        ],
        doubt=plan.doubt,
    )


def _store(tree: RoadmapTree, path: str) -> None:
    if os.path.exists(path) or tree["id"] == BUNDLED:
        raise RoadmapExists(str(tree["id"]), path)
    try:
        write_roadmap_file(path, tree, is_new=True)
    except ChangedMeanwhile as error:  # Two of them were stored at once.
        raise RoadmapExists(str(tree["id"]), path) from error


def _remember(workspace: Workspace, name: str, source: str, options: dict[str, str]) -> None:
    """Remember where the plan came from; what is piped in comes from nowhere that one could ask."""
    known = {"source": os.path.abspath(source), **options}
    remember_source(workspace.locations, name, None if source == "-" else known)


def _options(base: str, include: list[str], *, force: bool) -> dict[str, str]:
    """Return how the plan was read, so that an update reads it in the same way."""
    options = {"base": base, "include": ",".join(include), "force": "yes" if force else ""}
    return {name: value for name, value in options.items() if value}

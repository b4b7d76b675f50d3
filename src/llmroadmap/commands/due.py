"""due: give something a date of your own."""

from typing import Annotated

from llmroadmap.commands._own_changes import OwnChange, changed_items, listing, make
from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.declaration import Argument, Command, ItemAnd, Option
from llmroadmap.prompts import Prompts
from llmroadmap.results.own_changes import OwnChangeResult
from llmroadmap.storage.overlay_file import NewValue
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="unmute",
    examples=(
        "llmroadmap due s1 2027-03-31",
        "llmroadmap due hf.3.2 2026-12-24",
        "llmroadmap due s1 --remove",
        "llmroadmap due",
    ),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    words: Annotated[
        list[str] | None, Argument(ItemAnd("DAY"), help="due.words", many=True)
    ] = None,
    remove: Annotated[bool, Option("--remove", help="due.remove")] = False,
) -> OwnChangeResult:
    """Say by when you want to have done something; near that day it comes first."""
    if not words:
        found = changed_items(workspace.overlay.read(), "due")
        return listing(workspace, sorted(found, key=lambda each: each[1]))
    *name, day = [*words, ""] if remove else words
    if not name:
        raise UsageProblem("missing-argument", "DAY", "due", "due.words")
    node = find_item(workspace, name, prompts.resolve_ambiguity, to_change=True)
    full_id = workspace.roadmap.id_of(node)
    value = None if remove else _coming_day(day, workspace)
    values: list[NewValue] = [(("change", full_id, "due"), value)]
    return make(workspace, OwnChange(did="due", ids=[full_id], values=values, value=value or ""))


def _coming_day(text: str, workspace: Workspace) -> str:
    from llmroadmap.commands._values import typed_coming_day  # only for a day that was given
    from llmroadmap.core.days import iso

    return iso(typed_coming_day(text, workspace.today, workspace.week_starts, "DAY"))

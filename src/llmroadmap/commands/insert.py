"""insert: put a step of your own into the plan."""

from typing import Annotated, Any

from llmroadmap.commands._own_changes import OwnChange, make, new_own_id
from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.tree import OWN
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Argument, Command, Duration, Item, Option, Text
from llmroadmap.prompts import Prompts
from llmroadmap.results.own_changes import OwnChangeResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="edit",
    examples=(
        'llmroadmap insert "{Brush up matrix calculus}"',
        'llmroadmap insert "{Read the GPT-2 code}" --after hf.7.6 --minutes 1h',
        'llmroadmap insert "{My own project}" --in cs324 --link https://example.org/idea',
    ),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    title: Annotated[list[str], Argument(Text("TITLE"), help="insert.title", many=True)],
    after: Annotated[str, Option("--after", help="insert.after", kind=Item())] = "",
    inside: Annotated[str, Option("--in", help="insert.in", kind=Item("groups"))] = "",
    minutes: Annotated[int, Option("--minutes", "-t", help="insert.minutes", kind=Duration())] = 0,
    link: Annotated[str, Option("--link", help="insert.link", kind=Text("URL"))] = "",
    needs: Annotated[str, Option("--needs", help="insert.needs", kind=Item())] = "",
    group: Annotated[bool, Option("--group", help="insert.group")] = False,
) -> OwnChangeResult:
    """Put a step, or a group for steps, where it belongs; without a place it comes next."""
    given = [(key, name) for key, name in zip(_PLACES, (after, inside), strict=True) if name]
    if len(given) > 1:
        raise UsageProblem("one-of", "--after, --in", "insert")

    def node_of(name: str) -> int:
        return find_item(workspace, name, prompts.resolve_ambiguity, to_change=True)

    text = " ".join(title).strip()
    if not text:
        raise UsageProblem("missing-argument", "TITLE", "insert", "insert.title")
    place, anchor = (given[0][0], node_of(given[0][1])) if given else _comes_next(workspace)
    own: dict[str, Any] = {
        "id": new_own_id(workspace, workspace.overlay.read(), text),
        "title": text,
        place: workspace.roadmap.id_of(anchor),
    }
    if minutes:
        own["minutes"] = minutes
    if link:
        own["links"] = [{"url": link}]
    if needs:
        own["needs"] = [workspace.roadmap.id_of(node_of(needs))]
    if group:
        own["group"] = True
    change = OwnChange(
        did="insert",
        ids=[OWN + own["id"]],
        values=[(("add", own["id"]), own)],
        value=text,
        steps=0 if group else 1,
        place=place,
        anchor=own[place],
    )
    return make(workspace, change)


_PLACES = ("after", "in")


def _comes_next(workspace: Workspace) -> tuple[str, int]:
    """Return the place before what is offered first; where nothing is left, the last stage."""
    offers = next_steps(workspace.progress, 1)
    return ("before", offers[0].node) if offers else ("in", workspace.roadmap.stages()[-1])

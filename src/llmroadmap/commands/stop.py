"""stop: end the sitting, and go on with the step another time."""

from typing import Annotated

from llmroadmap.commands._steps import LONG_SITTING, minutes_since_start
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import Progress
from llmroadmap.declaration import Argument, Command, Item, Minutes, Option
from llmroadmap.prompts import Prompts
from llmroadmap.results.stop import StopResult
from llmroadmap.results.summaries import item_ref, step
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="start",
    examples=("llmroadmap stop", "llmroadmap stop hf.3.2 --minutes 40"),
)


class NoClockRuns(LlmroadmapError):
    """A sitting that is to be ended, and no clock runs; `item` is "" where none was named."""

    code = "no-clock"

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


def run(
    workspace: Workspace,
    prompts: Prompts,
    item: Annotated[list[str] | None, Argument(Item("open"), help="stop.item")] = None,
    minutes: Annotated[
        int, Option("--minutes", help="stop.minutes", kind=Minutes("--minutes"))
    ] = 0,
) -> StopResult:
    """End the sitting on a step without finishing it: its time counts, and it stays in progress."""
    node = (
        find_item(workspace, item, prompts.resolve_ambiguity, to_change=True)
        if item
        else _running(workspace, prompts)
    )
    name = workspace.roadmap.id_of(node)
    if not minutes and not workspace.progress.details(node).get("started"):
        raise NoClockRuns(name)
    ran = minutes or minutes_since_start(workspace.progress, node, workspace.now.timestamp())
    if not minutes and ran > LONG_SITTING:
        title = item_ref(workspace.progress, node, workspace.lang).title
        prompts.confirm("long-sitting", option="--minutes", id=name, title=title, hours=ran // 60)

    def decide(progress: Progress) -> list[Draft]:
        return [{"do": "stop", "item": name, "minutes": ran}]

    after = workspace.record(decide).after
    return StopResult(
        step=step(after, node, workspace.lang), minutes=ran, total_minutes=_spent_on(after, node)
    )


def _running(workspace: Workspace, prompts: Prompts) -> int:
    """Return the step whose clock runs; of several, the one that is picked."""
    progress = workspace.progress
    nodes = [n for n in progress.started() if progress.details(n).get("started")]
    if not nodes:
        raise NoClockRuns("")
    if len(nodes) == 1:
        return nodes[0]
    named = [item_ref(progress, node, workspace.lang) for node in nodes]
    choices = [(each.id, each.title) for each in named]
    return nodes[prompts.select("which-step", choices, option="ITEM")]


def _spent_on(progress: Progress, node: int) -> int:
    """Return the minutes of all sittings on a step."""
    return sum(minutes for each, _, minutes in progress.all_sittings() if each == node)

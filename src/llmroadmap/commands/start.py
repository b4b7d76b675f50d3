"""start: say what you are working on."""

from typing import Annotated

from llmroadmap.commands._steps import ChangeRequest, On, change_steps
from llmroadmap.core.progress.events import Draft
from llmroadmap.declaration import Argument, Command, Item, Minutes, Option
from llmroadmap.prompts import Prompts
from llmroadmap.results.start import StartResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="done",
    examples=("llmroadmap start", "llmroadmap start hf.3.2", "llmroadmap start --for 25m"),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    items: Annotated[list[str], Argument(Item("unstarted"), help="items", many=True)] = [],  # noqa: B006
    on: On = "",
    lasting: Annotated[int, Option("--for", help="start.for", kind=Minutes("--for"))] = 0,
) -> StartResult:
    """Mark the steps as in progress; with a time, count it down and end the sitting."""
    if not items:
        from llmroadmap.commands._current import step_to_begin  # only where none is named

        items = [workspace.roadmap.id_of(step_to_begin(workspace))]
    result, _ = change_steps(
        workspace, prompts, ChangeRequest(verb="start", items=items, on=on, again=bool(lasting))
    )
    started = [each for each in (*result.changed, *result.unchanged) if each.state == "started"]
    counted = None
    if lasting and started:
        # What was started is written by now: if this is cut off, `stop` still knows since when.
        counted = prompts.count_down(lasting, started[0].id, started[0].title)
    if counted is not None:
        draft: Draft = {"do": "stop", "item": started[0].id, "minutes": counted}
        workspace.record(lambda progress: [draft])
    return StartResult(**result._asdict(), counted_minutes=counted)

"""done: tick steps."""

from typing import Annotated

from llmroadmap.commands._steps import (
    LONG_SITTING,
    ChangeRequest,
    On,
    OpenItems,
    Yes,
    change_steps,
    minutes_since_start,
)
from llmroadmap.core.days import first_day_of, week_of
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import DONE, Progress
from llmroadmap.core.progress.proof import asks_for_proof
from llmroadmap.declaration import Command, Minutes, Option, Text
from llmroadmap.prompts import Prompts
from llmroadmap.results.done import DoneResult
from llmroadmap.results.moments import Moment
from llmroadmap.results.summaries import StepSummary, WeekTarget
from llmroadmap.storage.workspace import Recorded, Workspace

COMMAND = Command(
    group="day",
    after="next",
    examples=(
        "llmroadmap done",
        "llmroadmap done hf.3.2",
        'llmroadmap done . -m "{collators pad each batch}"',
        'llmroadmap done "{scaling laws paper}"',
        "llmroadmap done hf.3.2-4 --on {yesterday}",
        "llmroadmap done hf.0 --yes",
        "llmroadmap done hf.3.2 --took 50m",
    ),
)

# So many finished steps are enough to forget some of.
_TIME_TO_RECALL = 20


def run(
    workspace: Workspace,
    prompts: Prompts,
    items: OpenItems = [],  # noqa: B006
    on: On = "",
    yes: Yes = False,
    message: Annotated[str, Option("--message", "-m", help="done.message", kind=Text())] = "",
    took: Annotated[int, Option("--took", help="done.took", kind=Minutes("--took"))] = 0,
) -> DoneResult:
    """Tick the steps; of a group, all its open counted steps. With a time, say how long one took."""
    if not items:
        from llmroadmap.commands._current import step_to_finish  # only where none is named

        items = [step_to_finish(workspace, prompts, yes=yes)]
    long: dict[str, int] = {}

    def extra_fields(progress: Progress, node: int) -> Draft:
        ran = minutes_since_start(progress, node, workspace.now.timestamp())
        minutes = 0 if on or took or ran > LONG_SITTING else ran
        if ran > LONG_SITTING and not (on or took):
            long[progress.roadmap.id_of(node)] = ran
        return {"do": "done", "minutes": minutes} if minutes else {"do": "done"}

    result, recorded = change_steps(
        workspace,
        prompts,
        ChangeRequest(
            verb="done",
            items=items,
            on=on,
            yes=yes,
            extra_fields=extra_fields,
            took=took,
            note=message,
        ),
    )
    times = {e["item"]: e["minutes"] for e in recorded.events if "minutes" in e}
    clocked = {e["item"] for e in recorded.events if e["do"] == "done" and "minutes" in e}
    return DoneResult(
        finished=result.changed,
        already_done=result.unchanged,
        unlocked=result.unlocked,
        chapters=result.chapters,
        stages=result.stages,
        week_steps=_week_steps(workspace, recorded.after),
        next=result.next,
        on=result.on,
        took=times,
        not_believed=long,
        clocked=sorted(clocked),
        target=_target(workspace, recorded.after),
        note=next((e["text"] for e in recorded.events if e["do"] == "note"), ""),
        worth_keeping=_worth_keeping(recorded.after, result.changed),
        try_recall=_may_recall(workspace, recorded.before, recorded.after),
        moments=_moments(workspace, recorded, result.changed),
    )


def _moments(workspace: Workspace, recorded: Recorded, steps: list[StepSummary]) -> list[Moment]:
    find, after = workspace.roadmap.find, recorded.after
    groups = {workspace.roadmap.columns.parent[find(step.id) or 0] for step in steps}
    if all(after.left(group) for group in groups):
        return []
    from llmroadmap.commands._moments import moments  # only where something comes to its end

    return moments(workspace, recorded, [step.id for step in steps])


def _week_steps(workspace: Workspace, progress: Progress) -> int:
    """Return how many steps were finished this week; what is to come is not."""
    today = workspace.today
    first = first_day_of(week_of(today, workspace.week_starts), workspace.week_starts)
    return sum([first <= day <= today for day in progress.finished])


def _may_recall(workspace: Workspace, before: Progress, after: Progress) -> bool:
    """Tell whether this is the moment to propose `recall`, which comes once."""
    if workspace.settings.recall != "auto" or after.has_answers:
        return False
    return before.count(DONE) < _TIME_TO_RECALL <= after.count(DONE)


def _target(workspace: Workspace, progress: Progress) -> WeekTarget | None:
    if not workspace.settings.hours:
        return None
    from llmroadmap.commands._pace import week_target  # only where a target is set

    return week_target(workspace, progress)


def _worth_keeping(progress: Progress, steps: list[StepSummary]) -> list[str]:
    find = progress.roadmap.find
    nodes = [node for step in steps if (node := find(step.id)) is not None]
    return [
        progress.roadmap.id_of(node)
        for node in nodes
        if asks_for_proof(progress.roadmap, node) and not progress.details(node).get("proofs")
    ]

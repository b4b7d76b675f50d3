"""done: tick steps."""

from llmroadmap.commands._steps import ChangeRequest, On, OpenItems, Yes, change_steps
from llmroadmap.core.progress.events import Draft, timestamp
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.progress.proof import asks_for_proof
from llmroadmap.declaration import Command
from llmroadmap.prompts import Prompts
from llmroadmap.results.done import DoneResult
from llmroadmap.results.summaries import StepSummary
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="next",
    examples=(
        "llmroadmap done hf.3.2",
        'llmroadmap done "scaling laws paper"',
        "llmroadmap done hf.3.2 hf.3.3 --on yesterday",
        "llmroadmap done hf.0 --yes",
    ),
)

# A step finished later than this after its start was not worked on all the time.
ONE_SITTING = 6 * 60


def run(
    workspace: Workspace, prompts: Prompts, items: OpenItems, on: On = "", yes: Yes = False
) -> DoneResult:
    """Tick the steps; of a group, all its open counted steps."""

    def extra_fields(progress: Progress, node: int) -> Draft:
        minutes = 0 if on else _minutes_since_start(progress, node, workspace.now.timestamp())
        return {"do": "done", "minutes": minutes} if minutes else {"do": "done"}

    result, recorded = change_steps(
        workspace,
        prompts,
        ChangeRequest(verb="done", items=items, on=on, yes=yes, extra_fields=extra_fields),
    )
    took = {e["item"]: e["minutes"] for e in recorded.events if "minutes" in e}
    return DoneResult(
        finished=result.changed,
        already_done=result.unchanged,
        unlocked=result.unlocked,
        stages=result.stages,
        next=result.next,
        on=result.on,
        took=took,
        worth_keeping=_worth_keeping(recorded.after, result.changed),
    )


def _worth_keeping(progress: Progress, steps: list[StepSummary]) -> list[str]:
    find = progress.roadmap.find
    nodes = [node for step in steps if (node := find(step.id)) is not None]
    return [
        progress.roadmap.id_of(node)
        for node in nodes
        if asks_for_proof(progress.roadmap, node) and not progress.details(node).get("proofs")
    ]


def _minutes_since_start(progress: Progress, node: int, now: float) -> int:
    started = progress.details(node).get("started")
    minutes = round((now - timestamp(started)) / 60) if started else 0
    return minutes if 0 < minutes <= ONE_SITTING else 0

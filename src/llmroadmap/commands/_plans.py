"""What add and update have in common."""

from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import Progress
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.storage.workspace import Workspace


def keep_ticks(workspace: Workspace, plan: ImportedPlan) -> int:
    """Record the plan's ticks as one change, so that one undo takes them back; return how many."""
    find = workspace.roadmap.find
    ticks = (("done", plan.done), ("start", plan.started), ("skip", plan.skipped))
    pairs = [(verb, item) for verb, items in ticks for item in items]

    def decide(progress: Progress) -> list[Draft]:
        nodes = {item: find(item) for _, item in pairs}
        return [
            {"do": verb, "item": item}
            for verb, item in pairs
            if (node := nodes[item]) is not None and progress.state(node) == "open"
        ]

    return sum(event["do"] == "done" for event in workspace.record(decide).events)

"""What add and update have in common."""

from llmroadmap.core.days import NO_DAY, iso
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import Progress
from llmroadmap.declaration import Parts
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.storage.workspace import Workspace


def parts_of(include: list[str]) -> list[str]:
    """Return what `--include` names, each part once; all of them for `all`."""
    named = {part for words in include for part in words.split(",")}
    return [part for part in Parts.CHOICES[:-1] if part in named or "all" in named]


def keep_ticks(workspace: Workspace, plan: ImportedPlan) -> int:
    """Record the plan's ticks as one change, so that one undo takes them back; return how many."""
    find = workspace.roadmap.find
    ticks = (("done", plan.done), ("start", plan.started), ("skip", plan.skipped))
    pairs = [(verb, item) for verb, items in ticks for item in items]

    today = iso(workspace.today)

    def decide(progress: Progress) -> list[Draft]:
        nodes = {item: find(item) for _, item in pairs}
        # Nothing was done today: what has no day in the plan has none here either.
        return [
            {"do": verb, "item": item, "on": min(plan.days.get(item, NO_DAY), today)}
            for verb, item in pairs
            if (node := nodes[item]) is not None and progress.state(node) == "open"
        ]

    return sum(event["do"] == "done" for event in workspace.record(decide).events)

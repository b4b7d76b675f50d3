"""What has come to its end, as results say it."""

from collections.abc import Iterable

from llmroadmap.core.days import iso
from llmroadmap.core.progress.progress import OPEN, UNCOUNTED, Progress
from llmroadmap.core.study.milestones import PLAN, completed, effort, level
from llmroadmap.results.moments import KeptProof, Moment
from llmroadmap.results.summaries import PartSummary, part
from llmroadmap.storage.workspace import Recorded, Workspace


def moments(workspace: Workspace, recorded: Recorded, changed: Iterable[str]) -> list[Moment]:
    """Return what the change of these steps brought to its end, the smallest first."""
    if workspace.settings.moments == "off":
        return []
    find = workspace.roadmap.find
    nodes = [node for each in changed if (node := find(each)) is not None]
    groups = completed(recorded.before, recorded.after, nodes)
    return [moment(workspace, recorded.after, group) for group in groups]


def moment(workspace: Workspace, progress: Progress, group: int = PLAN) -> Moment:
    """Return what a finished part, or the whole plan, took and what came of it."""
    took, roadmap, lang = effort(progress, group), progress.roadmap, workspace.lang
    is_plan = group == PLAN
    return Moment(
        level=level(progress, group),
        id="" if is_plan else roadmap.id_of(group),
        title=roadmap.title(lang) if is_plan else roadmap.item(group).title(lang),
        steps=took.steps,
        minutes=took.minutes,
        is_measured=took.is_real,
        since=iso(took.first),
        until=iso(took.last),
        days=took.days,
        notes=took.notes,
        proofs=_proofs(progress, group, lang),
        opens=_opens(progress, group, lang),
        optional_left=progress.states.count(OPEN + UNCOUNTED) if is_plan else 0,
    )


def _proofs(progress: Progress, group: int, lang: str) -> list[KeptProof]:
    roadmap = progress.roadmap
    inside = range(len(roadmap)) if group == PLAN else roadmap.subtree(group)
    kept = {
        node: details["proofs"]
        for node, details in progress.item_details.items()
        if node in inside and details.get("proofs")
    }
    return [
        KeptProof(roadmap.id_of(node), roadmap.item(node).title(lang), list(kept[node]))
        for node in sorted(kept)
    ]


def _opens(progress: Progress, group: int, lang: str) -> PartSummary | None:
    """Return the stage that comes after a finished one."""
    if group == PLAN or not progress.roadmap.is_stage(group):
        return None
    following = next(progress.open_children(), None)
    return None if following is None else part(progress, following, lang)

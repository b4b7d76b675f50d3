"""roadmaps: those you have, and how far you are on each."""

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.progress.overview import tally
from llmroadmap.declaration import Command
from llmroadmap.results.roadmaps import RoadmapsResult, RoadmapSummary
from llmroadmap.storage.library import BUNDLED, all_roadmaps
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="config",
    examples=("llmroadmap roadmaps",),
)


def run(workspace: Workspace) -> RoadmapsResult:
    """Return every roadmap with its progress; a broken one is listed as such."""
    in_use = workspace.settings.roadmap or BUNDLED
    return RoadmapsResult(
        [
            _summary(workspace.of(entry.id), entry.path, entry.id == in_use, entry.is_own)
            for entry in all_roadmaps(workspace.locations)
        ]
    )


def _summary(workspace: Workspace, path: str, in_use: bool, is_own: bool) -> RoadmapSummary:
    name = workspace.choice
    known = is_own and name == BUNDLED
    try:
        counts = tally(workspace.progress)
        title, error = workspace.roadmap.title(workspace.lang), ""
    except LlmroadmapError as wrong:
        return RoadmapSummary(name, name, path, in_use, is_own, known, 0, 0, 0, 0, wrong.code)
    return RoadmapSummary(
        name,
        title,
        path,
        in_use,
        is_own,
        known,
        counts.done,
        counts.total,
        counts.percent,
        counts.minutes_left,
        error,
    )

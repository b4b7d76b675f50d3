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
        return RoadmapSummary(
            id=name,
            title=name,
            path=path,
            in_use=in_use,
            is_own=is_own,
            overrides_built_in=known,
            done=0,
            total=0,
            percent=0,
            minutes_left=0,
            error=wrong.code,
        )
    return RoadmapSummary(
        id=name,
        title=title,
        path=path,
        in_use=in_use,
        is_own=is_own,
        overrides_built_in=known,
        done=counts.done,
        total=counts.total,
        percent=counts.percent,
        minutes_left=counts.minutes_left,
        error=error,
    )

"""use: choose the roadmap that all commands are about."""

from typing import Annotated

from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Argument, Command, RoadmapId
from llmroadmap.results.summaries import offered, whole
from llmroadmap.results.use import UseResult
from llmroadmap.storage.library import BUNDLED, find_roadmap
from llmroadmap.storage.settings_file import write_setting
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="roadmaps",
    examples=("llmroadmap use llm",),
    switches_roadmap=True,
)


def run(
    workspace: Workspace, id: Annotated[str, Argument(RoadmapId(), help="roadmap.id")]
) -> UseResult:
    """Use this roadmap from now on."""
    chosen = workspace.of(id)
    name = chosen.choice
    path = find_roadmap(workspace.locations, name)
    title = chosen.roadmap.title(workspace.lang)
    before = workspace.settings.roadmap or BUNDLED
    write_setting(workspace.locations.settings, "roadmap", None if name == BUNDLED else name)
    progress, lang = chosen.progress, workspace.lang
    return UseResult(
        id=name,
        title=title,
        path=path,
        before=before,
        whole=whole(progress, lang),
        next=[offered(progress, offer, lang) for offer in next_steps(progress, 1)],
    )

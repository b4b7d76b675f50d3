"""remove: put a roadmap of your own away; the progress on it stays."""

from typing import Annotated

from llmroadmap.commands._steps import Yes
from llmroadmap.declaration import Argument, Command, RoadmapId
from llmroadmap.prompts import Prompts
from llmroadmap.results.remove import RemoveResult
from llmroadmap.storage.errors import BuiltInRoadmap, UnknownRoadmap
from llmroadmap.storage.library import BUNDLED, all_roadmaps, archive
from llmroadmap.storage.settings_file import write_setting
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="update",
    examples=("llmroadmap remove mine",),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    id: Annotated[str, Argument(RoadmapId(), help="roadmap.id")],
    yes: Yes = False,
) -> RemoveResult:
    """Remove a roadmap of the learner's own."""
    name = workspace.of(id).choice
    own = [entry.id for entry in all_roadmaps(workspace.locations) if entry.is_own]
    if name not in own:
        raise BuiltInRoadmap(name) if name == BUNDLED else UnknownRoadmap(name, own)
    if not yes:
        prompts.confirm("remove-roadmap", option="--yes", id=name)
    in_use = workspace.settings.roadmap
    if in_use == name:
        # First: should the power fail now, no setting names what is not there.
        write_setting(workspace.locations.settings, "roadmap", None)
        in_use = ""
    kept = archive(workspace.locations, name)
    progress = workspace.locations.progress(name)
    return RemoveResult(id=name, kept_at=kept, progress=progress, in_use=in_use or BUNDLED)

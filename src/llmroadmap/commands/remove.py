"""remove: put a roadmap of your own away; the progress on it stays."""

from typing import Annotated

from llmroadmap.commands._steps import Yes
from llmroadmap.declaration import Argument, Command, RoadmapId
from llmroadmap.prompts import Prompts
from llmroadmap.results.remove import RemoveResult
from llmroadmap.storage.errors import UnknownRoadmap
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
    own = [entry.id for entry in all_roadmaps(workspace.locations) if entry.is_own]
    if id not in own:
        raise UnknownRoadmap(id, own)
    if not yes:
        prompts.confirm("remove-roadmap", option="--yes", id=id)
    in_use = workspace.settings.roadmap
    if in_use == id:
        # First: should the power fail now, no setting names what is not there.
        write_setting(workspace.locations.settings, "roadmap", None)
        in_use = ""
    kept = archive(workspace.locations, id)
    return RemoveResult(
        id=id, kept_at=kept, progress=workspace.locations.progress(id), in_use=in_use or BUNDLED
    )

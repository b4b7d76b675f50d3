"""edit: change a roadmap of your own in your editor."""

from typing import TYPE_CHECKING, Annotated

from llmroadmap.declaration import Argument, Command, Option, RoadmapId
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.formats.errors import RoadmapInvalid
from llmroadmap.formats.roadmap_yaml.schema import validate
from llmroadmap.locales import texts
from llmroadmap.prompts import Prompts
from llmroadmap.results.edit import EditResult
from llmroadmap.storage.library import BUNDLED, find_roadmap, is_file_name, user_path
from llmroadmap.storage.plan_file import read_bytes
from llmroadmap.storage.workspace import Workspace

if TYPE_CHECKING:
    from llmroadmap.core.overlay.model import Overlay
    from llmroadmap.storage.overlay_file import OverlayFile

COMMAND = Command(
    group="plans",
    after="remove",
    examples=("llmroadmap edit", "llmroadmap edit mine", "llmroadmap edit --mine"),
)


def run(
    workspace: Workspace,
    prompts: Prompts,
    id: Annotated[str, Argument(RoadmapId(), help="roadmap.id")] = "",
    mine: Annotated[bool, Option("--mine", help="edit.mine")] = False,
) -> EditResult:
    """Open a copy of the roadmap in the editor, and store it when nothing is wrong with it.

    With `mine` it is the file of your own changes to the roadmap.
    """
    if mine:
        return _edit_own_changes(workspace.of(id) if id else workspace, prompts)
    name = id or workspace.settings.roadmap or BUNDLED
    source = find_roadmap(workspace.locations, name)
    # One that was given as a file is edited where it is.
    path = source if is_file_name(name) else user_path(workspace.locations, name)
    before = read_bytes(source)
    with prompts.edit_file(before) as after:
        changed = after != before
        if changed:
            # What is wrong is said with its line; the draft is kept.
            validate(after, path)
            write_atomically(path, after)
    return EditResult(
        id=name,
        path=path,
        changed=changed,
        overrides_built_in=name == BUNDLED and changed,
        own_changes=0,
        missing=[],
    )


def _edit_own_changes(workspace: Workspace, prompts: Prompts) -> EditResult:
    from llmroadmap.commands._own_changes import draft_of  # only for own changes
    from llmroadmap.core.overlay.history import differences
    from llmroadmap.storage.overlay_file import Edit
    from llmroadmap.storage.overlay_schema import validate_overlay
    from llmroadmap.storage.overlay_writer import HEAD

    overlay = workspace.overlay
    before = overlay.data() or _template(workspace, HEAD).encode()
    edits: list[Edit] = []
    with prompts.edit_file(before) as after:
        changed = after != before
        if changed:
            wanted = validate_overlay(after, overlay.path)
            edits = [Edit(*each) for each in differences(_known(overlay), wanted)]
            overlay.write(after)
            workspace.roadmap_changed()
    if edits:
        workspace.record(lambda progress: [draft_of(edit) for edit in edits])
    return EditResult(
        id=overlay.roadmap_id,
        path=overlay.path,
        changed=changed,
        overrides_built_in=False,
        own_changes=len(edits),
        missing=list(workspace.roadmap.head.get("missing", ())),
    )


def _known(overlay: "OverlayFile") -> "Overlay":
    """Return the own changes before this edit; none where their file was damaged."""
    try:
        return overlay.read()
    except RoadmapInvalid:
        return {}


def _template(workspace: Workspace, head: str) -> str:
    """Return the new file of somebody who has no own changes: every key, as a comment."""
    return head.format(id=workspace.overlay.roadmap_id) + texts(workspace.lang)("edit.template")

"""move: progress and settings in a folder of your choice, also one that another machine filled."""

import os
from typing import Annotated

from llmroadmap.core.errors import InvalidOption, UsageProblem
from llmroadmap.core.progress.overview import tally
from llmroadmap.declaration import Argument, Command, File, Option
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.filesystem.locations import Locations, given_locations, in_folder, moved_file
from llmroadmap.results.move import MoveResult
from llmroadmap.storage.workspace import Workspace
from llmroadmap.sync.errors import FolderMissing
from llmroadmap.sync.moving import forget_here, join_into
from llmroadmap.sync.place import found_folder

COMMAND = Command(
    group="files",
    after="sync",
    examples=("llmroadmap move study", "llmroadmap move --back"),
    synchronised=False,
)


def run(
    workspace: Workspace,
    folder: Annotated[str, Argument(File("FOLDER"), help="move.folder")] = "",
    back: Annotated[bool, Option("--back", help="move.back")] = False,
) -> MoveResult:
    """Bring everything into the folder, join it with what is there, and use it from now on."""
    here, given = workspace.locations, given_locations(workspace.environ)
    there = given if back else _target(workspace, folder, given)
    if (there.config, there.data) == (here.config, here.data):
        raise InvalidOption("move", folder or "--back", "other-folder")
    moved = join_into(here, there, workspace.on_wait)
    pointer = moved_file(given)
    if back:
        forget_here(pointer)
    else:
        write_atomically(pointer, os.fsencode(os.path.dirname(there.data) + "\n"))
    workspace.has_changed = True
    after = Workspace(there, workspace.settings, workspace.lang, workspace.now, workspace.choice)
    whole = tally(after.progress)
    return MoveResult(
        folder=os.path.dirname(there.data) if not back else there.data,
        left=here.data,
        brought=moved.brought,
        found=moved.found,
        differs=moved.differs,
        is_back=back,
        done=whole.done,
        total=whole.total,
        percent=whole.percent,
        minutes_left=whole.minutes_left,
    )


def _target(workspace: Workspace, folder: str, given: Locations) -> Locations:
    if not folder:
        raise UsageProblem("missing-argument", "FOLDER", "move", "move.folder")
    path = found_folder(folder, workspace.environ)
    if not os.path.isdir(os.path.dirname(path)):
        raise FolderMissing(os.path.dirname(path))
    return in_folder(path)._replace(cache=given.cache)

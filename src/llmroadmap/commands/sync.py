"""sync: the progress of several machines, joined through a folder that all of them see."""

import os
from typing import Annotated

from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.progress.overview import tally
from llmroadmap.declaration import Argument, Command, File, Option
from llmroadmap.results.sync import GitResult, LeftAlone, PlanCopied, Received, SyncResult
from llmroadmap.storage.workspace import Workspace, device
from llmroadmap.sync.errors import FolderMissing, GitFailed, NoFolder, NotInGit
from llmroadmap.sync.everything import Everything, synchronise
from llmroadmap.sync.git import Git
from llmroadmap.sync.lines import events_of
from llmroadmap.sync.place import Place, found_folder, new_name, read_place, remember
from llmroadmap.sync.plans import exchange_plans

COMMAND = Command(
    group="files",
    after="config",
    examples=("llmroadmap sync ~/Dropbox", "llmroadmap sync", "llmroadmap sync --off"),
    synchronised=False,
)


# Of more events than this, what they come to is reckoned by the next command that shows it.
_MANY = 50_000


def run(
    workspace: Workspace,
    folder: Annotated[str, Argument(File("FOLDER"), help="sync.folder")] = "",
    git: Annotated[bool, Option("--git", help="sync.git")] = False,
    plans: Annotated[bool, Option("--plans", help="sync.plans")] = False,
    install_driver: Annotated[bool, Option("--install-driver", help="sync.driver")] = False,
    off: Annotated[bool, Option("--off", help="sync.off")] = False,
) -> SyncResult:
    """Take over what other machines did, and leave them what was done here."""
    if off and (folder or git or plans):
        raise InvalidOption("--off", folder or "--git", "alone")
    known = read_place(workspace.locations, device(workspace.environ))
    if off:
        remember(workspace.locations, None)
        return _result(workspace, None, known, is_off=True)
    if install_driver:
        attributes = _install_driver(workspace)
        if not folder and known is None:
            return _result(workspace, None, None, attributes=attributes)
    place = _place(workspace, folder, known, git=git)
    repository = Git(place.folder) if place.git else None
    pulled, failed = _pull(repository)
    everything = synchronise(workspace.locations, place, workspace.on_wait)
    if everything.place != known:
        remember(workspace.locations, everything.place)
    for each in everything.exchanged:
        if each.sources and each.roadmap_id == workspace.roadmap.id and each.fingerprint:
            if len(each.lines) > _MANY:
                workspace.progress_changed()
            else:
                workspace.take_over(events_of(each.lines), each.fingerprint)
        if each.sources and each.roadmap_id == workspace.roadmap.id:
            workspace.roadmap_changed()  # its own changes may have come along
    error = everything.error or failed
    if error is not None:
        raise error  # What could be done without git, or for the other roadmaps, is done.
    copied = exchange_plans(workspace.locations, place) if plans else []
    pushed = _push(repository, everything.place, with_plans=plans) if repository else None
    return _result(
        workspace,
        everything,
        known,
        plans=[PlanCopied(**plan._asdict()) for plan in copied],
        git=GitResult(pulled, pushed) if repository else None,
        attributes=attributes if install_driver else "",
    )


def _place(workspace: Workspace, folder: str, known: Place | None, *, git: bool) -> Place:
    """Return the place that is meant: a new folder, or the one that was remembered."""
    if not folder and known is None:
        raise NoFolder
    host = device(workspace.environ)
    path = found_folder(folder, workspace.environ) if folder else ""
    if known is None or (path and path != known.folder):
        known = Place(folder=path, name=known.name if known else new_name(host), host=host)
    if not os.path.isdir(known.folder):
        raise FolderMissing(known.folder)
    if git and not Git(known.folder).is_there():
        raise NotInGit(known.folder)
    return known._replace(git=known.git or git)


def _pull(repository: Git | None) -> tuple[int | None, GitFailed | None]:
    """Pull, where git carries the folder; offline, the error waits until the rest is done."""
    try:
        return repository.pull() if repository else None, None
    except GitFailed as error:
        return None, error


def _install_driver(workspace: Workspace) -> str:
    """Tell git how to merge the progress files, where they lie in a repository."""
    folder = os.path.dirname(os.path.realpath(workspace.file.path))
    if not os.path.isdir(folder) or not Git(folder).is_there():
        raise NotInGit(folder)
    repository = Git(folder)
    inside = os.path.relpath(folder, os.path.realpath(repository.top())).replace(os.sep, "/")
    return repository.install_driver("*.json" if inside == "." else f"{inside}/*.json")


def _push(repository: Git, place: Place, *, with_plans: bool) -> int | None:
    """Commit our own files only."""
    own = [
        os.path.join(place.root, name, f"{place.name}.json")
        for name in sorted(os.listdir(place.root))
    ]
    paths = [path for path in own if os.path.exists(path)]
    if with_plans:
        paths.append(os.path.join(place.root, "plans"))
    return repository.push(paths, f"llmroadmap: {place.host}")


def _result(
    workspace: Workspace,
    everything: Everything | None,
    known: Place | None,
    *,
    is_off: bool = False,
    plans: list[PlanCopied] | None = None,
    git: GitResult | None = None,
    attributes: str = "",
) -> SyncResult:
    exchanged = everything.exchanged if everything else []
    folder = everything.place.folder if everything else known.folder if known else ""
    counts: dict[str, int] = {}
    for each in exchanged:
        for source in each.sources:
            counts[source.device] = counts.get(source.device, 0) + source.events
    many = any(each.sources and len(each.lines) > _MANY for each in exchanged)
    whole = None if many else tally(workspace.progress)
    return SyncResult(
        folder=folder,
        is_new=everything is not None and (known is None or known.folder != folder),
        is_off=is_off,
        received=[Received(name, events) for name, events in counts.items()],
        written=sum(each.written for each in exchanged),
        contested=[each for one in exchanged for each in one.contested],
        skipped=[LeftAlone(*each) for one in exchanged for each in one.skipped],
        copies=[path for one in exchanged for path, _ in one.copies],
        plans=plans or [],
        git=git,
        attributes=attributes,
        done=whole.done if whole else None,
        total=whole.total if whole else None,
        percent=whole.percent if whole else None,
        minutes_left=whole.minutes_left if whole else None,
    )

"""export: the roadmap with its ticks, as a file that others can read."""

import os
from typing import Annotated

from llmroadmap.core.errors import LlmroadmapError, UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.progress.notes import Note, notes
from llmroadmap.core.study.slots import parse_slots
from llmroadmap.declaration import (
    Alarm,
    Argument,
    Command,
    Count,
    ExportFormat,
    File,
    Option,
    Part,
    RoadmapId,
)
from llmroadmap.exports import BY_NAME, QUESTIONS, Choices, Export, Material, export_to_write
from llmroadmap.exports.held import held
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.locales import texts
from llmroadmap.prompts import Prompts
from llmroadmap.results.export import ExportResult, FolderChange, Held
from llmroadmap.storage.plan_file import read_bytes
from llmroadmap.storage.roadmap_file import read_tree
from llmroadmap.storage.settings_file import settings_of_roadmap
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="check",
    examples=(
        "llmroadmap export > plan.md",
        "llmroadmap export --part s1 --notes",
        "llmroadmap export --roundtrip -o plan.md",
        "llmroadmap export llm -o plan.yaml",
        "llmroadmap export --format csv --dry-run",
        "llmroadmap export -o study.ics",
        "llmroadmap export -o progress.html",
        "llmroadmap export -o card.png",
        "llmroadmap export --format badge -o badge.svg",
        "llmroadmap export --format anki -o cards.txt",
        "llmroadmap export --format taskwarrior > tasks.json",
        "llmroadmap export --todo --vdir calendars/study",
    ),
)


_USUAL = Choices()


class OfOtherFormats(LlmroadmapError):
    """An option that means nothing to this format; `formats` are those it is for."""

    code = "of-other-formats"
    topic = "export"
    exit_status = 2

    def __init__(self, option: str, format: str, formats: tuple[str, ...]) -> None:
        super().__init__(option)
        self.option = option
        self.format = format
        self.formats = ", ".join(formats)


class NeedsFile(LlmroadmapError):
    """A format that is no text: it is not shown, only written into a file."""

    code = "needs-file"
    topic = "export"
    exit_status = 2

    def __init__(self, format: str) -> None:
        super().__init__(format)
        self.format = format


class NotTasks(LlmroadmapError):
    """What was given to `--update` is not what `task export` prints."""

    code = "not-tasks"
    topic = "export"
    exit_status = 2

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NoQuestions(LlmroadmapError):
    """Cards are asked for, and there is no question with an answer."""

    code = "no-questions"
    topic = "export"


class NoStudyTimes(LlmroadmapError):
    """A calendar is asked for, and no study times are set."""

    code = "no-study-times"
    topic = "export"


class FileExists(LlmroadmapError):
    """There is a file already, and it is another one than would be written."""

    code = "file-exists"
    topic = "export"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def run(  # noqa: PLR0913, PLR0917  An option each, and each format has a few of its own.
    workspace: Workspace,
    prompts: Prompts,
    id: Annotated[str, Argument(RoadmapId(), help="roadmap.id")] = "",
    format: Annotated[str, Option("--format", help="export.format", kind=ExportFormat())] = "",
    output: Annotated[str, Option("-o", "--output", help="export.output", kind=File())] = "",
    part: Annotated[str, Option("--part", help="export.part", kind=Part())] = "",
    notes: Annotated[bool, Option("--notes", help="export.notes")] = False,
    roundtrip: Annotated[bool, Option("--roundtrip", help="export.roundtrip")] = False,
    todo: Annotated[bool, Option("--todo", help="export.todo")] = False,
    vdir: Annotated[str, Option("--vdir", help="export.vdir", kind=File("FOLDER"))] = "",
    weeks: Annotated[int, Option("--weeks", help="export.weeks", kind=Count())] = _USUAL.weeks,
    alarm: Annotated[int, Option("--alarm", help="export.alarm", kind=Alarm())] = _USUAL.alarm,
    dark: Annotated[bool, Option("--dark", help="export.dark")] = False,
    update: Annotated[str, Option("--update", help="export.update", kind=File())] = "",
    bom: Annotated[bool, Option("--bom", help="export.bom")] = False,
    dry_run: Annotated[bool, Option("--dry-run", help="export.dry_run")] = False,
    force: Annotated[bool, Option("--force", help="export.force")] = False,
) -> ExportResult:
    """Return the roadmap in a format; without one in that of the file's name, or in Markdown."""
    chosen = workspace.of(id) if id else workspace
    if vdir and output:
        raise UsageProblem("one-of", "--output, --vdir", "export")
    export = BY_NAME[format] if format else export_to_write(".ics" if vdir or todo else output)
    choices = Choices(
        notes=notes,
        roundtrip=roundtrip,
        todo=todo,
        weeks=weeks,
        alarm=alarm,
        dark=dark,
        bom=bom,
        update=_tasks_there(chosen, export, update, dry_run=dry_run),
    )
    _check(export, choices, part=part, vdir=vdir)
    node = find_item(chosen, part, prompts.resolve_ambiguity) if part else None
    material = material_of(chosen, choices, node)
    if export.name == "ics" and not todo and not material.slots:
        raise NoStudyTimes
    if export.name == "anki" and not any(what == QUESTIONS for what, _ in held(export, material)):
        raise NoQuestions
    if vdir and not dry_run:
        return _vdir(export, material, os.path.abspath(vdir))
    path = os.path.abspath(output) if output else ""
    if not (export.is_text or path or dry_run):
        raise NeedsFile(export.name)
    made = "" if dry_run else export.write(material)
    return ExportResult(
        format=export.name,
        text=made if isinstance(made, str) else "",
        path=path,
        holds=[Held(what, count) for what, count in held(export, material)],
        dry_run=dry_run,
        changed=not dry_run
        and _written(path, made.encode() if isinstance(made, str) else made, force=force),
        files=None,
    )


def _vdir(export: Export, material: Material, folder: str) -> ExportResult:
    """Write a file for each event or task into the folder, and take away those that are no more."""
    from llmroadmap.exports.study_calendar import files, is_own_file  # only for a folder

    wanted = files(material)
    there = {name for name in _names(folder) if is_own_file(material, name)}
    changed = [
        name
        for name, text in wanted.items()
        if not _says(os.path.join(folder, name), text)
        and _written(os.path.join(folder, name), text.encode(), force=True)
    ]
    for name in sorted(there - set(wanted)):
        os.unlink(os.path.join(folder, name))
    return ExportResult(
        format=export.name,
        text="",
        path=folder,
        holds=[Held(what, count) for what, count in held(export, material)],
        dry_run=False,
        changed=bool(changed or there - set(wanted)),
        files=FolderChange(
            files=len(wanted),
            added=len(set(changed) - there),
            changed=len(set(changed) & there),
            removed=len(there - set(wanted)),
        ),
    )


def _says(path: str, text: str) -> bool:
    """Tell whether a file of a calendar says the same, whenever it was written."""
    from llmroadmap.exports.study_calendar import without_stamps

    try:
        with open(path, encoding="utf-8", newline="") as file:
            return without_stamps(file.read()) == without_stamps(text)
    except (OSError, ValueError):
        return False


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return []


def _tasks_there(workspace: Workspace, export: Export, path: str, *, dry_run: bool) -> str:
    """Return what Taskwarrior has: by the file given, else by the program itself; "" for any other.

    Raises NotTasks.
    """
    if not path and (export.name != "taskwarrior" or dry_run):
        return ""
    from llmroadmap.commands._taskwarrior import tasks_there  # only for tasks
    from llmroadmap.exports.taskwarrior import tasks_in

    if not path:
        return tasks_there(workspace.environ, workspace.locations.config)
    text = read_bytes(path).decode("utf-8", "replace")
    try:
        tasks_in(text)
    except ValueError as error:
        raise NotTasks(path) from error
    return text if text.strip() else "[]"


def _check(export: Export, choices: Choices, *, part: str, vdir: str) -> None:
    """Refuse an option that means nothing to the format, and a calendar without study times."""
    given = {f"--{name}": value for name, value in choices._asdict().items()}
    usual = {f"--{name}": value for name, value in _USUAL._asdict().items()}
    given |= {"--part": part, "--vdir": vdir}
    usual |= {"--part": "", "--vdir": ""}
    for option, value in given.items():
        if value != usual[option] and option not in export.takes:
            takers = tuple(each.name for each in BY_NAME.values() if option in each.takes)
            raise OfOtherFormats(option, export.name, takers)


def material_of(workspace: Workspace, choices: Choices, node: int | None = None) -> Material:
    """Return what an export of the workspace's roadmap, or of one part of it, is made of."""
    roadmap, progress = workspace.roadmap, workspace.progress
    return Material(
        roadmap=roadmap,
        progress=progress,
        t=texts(workspace.lang),
        nodes=range(len(roadmap)) if node is None else roadmap.subtree(node),
        today=workspace.today,
        week_starts=workspace.week_starts,
        notes=_notes(workspace),
        slots=parse_slots(workspace.settings.study),
        days_per_week=workspace.settings.days_per_week,
        tree=lambda: read_tree(workspace.roadmap_path),
        events=workspace.events,
        own_changes=lambda: workspace.overlay.data().decode("utf-8", "replace"),
        settings=settings_of_roadmap(workspace.settings),
        is_own=workspace.roadmap_path != bundled_roadmap(),
        choices=choices,
    )


def _notes(workspace: Workspace) -> list[Note]:
    return notes(workspace.events(), workspace.roadmap) if workspace.progress.all_notes() else []


def _written(path: str, data: bytes, *, force: bool) -> bool:
    """Write the file, if there is one to write and it is not that already; tell whether it was.

    Raises FileExists for one that says something else, unless `force`.
    """
    if not path:
        return False
    if os.path.lexists(path):
        if _holds(path, data):
            return False
        if not force:
            raise FileExists(path)
    write_atomically(path, data)
    return True


def _holds(path: str, data: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read() == data
    except OSError:
        return False

"""A plan in any of the `formats`: from a file, a folder, or standard input."""

import os
import sys
from collections.abc import Sequence

from llmroadmap.core.errors import InvalidOption, LlmroadmapError
from llmroadmap.core.model.tree import RoadmapTree
from llmroadmap.filesystem.errors import CannotRead
from llmroadmap.filesystem.files import errno_name
from llmroadmap.formats import FORMATS, PlanSource, format_of
from llmroadmap.formats.archive import is_zip, texts_in_zip
from llmroadmap.formats.encodings import text_of
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan

# More than this is no plan that anybody wrote.
LIMIT = 64 * 1024 * 1024
MOST_FILES = 5000  # of a folder
# Of programs, and of what others wrote for them.
_HIDDEN = (".", "node_modules", "__pycache__", "__MACOSX")


class SourceOnline(LlmroadmapError):
    """An address as a source: the program never goes online by itself."""

    code = "source-online"
    topic = "add"
    exit_status = 2

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def read_plan(
    source: str, base: str = "", *, include: Sequence[str] = (), force: bool = False
) -> ImportedPlan:
    """Return the plan at `source` ("-" is standard input); `base` makes relative links whole.

    `include` names what is to be taken that would be left out (lists, tables, paragraphs), `force`
    takes what does not look like a plan.

    Raises PlanUnreadable, RoadmapInvalid, CannotRead, and SourceOnline for an address.
    """
    if source.startswith(("http://", "https://")):
        raise SourceOnline(source)
    try:
        return _read(source, base, tuple(include), force=force)
    except PlanUnreadable as error:
        error.path = _where(source, error.path)
        raise


def _where(source: str, inside: str) -> str:
    """Return the file that cannot be read: the plan itself, or a file in its folder."""
    if source == "-" or inside.startswith(source):
        return inside
    if inside and os.path.isdir(source):
        return os.path.join(source, inside)
    return f"{source}: {inside}" if inside else source


def _read(source: str, base: str, include: tuple[str, ...], *, force: bool) -> ImportedPlan:
    if source != "-" and os.path.isdir(source):
        plan = PlanSource(path=os.path.abspath(source), files=_files(source), base=base)
    else:
        plan = _of_bytes(source, read_bytes(source), base)
    return format_of(plan).read(plan._replace(include=include, force=force))


def _of_bytes(source: str, data: bytes, base: str) -> PlanSource:
    if not is_zip(data):
        return PlanSource(path=source, text=text_of(data), base=base)
    files = texts_in_zip(data, _suffixes(), LIMIT)
    if not files:
        raise PlanUnreadable("no-steps")
    name = source if source == "-" else os.path.abspath(source).removesuffix(".zip")
    return PlanSource(path=name, files=files, base=base)


def _suffixes() -> tuple[str, ...]:
    """Return how the names of files end that may be a part of a plan."""
    return tuple(suffix for each in FORMATS for suffix in each.suffixes if suffix != ".zip")


def read_bytes(source: str) -> bytes:
    """Return the bytes of a file or of standard input ("-").

    Raises PlanUnreadable and CannotRead.
    """
    try:
        if source == "-":
            data = sys.stdin.buffer.read(LIMIT + 1)
        else:
            with open(source, "rb") as file:
                data = file.read(LIMIT + 1)
    except OSError as error:
        raise CannotRead(source, errno_name(error)) from error
    if len(data) > LIMIT:
        raise PlanUnreadable("too-large", detail=f"{LIMIT:,}")
    return data


def _files(source: str) -> dict[str, str]:
    """Return the texts of a folder's files that may be parts of a plan, by path within it."""
    files: dict[str, str] = {}
    for folder, below, names in os.walk(source):
        below[:] = sorted(name for name in below if not name.startswith(_HIDDEN))
        for name in sorted(names):
            if not name.lower().endswith(_suffixes()) or name.startswith("."):
                continue
            if len(files) == MOST_FILES:
                raise PlanUnreadable("too-many-files", detail=str(MOST_FILES))
            path = os.path.join(folder, name)
            files[os.path.relpath(path, source)] = _text_in(path)
    if not files:
        raise PlanUnreadable("no-steps")
    return files


def _text_in(path: str) -> str:
    """Return the text of a folder's file; an error names the file."""
    try:
        return text_of(read_bytes(path))
    except PlanUnreadable as error:
        error.path = path
        raise


def tree_of(plan: ImportedPlan, roadmap_id: str = "") -> RoadmapTree:
    """Return the plan's tree under the id it is to have, validated.

    Raises InvalidOption for an id that none can have.
    """
    from llmroadmap.formats.item_ids import is_id
    from llmroadmap.formats.roadmap_yaml.schema import validate_tree

    if roadmap_id and not is_id(roadmap_id):
        raise InvalidOption("--id", roadmap_id, "roadmap-id")
    return validate_tree({**plan.roadmap, "id": roadmap_id or plan.roadmap["id"]})

"""A plan in any of the `formats`: from a file, a folder, or standard input."""

import os
import sys
from collections.abc import Sequence

from llmroadmap.core.errors import InvalidOption, LlmroadmapError
from llmroadmap.core.model.tree import RoadmapTree
from llmroadmap.filesystem.errors import CannotRead
from llmroadmap.filesystem.files import errno_name
from llmroadmap.formats import FORMATS, PlanSource, format_of
from llmroadmap.formats.encodings import text_of
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan

# More than this is no plan that anybody wrote.
LIMIT = 64 * 1024 * 1024
MOST_FILES = 5000  # of a folder


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
        error.path = "" if source == "-" else source
        raise


def _read(source: str, base: str, include: tuple[str, ...], *, force: bool) -> ImportedPlan:
    if source != "-" and os.path.isdir(source):
        plan = PlanSource(path=os.path.abspath(source), files=_files(source), base=base)
    else:
        plan = PlanSource(path=source, text=text_of(read_bytes(source)), base=base)
    return format_of(plan).read(plan._replace(include=include, force=force))


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
    suffixes = tuple(suffix for each in FORMATS for suffix in each.suffixes)
    files: dict[str, str] = {}
    for folder, _, names in os.walk(source):
        for name in sorted(names):
            if name.lower().endswith(suffixes) and len(files) < MOST_FILES:
                path = os.path.join(folder, name)
                files[os.path.relpath(path, source)] = text_of(read_bytes(path))
    if not files:
        raise PlanUnreadable("no-steps")
    return files


def tree_of(plan: ImportedPlan, roadmap_id: str = "") -> RoadmapTree:
    """Return the plan's tree under the id it is to have, validated.

    Raises InvalidOption for an id that none can have.
    """
    from llmroadmap.formats.item_ids import is_id
    from llmroadmap.formats.roadmap_yaml.schema import validate_tree

    if roadmap_id and not is_id(roadmap_id):
        raise InvalidOption("--id", roadmap_id, "roadmap-id")
    return validate_tree({**plan.roadmap, "id": roadmap_id or plan.roadmap["id"]})

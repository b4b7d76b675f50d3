"""A plan in any format that is read: YAML, Markdown, roadmap.sh's JSON; a file, a folder, or input."""

import os
import sys

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.model.tree import RoadmapTree
from llmroadmap.filesystem.errors import CannotRead
from llmroadmap.filesystem.files import errno_name
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan

# More than this is no plan that anybody wrote.
LIMIT = 64 * 1024 * 1024


class SourceOnline(LlmroadmapError):
    """An address as a source: the program never goes online by itself."""

    code = "source-online"
    topic = "add"
    exit_status = 2

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def read_plan(source: str, base: str = "") -> ImportedPlan:
    """Return the plan at `source` ("-" is standard input); `base` makes relative links whole.

    Raises PlanUnreadable, RoadmapInvalid, CannotRead, and SourceOnline for an address.
    """
    if source.startswith(("http://", "https://")):
        raise SourceOnline(source)
    try:
        return _read(source, base)
    except PlanUnreadable as error:
        error.path = "" if source == "-" else source
        raise


def _read(source: str, base: str) -> ImportedPlan:
    if source != "-" and os.path.isdir(source):
        return _folder(source)
    data = read_bytes(source)
    name = "" if source == "-" else os.path.splitext(os.path.basename(source))[0]
    return plan_of(data, source, base, name)


def plan_of(data: bytes, source: str, base: str = "", name: str = "") -> ImportedPlan:
    """Return the plan in `data`; what it is shows in its text, the name only decides a doubt."""
    text = _text(data)
    start = text.lstrip()[:4000]
    if start.startswith(("{", "[")) and not source.endswith((".md", ".markdown", ".yaml", ".yml")):
        from llmroadmap.formats.roadmapsh.reading import read_roadmapsh

        return read_roadmapsh(text, name)
    if source.endswith((".yaml", ".yml")) or _looks_like_yaml(start):
        from llmroadmap.formats.roadmap_yaml.schema import validate

        return ImportedPlan(roadmap={**validate(data, source)})
    from llmroadmap.formats.markdown.reading import read_markdown

    return read_markdown(text, base=base or None, **({"default_title": name} if name else {}))


def _looks_like_yaml(start: str) -> bool:
    lines = [line for line in start.splitlines() if line and not line.startswith("#")]
    return any(line.startswith("format:") for line in lines[:20]) and not start.startswith("---\n#")


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


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise PlanUnreadable("not-text", line=1)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PlanUnreadable("not-text", line=line) from error


def _folder(source: str) -> ImportedPlan:
    from llmroadmap.formats.roadmapsh.reading import read_roadmapsh_folder

    files: dict[str, str] = {}
    for folder, _, names in os.walk(source):
        for name in sorted(names):
            if name.endswith((".md", ".json")) and len(files) < 5000:
                path = os.path.join(folder, name)
                files[os.path.relpath(path, source)] = _text(read_bytes(path))
    if not files:
        raise PlanUnreadable("no-steps")
    return read_roadmapsh_folder(files, os.path.basename(os.path.abspath(source)))


def tree_of(plan: ImportedPlan, roadmap_id: str = "") -> RoadmapTree:
    """Return the plan's tree under the id it is to have, validated."""
    from llmroadmap.formats.roadmap_yaml.schema import validate_tree

    return validate_tree({**plan.roadmap, "id": roadmap_id or plan.roadmap["id"]})

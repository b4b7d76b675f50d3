"""Plans as text: each format is read into one kind of tree.

`FORMATS` is the registry that add, check, update and docs/formats.md read; what is written, with the
learner's progress in it, has its own in `exports`. A format is a folder here, a row there, and a text
in `locales/*/formats.py`. Its folder's `__init__` has

    sniff(source: PlanSource) -> bool           whether it is this format; cheap, and never raises
    read(source: PlanSource) -> ImportedPlan    raises PlanUnreadable or RoadmapInvalid

and imports what is slow inside these functions. Nothing else is imported here: every format is
loaded when it is asked for.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from llmroadmap.core.records import NamedTuple

if TYPE_CHECKING:
    from llmroadmap.formats.imported_plan import ImportedPlan


class PlanSource(NamedTuple):
    """A plan to read: the text of a file or of standard input, or the texts of a folder's files.

    `path` is as it was given, "-" for standard input; `base` the address that makes relative links
    whole, or "". `files`: of a folder, by path within it; None where it is no folder. `include`
    names what is to be taken that would be left out, `force` takes what does not look like a plan.
    """

    path: str
    text: str = ""
    files: Mapping[str, str] | None = None
    base: str = ""
    include: tuple[str, ...] = ()
    force: bool = False

    @property
    def suffix(self) -> str:
        """The end of the file's name, small, with its dot; "" where there is none."""
        name = self.path.replace("\\", "/").rpartition("/")[2]
        return f".{name.rpartition('.')[2].lower()}" if "." in name.lstrip(".") else ""

    @property
    def name(self) -> str:
        """The name of the file or folder without its end; "" for standard input."""
        name = self.path.replace("\\", "/").rstrip("/").rpartition("/")[2]
        if self.path == "-":
            return ""
        return name if self.files is not None or not self.suffix else name.rpartition(".")[0]

    @property
    def start(self) -> str:
        """The first 4,000 characters, from the first that is no space."""
        return self.text[:100_000].lstrip()[:4000]


class Format(NamedTuple):
    """A row of the registry. `folder` is its folder here, where that has not its name."""

    name: str
    suffixes: tuple[str, ...]
    folder: str = ""

    def sniff(self, source: PlanSource) -> bool:
        """Tell whether `source` is of this format."""
        return bool(self._face.sniff(source))

    def read(self, source: PlanSource) -> "ImportedPlan":
        """Return the plan in `source`; raises PlanUnreadable or RoadmapInvalid."""
        plan: ImportedPlan = self._face.read(source)
        return plan

    @property
    def _face(self) -> Any:
        return import_module(f"llmroadmap.formats.{self.folder or self.name}")


# In the order in which they are asked whether a plan is theirs: Markdown takes whatever is left.
FORMATS = (
    Format(name="playlist", suffixes=(".json",)),
    Format(name="roadmapsh", suffixes=(".json",)),
    Format(name="folder", suffixes=(".zip",)),
    Format(name="yaml", suffixes=(".yaml", ".yml"), folder="roadmap_yaml"),
    Format(name="opml", suffixes=(".opml",)),
    Format(name="org", suffixes=(".org",)),
    Format(name="csv", suffixes=(".csv", ".tsv")),
    Format(name="markdown", suffixes=(".md", ".markdown")),
)


def format_of(source: PlanSource) -> Format:
    """Return the format of a plan: what it is shows in its text, its name decides a doubt."""
    return next(each for each in FORMATS if each.sniff(source))

"""Plans as text: each format is read into one kind of tree, or written from it, or both.

`FORMATS` is the registry that add, check, update, export, Tab and docs/formats.md read. A format
is a folder here, a row there, and a text in `locales/*/formats.py`. Its folder's `__init__` has,
as far as the row says so,

    sniff(source: PlanSource) -> bool           whether it is this format; cheap, and never raises
    read(source: PlanSource) -> ImportedPlan    raises PlanUnreadable or RoadmapInvalid
    write(plan: PlanToWrite) -> str

and imports what is slow inside these functions. Nothing else is imported here: every format is
loaded when it is asked for.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from llmroadmap.core.model.roadmap import Roadmap
    from llmroadmap.core.model.tree import RoadmapTree
    from llmroadmap.core.progress.progress import Progress
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


class PlanToWrite(NamedTuple):
    """A roadmap to write: the tree of its file, the same compiled, and the learner's progress.

    `today` is the learner's day, an ordinal. What only some formats need is computed by these.
    """

    tree: "RoadmapTree"
    roadmap: "Roadmap"
    progress: "Progress"
    lang: str
    today: int


class Format(NamedTuple):
    """A row of the registry. `folder` is its folder here, where that has not its name."""

    name: str
    suffixes: tuple[str, ...]
    reads: bool = True
    writes: bool = True
    folder: str = ""

    def sniff(self, source: PlanSource) -> bool:
        """Tell whether `source` is of this format."""
        return bool(self._face.sniff(source))

    def read(self, source: PlanSource) -> "ImportedPlan":
        """Return the plan in `source`; raises PlanUnreadable or RoadmapInvalid."""
        plan: ImportedPlan = self._face.read(source)
        return plan

    def write(self, plan: PlanToWrite) -> str:
        """Return the file's text."""
        return str(self._face.write(plan))

    @property
    def _face(self) -> Any:
        return import_module(f"llmroadmap.formats.{self.folder or self.name}")


# In the order in which they are asked whether a plan is theirs: Markdown takes whatever is left.
FORMATS = (
    Format(name="playlist", suffixes=(".json",), writes=False),
    Format(name="roadmapsh", suffixes=(".json",), writes=False),
    Format(name="yaml", suffixes=(".yaml", ".yml"), folder="roadmap_yaml"),
    Format(name="opml", suffixes=(".opml",), writes=False),
    Format(name="org", suffixes=(".org",), writes=False),
    Format(name="csv", suffixes=(".csv", ".tsv"), writes=False),
    Format(name="markdown", suffixes=(".md", ".markdown")),
)
READ = tuple(each for each in FORMATS if each.reads)
# As they are offered: the two that are read again first.
WRITTEN = tuple(
    sorted((each for each in FORMATS if each.writes), key=lambda each: (not each.reads, each.name))
)


def format_of(source: PlanSource) -> Format:
    """Return the format of a plan: what it is shows in its text, its name decides a doubt."""
    return next(each for each in READ if each.sniff(source))


def format_to_write(path: str) -> Format:
    """Return the format that a file's name asks for; Markdown where it asks for none."""
    suffix = PlanSource(path=path).suffix
    default = next(each for each in WRITTEN if each.name == "markdown")
    return next((each for each in WRITTEN if suffix in each.suffixes), default)


def written(name: str) -> Format:
    """Return the format of that name, which has to be one that is written."""
    return next(each for each in WRITTEN if each.name == name)

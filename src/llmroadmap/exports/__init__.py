"""What leaves the machine: a roadmap with the learner's progress, as text that others read.

`EXPORTS` is the registry that `export`, Tab, the help and docs/formats.md read. A format is a module
here with a pure function

    write(material: Material) -> str    the same text whenever the same is exported; bytes of a picture

and a row below. Whatever a format holds beside the plan stands in its row, and is what
`export --dry-run` lists. A module is imported when its format is asked for, and never a library.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from llmroadmap.core.errors import LlmroadmapError

if TYPE_CHECKING:
    from llmroadmap.core.model.roadmap import Roadmap
    from llmroadmap.core.model.tree import RoadmapTree
    from llmroadmap.core.progress.events import Event
    from llmroadmap.core.progress.notes import Note
    from llmroadmap.core.progress.progress import Progress
    from llmroadmap.core.study.slots import Slot
    from llmroadmap.locales import Texts

# What an export may hold of the learner's, as `--dry-run` names it.
(
    TICKS,
    DATES,
    TIMES,
    NOTES,
    PUBLIC_NOTES,
    PROOFS,
    QUESTIONS,
    SLOTS,
    EVENTS,
    NUMBERS,
    OWN,
    SETTINGS,
) = (
    "ticks",
    "dates",
    "times",
    "notes",
    "public-notes",
    "proofs",
    "questions",
    "slots",
    "events",
    "numbers",
    "own-changes",
    "settings",
)


class Choices(NamedTuple):
    """What was asked for beside the format; each is for some formats only, see `Export.takes`.

    `alarm`: minutes before an event, -1 for none. `weeks`: how many are written.
    """

    notes: bool = False
    roundtrip: bool = False
    todo: bool = False
    weeks: int = 4
    alarm: int = 10
    dark: bool = False
    bom: bool = False
    update: str = ""


class Material(NamedTuple):
    """What an export is made of: values only.

    `nodes`: those of the part that is exported. `notes` are all standing ones, by item; a format
    takes them where its row says so. `tree`, `events` and `own_changes` (the text of that file) are
    read by formats that need them. `settings` are those of the learner's that go with a roadmap;
    `is_own`: the roadmap is not the built-in one. `today` is the learner's day.
    """

    roadmap: "Roadmap"
    progress: "Progress"
    t: "Texts"
    nodes: range
    today: int
    week_starts: int
    notes: "list[Note]"
    slots: "list[Slot]"
    days_per_week: int
    tree: "Callable[[], RoadmapTree]"
    events: "Callable[[], list[Event]]"
    own_changes: "Callable[[], str]"
    settings: "dict[str, object]"
    is_own: bool
    choices: Choices = Choices()

    @property
    def lang(self) -> str:
        """Return the reader's language."""
        return self.t.lang

    @property
    def part(self) -> int | None:
        """Return the part that is exported, None for everything."""
        return None if self.is_whole else self.nodes.start

    @property
    def is_whole(self) -> bool:
        """Tell whether the whole roadmap is exported."""
        return len(self.nodes) == len(self.roadmap)


class MissingLibrary(LlmroadmapError):
    """A format that needs the package of an extra, which is not installed."""

    code = "missing-library"
    topic = "export"

    def __init__(self, format: str, package: str) -> None:
        super().__init__(package)
        self.format = format
        self.package = package


class Export(NamedTuple):
    """A row of the registry.

    `holds`: what of the learner's is in it always; `on_request`: only with `--notes`. `takes`: the
    options that mean something to it. A file that ends with one of its `suffixes` is written in it.
    `is_text`: it can be shown, and not only written into a file.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    holds: tuple[str, ...]
    on_request: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    is_text: bool = True

    def write(self, material: Material) -> str | bytes:
        """Return the text, or the bytes of what is none."""
        write: Callable[[Material], str | bytes] = import_module(f"{__name__}.{self.module}").write
        return write(material)


EXPORTS = (
    Export(
        name="markdown",
        module="markdown_list",
        suffixes=(".md", ".markdown"),
        holds=(TICKS,),
        on_request=(NOTES, PROOFS),
        takes=("--notes", "--roundtrip", "--part"),
    ),
    Export(
        name="ics",
        module="study_calendar",
        suffixes=(".ics",),
        holds=(SLOTS,),
        takes=("--part", "--todo", "--vdir", "--weeks", "--alarm"),
    ),
    Export(
        name="html",
        module="page",
        suffixes=(".html", ".htm"),
        holds=(TICKS, NUMBERS, DATES, PROOFS),
        on_request=(PUBLIC_NOTES,),
        takes=("--part", "--notes"),
    ),
    Export(
        name="svg",
        module="card",
        suffixes=(".svg",),
        holds=(NUMBERS,),
        takes=("--part", "--dark"),
    ),
    Export(
        name="png",
        module="png",
        suffixes=(".png",),
        holds=(NUMBERS,),
        takes=("--part", "--dark"),
        is_text=False,
    ),
    Export(
        name="badge",
        module="badge",
        suffixes=(),
        holds=(NUMBERS,),
        takes=("--part", "--dark"),
    ),
    Export(name="shields", module="shields", suffixes=(), holds=(NUMBERS,), takes=("--part",)),
    Export(
        name="anki",
        module="anki",
        suffixes=(),
        holds=(QUESTIONS,),
        takes=("--part",),
    ),
    Export(
        name="obsidian",
        module="obsidian",
        suffixes=(),
        holds=(TICKS, DATES),
        on_request=(NOTES, PROOFS),
        takes=("--notes", "--part"),
    ),
    Export(
        name="org",
        module="org",
        suffixes=(".org",),
        holds=(TICKS, DATES),
        on_request=(NOTES, PROOFS),
        takes=("--notes", "--part"),
    ),
    Export(
        name="taskwarrior",
        module="taskwarrior",
        suffixes=(),
        holds=(TICKS, DATES),
        on_request=(NOTES, PROOFS),
        takes=("--notes", "--part", "--update"),
    ),
    Export(
        name="todotxt",
        module="todotxt",
        suffixes=("todo.txt", ".todo.txt"),
        holds=(TICKS, DATES),
        takes=("--part",),
    ),
    Export(name="yaml", module="roadmap_file", suffixes=(".yaml", ".yml"), holds=()),
    Export(
        name="csv",
        module="spreadsheet",
        suffixes=(".csv",),
        holds=(TICKS, DATES, TIMES),
        on_request=(NOTES, PROOFS),
        takes=("--notes", "--part", "--bom"),
    ),
    Export(
        name="json",
        module="everything",
        suffixes=(".json",),
        holds=(EVENTS, NOTES, PROOFS, OWN, SETTINGS),
    ),
)
NAMES = tuple(each.name for each in EXPORTS)
BY_NAME = {each.name: each for each in EXPORTS}


def export_to_write(path: str) -> Export:
    """Return the format that a file's name asks for; Markdown where it asks for none."""
    name = path.replace("\\", "/").rpartition("/")[2].lower()
    return next((each for each in EXPORTS if name.endswith(each.suffixes)), BY_NAME["markdown"])

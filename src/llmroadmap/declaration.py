"""What a command declares beside its `run`: how it is listed, and what may be typed after its name.

The declaration is the only place where these facts stand. Typer's parser, the help, Tab and the
table of commands are all made from it. Nothing slow is imported here: every command needs it.
"""

from collections.abc import Callable
from typing import Any

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.records import NamedTuple


class UnknownCommand(LlmroadmapError):
    """A word that is no command."""

    code = "unknown-command"
    exit_status = 2

    def __init__(self, name: str, closest: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.closest = closest


class Command(NamedTuple):
    """How a command is listed, and what it needs.

    It stands in the help `after` the command of that name. A `paged` one may be longer than the
    screen. Words of its `examples` in braces are said in the reader's language. One that does not
    `need_settings` runs with the defaults where the settings file is broken. Of one with `free_text`, all words behind its first argument are text, whatever they
    begin with. One that `switches_roadmap` makes the numbers of the last list meaningless. One that
    is not `synchronised` does that itself, or says where things are and must not wait for it. One
    that `serves` talks to the program that started it, unless that is a person at a terminal.
    """

    group: str
    after: str
    examples: tuple[str, ...]
    paged: bool = False
    needs_settings: bool = True
    switches_roadmap: bool = False
    free_text: bool = False
    synchronised: bool = True
    serves: bool = False


class HelpRequested(Exception):
    """Help was asked for, on the command of that name; "" is the program, "--all" all its commands."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class Kind:
    """What may be typed in one place: how it is shown, read and completed.

    `completer` names what Tab offers there, a colon, and what it is limited to; "" offers nothing.
    """

    metavar = "TEXT"
    completer = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that are taken, for `{choices}` in the help; empty for free text."""
        return ()

    def parse(self, text: str) -> Any:
        """Return the value of what was typed; raises InvalidOption."""
        return text

    def repeated(self) -> str:
        """Return the metavar where several may stand."""
        return f"{self.metavar}…"


class Text(Kind):
    """Any text; Tab offers nothing."""

    def __init__(self, metavar: str = "TEXT") -> None:
        self.metavar = metavar


class Item(Kind):
    """An item of the roadmap; `only`: what Tab offers: all, open, unstarted, closed or muted ones."""

    metavar = "ITEM"

    def __init__(self, only: str = "all") -> None:
        self.completer = f"items:{only}"


class ItemAnd(Item):
    """The words of an item's name, and behind them something else: a time, a day."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what

    def repeated(self) -> str:
        """Return both."""
        return f"ITEM {self.what}"


class Part(Kind):
    """A stage, or a group of steps."""

    metavar = "STAGE|COURSE"
    completer = "items:groups"


class Habit(Kind):
    """A habit of the roadmap."""

    metavar = "HABIT"
    completer = "items:habits"


class RoadmapId(Kind):
    """The id of a roadmap in the library."""

    metavar = "ID"
    completer = "roadmaps"


class File(Kind):
    """A file; which ones there are is the shell's business."""

    completer = "files"

    def __init__(self, metavar: str = "FILE") -> None:
        self.metavar = metavar


class Day(Kind):
    """A day that is not to come. What it is depends on today, so the command reads it."""

    metavar = "DAY"
    completer = "choices:today|yesterday"


class ComingDay(Kind):
    """A day to come. The command reads it, which knows today."""

    metavar = "DAY"


class Rate(Kind):
    """So much time a week or a day: 6h/week, 30m/day; what a bare number is, `bare` says.

    The value is always the minutes of a week.
    """

    metavar = "TIME"

    def __init__(self, option: str, bare: str) -> None:
        self.option = option
        self.bare = bare

    def parse(self, text: str) -> int:
        """Return the minutes a week; raises InvalidOption."""
        from llmroadmap.core.values import parse_weekly  # only for one that was typed
        from llmroadmap.locales import time_words

        return parse_weekly(self.option, text, time_words(), self.bare)


class DaysAWeek(Kind):
    """So many days a week: 4, 4/week."""

    metavar = "N"

    def __init__(self, option: str) -> None:
        self.option = option

    def parse(self, text: str) -> float:
        """Return how many; raises InvalidOption."""
        from llmroadmap.core.values import parse_days_a_week  # only for one that was typed
        from llmroadmap.locales import time_words

        return parse_days_a_week(self.option, text, time_words())


class Choice(Kind):
    """One of a few words."""

    def __init__(self, *choices: str) -> None:
        self.metavar = "|".join(choices)
        self.completer = f"choices:{self.metavar}"


class ExportFormat(Kind):
    """One of the formats that a roadmap can be written in."""

    metavar = "FORMAT"
    completer = "formats"

    @property
    def choices(self) -> tuple[str, ...]:
        """The names of the formats."""
        from llmroadmap.exports import NAMES  # only for export

        return NAMES

    def parse(self, text: str) -> str:
        """Return the name of the format; raises InvalidOption."""
        from llmroadmap.core.errors import InvalidOption  # only for one that was typed

        if text and text not in self.choices:
            raise InvalidOption("--format", text, "export-format")
        return text


class Parts(Kind):
    """What of a plan is to be taken that would be left out."""

    metavar = "PART"
    CHOICES = ("lists", "tables", "paragraphs", "sections", "quotes", "code", "all")
    completer = f"choices:{'|'.join(CHOICES)}"

    @property
    def choices(self) -> tuple[str, ...]:
        """The parts that may be asked for."""
        return self.CHOICES

    def parse(self, text: str) -> str:
        """Return the part, or several with commas between them; raises InvalidOption."""
        from llmroadmap.core.errors import InvalidOption  # only for one that was typed

        if not set(text.split(",")) <= set(self.choices):
            raise InvalidOption("--include", text, "plan-parts")
        return text


class LineFormat(Kind):
    """A text with placeholders in braces."""

    metavar = "TEXT"
    PLACEHOLDERS = (
        "percent", "done", "total", "left", "id", "title", "minutes", "week", "weeks", "roadmap",
    )  # fmt: skip

    @property
    def choices(self) -> tuple[str, ...]:
        """The placeholders."""
        return tuple(f"{{{name}}}" for name in self.PLACEHOLDERS)

    def parse(self, text: str) -> str:
        """Return the text; raises InvalidOption where it has a placeholder that nothing fills."""
        from llmroadmap.core.errors import InvalidOption  # only for one that was typed

        try:
            text.format_map(dict.fromkeys(self.PLACEHOLDERS, ""))
        except (LookupError, ValueError, AttributeError, TypeError) as error:
            raise InvalidOption("--format", text, "line-format") from error
        return text


class Setting(Kind):
    """The words of `config`."""

    metavar = "[unset] KEY [VALUE]"
    completer = "settings"

    def repeated(self) -> str:
        """Return the metavar as it is: it shows all the words."""
        return self.metavar


class Imported(Kind):
    """The words of `import`: a file, and before it that only its ticks are wanted."""

    metavar = "[ticks] FILE"
    completer = "files"

    def repeated(self) -> str:
        """Return the metavar as it is: it shows all the words."""
        return self.metavar


class Recalled(Kind):
    """The words of `recall`: a finished item, or a grade for one."""

    metavar = "[grade] ITEM [N]"
    completer = "items:closed"

    def repeated(self) -> str:
        """Return the metavar as it is: it shows all the words."""
        return self.metavar


class Count(Kind):
    """A whole number from 1 on."""

    metavar = "N"

    def parse(self, text: str) -> int:
        """Return the number; raises InvalidOption."""
        from llmroadmap.core.values import parse_count  # only for one that was typed

        return parse_count(text)


class LinkNumber(Kind):
    """The number of one of an item's links, from 1 on."""

    metavar = "N"

    def parse(self, text: str) -> int:
        """Return the number; raises InvalidOption."""
        from llmroadmap.core.values import parse_link  # only for one that was typed

        return parse_link(text)


class Duration(Kind):
    """A time such as 30m or 1h30m, in the units of every language."""

    metavar = "TIME"

    def parse(self, text: str) -> int:
        """Return the minutes; raises InvalidOption."""
        from llmroadmap.core.values import parse_minutes  # only for one that was typed
        from llmroadmap.locales import dictionary, words_of

        return parse_minutes(text, words_of("hours"), words_of("minutes"), dictionary("numbers"))


class Minutes(Duration):
    """A time that an option of another name takes."""

    def __init__(self, option: str) -> None:
        self.option = option

    def parse(self, text: str) -> int:
        """Return the minutes, a day of them at most; raises InvalidOption."""
        from llmroadmap.core.errors import InvalidOption  # only for one that was typed

        try:
            minutes: int = super().parse(text)
        except InvalidOption as error:
            raise InvalidOption(self.option, text, "time") from error
        if minutes > 24 * 60:
            raise InvalidOption(self.option, text, "time-of-a-day")
        return minutes


class Alarm(Duration):
    """How long before something it rings, or none."""

    metavar = "TIME|none"

    def parse(self, text: str) -> int:
        """Return the minutes, -1 for no alarm; raises InvalidOption."""
        if text.lower() in ("none", "off", "无", "不提醒"):
            return -1
        from llmroadmap.core.errors import InvalidOption  # only for one that was typed

        if text in ("0", "0m"):
            return 0
        try:
            return super().parse(text)
        except InvalidOption as error:
            raise InvalidOption("--alarm", text, "alarm") from error


class DaySpan(Kind):
    """A number of days or weeks: 10d, 2w."""

    metavar = "TIME"

    def parse(self, text: str) -> int:
        """Return the days; raises InvalidOption."""
        from llmroadmap.core.values import parse_days  # only for one that was typed
        from llmroadmap.locales import dictionary

        return parse_days("--for", text, dictionary("day_units"), dictionary("numbers"))


class Tag(Kind):
    """A word of the learner's own on items."""

    metavar = "TAG"
    completer = "tags"


class PageLanguage(Kind):
    """A language that material is in: its code, or its name in any language of the screens."""

    metavar = "LANG"

    def parse(self, text: str) -> str:
        """Return the code; raises InvalidOption."""
        from llmroadmap.core.values import parse_language  # only for one that was typed
        from llmroadmap.locales import LANGUAGES, texts

        names = {
            texts(code).of("common.languages", each).casefold(): each
            for code in LANGUAGES
            for each in LANGUAGES
        }
        return parse_language(text, names)


class StepKind(Kind):
    """A kind of steps, by its word in any language: paper, papers, 论文."""

    metavar = "KIND"
    completer = "kinds"

    def parse(self, text: str) -> str:
        """Return the kind; raises InvalidOption."""
        from llmroadmap.core.model.kinds import KINDS  # only for one that was typed
        from llmroadmap.core.values import parse_kind
        from llmroadmap.locales import LANGUAGES, texts

        names = {texts(lang).of("common.kinds", kind): kind for lang in LANGUAGES for kind in KINDS}
        return parse_kind(text, names)


class Argument:
    """An argument of a command. `many` says that several may stand there.

    A list that is not `many` takes the words of one name.
    """

    def __init__(self, kind: Kind, help: str, *, many: bool = False) -> None:
        self.kind = kind
        self.help = help
        self.many = many


class Option:
    """An option of a command; one without a kind is a flag."""

    def __init__(self, *names: str, help: str, kind: Kind | None = None) -> None:
        self.names = names
        self.help = help
        self.kind = kind


class Parameter(NamedTuple):
    """A parameter of `run` that is typed on the line."""

    name: str
    declared: Argument | Option
    type: Any
    is_list: bool
    is_required: bool
    default: Any

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of an option; an argument has none."""
        return getattr(self.declared, "names", ())

    @property
    def metavar(self) -> str:
        """Return what the help shows in its place, "" for a flag; brackets say it may be left out."""
        kind = self.declared.kind
        if kind is None:
            return ""
        if isinstance(self.declared, Option):
            return kind.metavar
        name = kind.repeated() if self.declared.many else kind.metavar
        return name if self.is_required else f"[{name}]"


class Declaration(NamedTuple):
    """All that is known about a command."""

    name: str
    command: Command
    run: Callable[..., Any]
    parameters: list[Parameter]
    injected: dict[str, Any]  # by parameter: the type of what the program hands to `run`

    @property
    def arguments(self) -> list[Parameter]:
        """Return the parameters that are arguments."""
        return [each for each in self.parameters if isinstance(each.declared, Argument)]

    @property
    def options(self) -> list[Parameter]:
        """Return the parameters that are options."""
        return [each for each in self.parameters if isinstance(each.declared, Option)]


def declaration_of(name: str, command: Command, run: Callable[..., Any]) -> Declaration:
    """Return the declaration of a command from its record and the signature of its `run`.

    `inspect` would say the same, and costs more to import than the command itself.
    """
    code = run.__code__
    names = code.co_varnames[: code.co_argcount]
    defaults = run.__defaults__ or ()
    required = len(names) - len(defaults)
    parameters, injected = [], {}
    for index, each in enumerate(names):
        annotation: Any = run.__annotations__.get(each)
        declared = getattr(annotation, "__metadata__", (None,))[0]
        if declared is None:
            injected[each] = annotation
            continue
        parameters.append(
            Parameter(
                name=each,
                declared=declared,
                type=annotation.__origin__,
                is_list=_is_list(annotation.__origin__),
                is_required=index < required,
                default=None if index < required else defaults[index - required],
            )
        )
    return Declaration(
        name=name, command=command, run=run, parameters=parameters, injected=injected
    )


def _is_list(kind: Any) -> bool:
    """Tell whether a type is a list, or a list or None."""
    if getattr(kind, "__origin__", None) is list:
        return True
    return any(map(_is_list, getattr(kind, "__args__", ())))

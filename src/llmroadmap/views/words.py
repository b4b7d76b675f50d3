"""Small pieces that several screens share: numbers with their unit, signs, bars, reasons."""

from typing import TYPE_CHECKING

from llmroadmap.terminal.screen import WHOLE, Line, Screen, Span, line
from llmroadmap.terminal.wrapping import Break, display_width

if TYPE_CHECKING:
    from typing import Protocol

    from llmroadmap.core.study.explanation import Explanation
    from llmroadmap.locales import Texts
    from llmroadmap.results.summaries import OfferedStep, Reason, StepSummary

    class Counted(Protocol):
        """What has counts: a part, a stage, a roadmap."""

        @property
        def done(self) -> int: ...
        @property
        def total(self) -> int: ...
        @property
        def percent(self) -> float: ...
        @property
        def minutes_left(self) -> int: ...

    class Estimated(Protocol):
        """What takes time, if anybody has said how long."""

        @property
        def minutes(self) -> int: ...
        @property
        def has_estimate(self) -> bool: ...


# A sign for each state, so that colour is never the only one; the second is for plain ASCII.
SIGNS = {"done": ("✓", "x"), "started": ("▸", ">"), "open": ("·", "."), "skipped": ("–", "-")}
STATE_STYLES = {"done": "done", "started": "started", "open": "dim", "skipped": "dim"}


def minutes(t: "Texts", n: int) -> str:
    """Return an effort such as 45 min or 1 h 30 min."""
    return t.minutes(n)


def step_time(t: "Texts", step: "Estimated", *, is_short: bool = False) -> str:
    """Return how long a step takes, or that nobody has said."""
    if step.has_estimate:
        return minutes(t, step.minutes)
    return t("common.no_time") if is_short else t("common.time_unknown")


def hours(t: "Texts", n: int) -> str:
    """Return minutes as rounded hours, and as minutes below one hour and a half."""
    return minutes(t, n) if n < 90 else t("common.hours", n=round(n / 60))


def sign(screen: Screen, state: str) -> Span:
    """Return the sign of a state, in its colour."""
    return Span(text=SIGNS[state][0 if screen.is_unicode else 1], style=STATE_STYLES[state])


# A cell of a bar by eighths, and by thirds where a terminal has only ASCII; then an empty cell.
_CELLS, _EMPTY = "▏▎▍▌▋▊▉█", "·"
_ASCII_CELLS, _ASCII_EMPTY = "-=#", "."


def bar(screen: Screen, done: int, total: int, width: int) -> list[Span]:
    """Return a progress bar of `width` columns: full only when all is done, empty only when nothing is.

    A cell fills in eighths, so that a bar of 20 columns moves with each of 160 steps.
    """
    if not width or screen.is_plain:
        return []
    text = filled_cells(screen, done, total, width)
    empty = (_EMPTY if screen.is_unicode else _ASCII_EMPTY) * (width - len(text))
    parts = (text, "done"), (empty, "dim")
    return [Span(text=text, style=style, url="", breaks=Break.AVOIDED) for text, style in parts]


def filled_cells(screen: Screen, n: int, most: int, width: int) -> str:
    """Return the filled part of a bar in which `most` would take `width` columns."""
    if screen.is_plain:
        return ""
    cells = _CELLS if screen.is_unicode else _ASCII_CELLS
    filled = width * len(cells) * n // most if most else 0
    whole, part = divmod(max(filled, 1) if n else 0, len(cells))
    return cells[-1] * whole + (cells[part - 1] if part else "")


def bar_width(screen: Screen) -> int:
    """Return the columns of a bar that has a line to itself: wide enough that one evening shows."""
    return 20 if is_wide(screen) else 14


def is_wide(screen: Screen) -> bool:
    """Tell whether a screen has room for titles beside bars and figures."""
    return screen.width >= _WIDE


_WIDE = 60  # columns


def figures(text: str, style: str = "") -> Span:
    """Return numbers that go to a line of their own rather than be torn apart."""
    return Span(text=text, style=style, url="", breaks=Break.AVOIDED)


def number(screen: Screen, id: str) -> Span:
    """Return the number that an item just got in the list, which keeps to the figures before it."""
    text, style = screen.number(id)
    return figures(text, style)


def facts(t: "Texts", *parts: str, style: str = "") -> list[Span]:
    """Return the non-empty parts with the language's sign between them, none of them torn apart."""
    text = [part for part in parts if part]
    return [
        figures(f"{part}{t('common.between')}" if index < len(text) else part, style)
        for index, part in enumerate(text, 1)
    ]


def standing(
    screen: Screen, t: "Texts", part: "Counted", width: int, *, time: bool = False
) -> list[Span]:
    """Return how far a part is: a bar of `width` columns and figures, or a word where none counts."""
    word = uncounted(t, part.total, skipped=part.percent == 100)
    if word:
        return [figures(word, "dim")]
    left = hours(t, part.minutes_left) if time and part.minutes_left else ""
    left = t("common.hours_left", time=left) if left else ""
    percent = t("common.percent", n=part.percent)
    gap = [figures("  ")] if width else []
    counts = facts(t, f"{part.done}/{part.total}", percent, left)
    return [*bar(screen, part.done, part.total, width), *gap, *counts]


def uncounted(t: "Texts", total: int, *, skipped: bool) -> str:
    """Return the word for a part of which nothing counts: skipped or optional; "" for any other."""
    if total:
        return ""
    return t("common.states.skipped") if skipped else t("common.optional")


def in_language(t: "Texts", code: str) -> str:
    """Return that material is in another language than the screen, "" where it is not."""
    return t.of("common.in_language", code) if code else ""


def typed(text: str, command: str, style: str = "", command_style: str = "key") -> list[Span]:
    """Return a text with a command in place of {command}; nothing breaks the command."""
    before, _, after = text.partition("{command}")
    spans = [
        Span(text=before, style=style),
        Span(text=command, style=command_style, url="", breaks=Break.NEVER),
        Span(text=after, style=style),
    ]
    return [span for span in spans if span.text]


def to_type(label: str, command: str, indent: int = 2) -> Line:
    """Return the line of a command to type, behind its label."""
    return line(" " * indent, *typed(f"{label}{{command}}", command))


def row(head: list[tuple[str, str]], width: int, rest: "list[Span]", screen: Screen) -> list[Line]:
    """Return a row of a table whose first columns take `width`.

    The rest stands beside them, or below them where a terminal has less than half its width for it.
    """
    if screen.is_terminal and width > screen.width // 2:
        return [line(*head), *([line("    ", *rest, hanging_indent=4)] if rest else [])]
    return [line(*head, *rest, hanging_indent=width)]


def address(url: str, indent: int) -> Line:
    """Return an address on a line of its own, which nothing breaks."""
    return line(" " * indent, Span(text=url, style="link", url=url), hanging_indent=WHOLE)


def reason(t: "Texts", why: "Reason") -> str:
    """Return why a step is offered, in words."""
    return t.of("next.reasons", why.code, by=why.by, n=why.sides)


def explanation_text(t: "Texts", explanation: "Explanation") -> str:
    """Return one of the grounds of a choice, in words."""
    code = "side-new" if explanation.code == "side" and not explanation.day else explanation.code
    kind = t.of("common.kinds", explanation.kind)
    facts = separator(t, kind, minutes(t, explanation.minutes) if explanation.minutes else "")
    day = day_in_words(explanation.day, t) if explanation.day else ""
    words = {
        **explanation._asdict(),
        "day": day,
        "needs": t.language.list_separator.join(explanation.needs),
        "facts": facts,
    }
    return t.of("next.why", code, **words)


def day_in_words(iso: str, t: "Texts") -> str:
    """Return a day as people write it."""
    from datetime import date

    day = date.fromisoformat(iso)
    return t(
        "dates.date",
        weekday=t.of("dates.weekday", str(day.isoweekday())),
        day=day.day,
        number=day.month,
        month=t.of("dates.month", str(day.month)),
        year=day.year,
    )


def short_day(iso: str, t: "Texts") -> str:
    """Return day and month of a day close by, as people write them."""
    return t(
        "dates.short",
        day=int(iso[8:10]),
        month=t.of("dates.month", str(int(iso[5:7]))),
    )


def moment_in_words(at: str, t: "Texts") -> str:
    """Return an instant (ISO 8601) as people write it, to the minute."""
    return f"{day_in_words(at[:10], t)} {at[11:16]}"


def placeholders(text: str, t: "Texts") -> str:
    """Return `ITEM… [DAY]` with its words in capitals in the language of the screen."""
    from re import sub

    return sub("[A-Z]+", lambda word: t.of("common.placeholders", word[0]), text)


def due_fact(t: "Texts", step: "StepSummary | OfferedStep") -> str:
    """Return by when the learner means to have done a step, and whose day that is; "" without one."""
    if not step.due:
        return ""
    text = t("mine.due_by", day=step.due)
    return text if step.due_of == step.id else t("mine.due_of", due=text, id=step.due_of)


def separator(t: "Texts", *parts: str) -> str:
    """Return the non-empty parts with the language's sign between them."""
    return t("common.between").join(part for part in parts if part)


def widest(texts: list[str]) -> int:
    """Return the columns of the widest text, 0 for none."""
    return max(map(display_width, texts), default=0)

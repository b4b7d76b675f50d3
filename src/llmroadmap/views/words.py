"""Small pieces that several screens share: numbers with their unit, signs, bars, reasons."""

from typing import TYPE_CHECKING

from llmroadmap.views.terminal import WHOLE, Line, Screen, Span, line
from llmroadmap.views.wrapping import cells

if TYPE_CHECKING:
    from llmroadmap.core.explanation import Term
    from llmroadmap.core.summaries import Reason
    from llmroadmap.locales.texts import Plural, Texts

# A sign for each state, so that colour is never the only one; the second is for plain ASCII.
SIGNS = {"done": ("✓", "x"), "started": ("▸", ">"), "open": ("·", "."), "skipped": ("–", "-")}
STATE_STYLES = {"done": "done", "started": "started", "open": "dim", "skipped": "dim"}


def plural(forms: "Plural", n: int) -> str:
    """Return the form for `n`, with the number in it."""
    return forms[0 if n == 1 else 1].format(n=n)


def minutes(t: "Texts", n: int) -> str:
    """Return an effort such as 45 min or 1 h 30 min."""
    hours, rest = divmod(n, 60)
    if not hours:
        return t["minutes"].format(n=rest)
    if not rest:
        return t["hours"].format(n=hours)
    return t["hours_minutes"].format(hours=hours, minutes=rest)


def hours(t: "Texts", n: int) -> str:
    """Return minutes as rounded hours, and as minutes below one hour and a half."""
    return minutes(t, n) if n < 90 else t["hours"].format(n=round(n / 60))


def sign(screen: Screen, state: str) -> Span:
    """Return the sign of a state, in its colour."""
    return Span(SIGNS[state][0 if screen.is_unicode else 1], STATE_STYLES[state])


def bar(screen: Screen, done: int, total: int, width: int) -> list[Span]:
    """Return a progress bar: full only when all is done, empty only when nothing is."""
    filled = width * done // total if total else 0
    if done > 0 and not filled:
        filled = 1
    full, empty = ("━", "─") if screen.is_unicode else ("#", "-")
    return [Span(full * filled, "done"), Span(empty * (width - filled), "dim")]


def address(url: str, indent: int) -> Line:
    """Return an address on a line of its own, which nothing breaks."""
    return line(" " * indent, Span(url, "link", url), hang=WHOLE)


def reason(t: "Texts", why: "Reason") -> str:
    """Return why a step is offered, in words."""
    texts = t["reasons"]
    return texts[why.code].format(by=why.by, n=why.sides)


def ground(t: "Texts", term: "Term") -> str:
    """Return one of the grounds of a choice, in words."""
    code = "side-new" if term.code == "side" and not term.day else term.code
    kind = t["kinds"].get(term.kind, term.kind)
    facts = separator(t, kind, minutes(t, term.minutes) if term.minutes else "")
    day = day_in_words(term.day, t) if term.day else ""
    words = {**term._asdict(), "day": day, "needs": t["comma"].join(term.needs), "facts": facts}
    return t["why"][code].format_map(words)


def day_in_words(iso: str, t: "Texts") -> str:
    """Return a day as people write it."""
    from datetime import date

    day = date.fromisoformat(iso)
    return t["date"].format(
        weekday=t["weekdays"][day.weekday()],
        day=day.day,
        number=day.month,
        month=t["months"][day.month - 1],
        year=day.year,
    )


def moment_in_words(at: str, t: "Texts") -> str:
    """Return an instant (ISO 8601) as people write it, to the minute."""
    return f"{day_in_words(at[:10], t)} {at[11:16]}"


def placeholders(text: str, t: "Texts") -> str:
    """Return `ITEM… [DAY]` with its words in capitals in the language of the screen."""
    from re import sub

    return sub("[A-Z]+", lambda word: t["placeholders"].get(word[0], word[0]), text)


def separator(t: "Texts", *parts: str) -> str:
    """Return the non-empty parts with the language's sign between them."""
    return t["between"].join(part for part in parts if part)


def widest(texts: list[str]) -> int:
    """Return the columns of the widest text, 0 for none."""
    return max(map(cells, texts), default=0)

"""show: everything about one item, what matters first."""

from typing import TYPE_CHECKING

from llmroadmap.results.show import ShowResult
from llmroadmap.terminal.screen import BLANK, WHOLE, Line, Screen, Span, line, pad
from llmroadmap.terminal.wrapping import display_width
from llmroadmap.views._bars import untimed, whole_text
from llmroadmap.views.words import (
    address,
    bar,
    bar_width,
    day_in_words,
    facts,
    figures,
    in_language,
    minutes,
    placeholders,
    separator,
    sign,
    step_time,
    to_type,
    typed,
    widest,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

_ALIGNED = 24  # cells; titles behind longer ids would have no room left


def show(result: ShowResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `show`."""
    lines = [*_head(result, screen, t), *_own_changes(result, t)]
    if result.about:
        lines += [BLANK, line(result.about, hanging_indent=0)]
    lines += _links(result, t)
    for title, texts in ((t("show.goals"), result.goals), (t("show.tips"), result.tips)):
        lines += _section(title, [line("  - ", text, hanging_indent=4) for text in texts])
    lines += _section(t("show.needs"), _needs(result, screen))
    lines += _section(t("show.unlocks"), [_ref_line(ref.id, ref.title) for ref in result.unlocks])
    lines += _section("", _parts(result, screen, t))
    topics = [
        each for each in result.topics if t.language.sample or display_width(each) == len(each)
    ]
    if topics:
        lines += [
            BLANK,
            line(
                (t("show.topics"), "dim"),
                t("common.colon"),
                separator(t, *topics),
                hanging_indent=2,
            ),
        ]
    if result.proofs:
        lines += _section(t("show.proofs"), [address(url, 2) for url in result.proofs])
    elif result.asks_for_proof:
        hint = typed(
            t("show.proof_hint"),
            f"llmroadmap proof {result.id} {placeholders('URL', t)}",
            "dim",
            "dim",
        )
        lines += [BLANK, line(*hint)]
    lines += _section(t("show.history"), _history(result, t))
    if result.questions:
        lines += [BLANK, _questions(result, t)]
    return [*lines, *_what_to_do(result, t)]


def _questions(result: ShowResult, t: "Texts") -> Line:
    """Return how many questions there are, and how to be asked; to read them would be to be told."""
    n = len(result.questions)
    if result.state != "done":
        return line((t("show.questions_later", n=n), "dim"))
    text = t("show.questions", n=n) + t("common.colon") + "{command}"
    return line(*typed(text, f"llmroadmap recall {result.id}", "dim", "dim"))


def _own_changes(result: ShowResult, t: "Texts") -> list[Line]:
    """Return what the learner wants different about the item."""
    said = [t("mine.own")] if result.is_own else []
    if result.due:
        whose = f"{t('common.between')}{result.due_of.id}" if result.due_of else ""
        said.append(t("mine.due_on", day=day_in_words(result.due, t)) + whose)
    if result.tags:
        said.append(t("mine.tags", tags=t.language.list_separator.join(result.tags)))
    lines = [line("  ", (text, "key"), hanging_indent=2) for text in said]
    if result.own_note:
        lines.append(line("  ", t("mine.note", text=result.own_note), hanging_indent=4))
    if result.is_muted:
        command = f"llmroadmap unmute {result.id}"
        again = typed(t("mine.muted_back"), command, "dim", "dim")
        lines.append(line("  ", (t("mine.muted"), "key"), t("common.between"), *again))
    return lines


def _what_to_do(result: ShowResult, t: "Texts") -> list[Line]:
    if result.habit:
        if not result.habit.due:
            return []
        return [BLANK, line(*typed(t("next.check_in_line"), f"llmroadmap checkin {result.id}"))]
    if result.counts or result.state in ("done", "skipped"):
        return []
    return [BLANK, to_type(t("common.type_when_done"), f"llmroadmap done {result.id}", 0)]


def _parts(result: ShowResult, screen: Screen, t: "Texts") -> list[Line]:
    width = widest([part.id for part in result.parts])
    width = width if width <= _ALIGNED else 0
    lines = []
    for part in result.parts:
        mark = sign(screen, part.state) if part.state else Span(text=" ")
        counts = f"{part.done}/{part.total}" if part.total else ""
        words = (pad(part.id, width), "id"), f"  {part.title}"
        more = (f"{t('common.between')}{counts}", "dim") if counts else ""
        lines.append(line("  ", mark, " ", *words, more, hanging_indent=4))
    return lines


def _head(result: ShowResult, screen: Screen, t: "Texts") -> list[Line]:
    lines = [line((result.id, "id"), "  ", (result.title, "title"), hanging_indent=2)]
    where = " › ".join(ref.title for ref in result.path)
    if where:
        lines.append(line("  ", (where, "dim"), hanging_indent=2))
    if result.counts:
        counts = result.counts
        drawn = bar(screen, counts.done, counts.total, bar_width(screen)) if counts.total else []
        gap = figures("  " if drawn else "")
        said = facts(t, whole_text(counts, t), untimed(counts, t))
        lines.append(line("  ", *drawn, gap, *said, hanging_indent=2))
        return lines
    kind = t.of("common.kinds", result.kind)
    optional = t("common.optional") if result.optional else ""
    words = kind, step_time(t, result), in_language(t, result.language), optional
    if result.habit:
        repeat = t.of("common.repeats", result.habit.repeat)
        lines.append(line("  ", *facts(t, *words, repeat), hanging_indent=2))
    else:
        state = t.of("common.states", result.state)
        lines.append(
            line("  ", sign(screen, result.state), " ", *facts(t, state, *words), hanging_indent=2)
        )
        lines += _time(result, t)
    return lines


def _time(result: ShowResult, t: "Texts") -> list[Line]:
    """Return the time that was spent, and how long such steps take against their estimate."""
    spent = t("show.spent", time=minutes(t, result.spent_minutes)) if result.spent_minutes else ""
    factor = ""
    if result.factor is not None and round(result.factor, 1) != 1:
        kind = t.of("common.kinds", result.kind)
        factor = t("show.factor", factor=f"{result.factor:.1f}", kind=kind)
    words = facts(t, spent, factor, style="dim")
    return [line("  ", *words, hanging_indent=4)] if words else []


def _links(result: ShowResult, t: "Texts") -> list[Line]:
    lines = []
    several = len({link.get("lang", "") for link in result.links}) > 1
    for link in result.links:
        url, code = link["url"], link.get("lang", "")
        spoken = t.of("common.languages", code) if several and code else ""
        if name := separator(t, link.get("title", ""), spoken):
            lines.append(line("  ", name, hanging_indent=4))
        lines.append(address(url, 4 if name else 2))
        if link.get("was"):
            former = t("show.former_link", url=link["was"])
            lines.append(line("    ", (former, "dim"), hanging_indent=WHOLE))
    title = t("show.links")
    if result.links_of:
        title = t("show.links_of", id=result.links_of.id)
    return _section(title if lines else "", lines)


def _section(title: str, lines: list[Line]) -> list[Line]:
    if not lines:
        return []
    return [BLANK, line((title, "key")), *lines] if title else [BLANK, *lines]


def _needs(result: ShowResult, screen: Screen) -> list[Line]:
    return [
        line(
            "  ",
            sign(screen, "done" if need.met else "open"),
            " ",
            (need.id, "id"),
            f"  {need.title}",
            hanging_indent=4,
        )
        for need in result.needs
    ]


def _ref_line(name: str, title: str) -> Line:
    return line("  ", (name, "id"), f"  {title}", hanging_indent=4)


def _history(result: ShowResult, t: "Texts") -> list[Line]:
    days = [day_in_words(h.day, t) for h in result.history]
    width = widest(days)
    lines = []
    for day, h in zip(days, result.history, strict=True):
        verb = t.of("log.verbs", h.do)
        first, *rest = h.text.split("\n")
        if rest:
            first, rest = "", [first, *rest]
        head = (pad(day, width), "dim"), f"  {verb}", f"  {first or h.url}"
        lines.append(line("  ", *head, hanging_indent=4))
        lines += [line("    ", row, hanging_indent=4) for row in rest]
    return lines

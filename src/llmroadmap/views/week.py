"""week: target and done, the steps day by day, notes and proofs, what is next; or all as Markdown."""

from datetime import date
from typing import TYPE_CHECKING

from llmroadmap.results.week import PlannedSlot, WeekResult
from llmroadmap.terminal.screen import BLANK, WHOLE, Line, Screen, Span, line, pad
from llmroadmap.views._pace import date_in_words, streak_fact
from llmroadmap.views._steps import next_lines
from llmroadmap.views.words import (
    address,
    facts,
    minutes,
    separator,
    short_day,
    sign,
    typed,
    widest,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: WeekResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `week`."""
    if result.output == "markdown":
        return [line(Span(text=row), hanging_indent=WHOLE) for row in _markdown(result, t)]
    lines = [line((_heading(result, t), "key"), hanging_indent=2)]
    if result.which == "next":
        return [*lines, *_slots(result, t), *next_lines(result.next, screen, t)]
    lines.append(line("  ", *facts(t, *_sums(result, t)), hanging_indent=4))
    lines += [BLANK, *_days(result, screen, t)]
    if result.notes:
        lines += [BLANK, line((t("week.notes"), "key"))]
    for note in result.notes:
        lines.append(line("  ", (note.id, "id"), f"  {note.title}", hanging_indent=4))
        lines += [line("    ", row, hanging_indent=4) for row in note.text.split("\n")]
    if result.proofs:
        lines += [BLANK, line((t("show.proofs"), "key"))]
    for proof in result.proofs:
        lines.append(line("  ", (proof.id, "id"), f"  {proof.title}", hanging_indent=4))
        lines.append(address(proof.url, 4))
    return lines + (next_lines(result.next[:1], screen, t) if result.which == "this" else [])


def _heading(result: WeekResult, t: "Texts") -> str:
    if result.which == "next":
        return t("week.coming", date=date_in_words(result.last_day, t))
    name = t.of("week.name", result.which)
    first, last = date_in_words(result.first_day, t), date_in_words(result.last_day, t)
    return separator(t, name, t("when.span", first=first, last=last))


def _sums(result: WeekResult, t: "Texts") -> list[str]:
    done = minutes(t, result.minutes)
    if result.target_minutes:
        done = t("when.of_target", done=done, target=minutes(t, result.target_minutes))
    return [
        done,
        t("common.steps", n=result.steps),
        t("today.active_days", n=result.active_days),
        streak_fact(result.target, t) if result.target else "",
    ]


def _weekday(iso: str, t: "Texts") -> str:
    return t.of("dates.weekday", str(date.fromisoformat(iso).isoweekday()))


def _days(result: WeekResult, screen: Screen, t: "Texts") -> list[Line]:
    width = widest([_weekday(day.day, t) for day in result.days]) + 2
    lines = []
    for day in result.days:
        name = pad(_weekday(day.day, t), width)
        if not day.minutes and not day.steps:
            lines.append(line("  ", (f"{name}·", "dim")))
            continue
        lines.append(line("  ", (name, "dim"), minutes(t, day.minutes)))
        for step in day.steps:
            mark = sign(screen, "done")
            head = " " * (width + 2), mark, " ", (step.id, "id"), f"  {step.title}"
            lines.append(line(*head, hanging_indent=width + 4))
    return lines


def _slots(result: WeekResult, t: "Texts") -> list[Line]:
    if not result.has_slots:
        slots = t.of("examples", "Mon,Wed 20:00 45m; Sat 10:00 2h")
        example = f'llmroadmap config study "{slots}"'
        return [line("  ", *typed(t("week.no_slots"), example, "dim", "dim"), hanging_indent=4)]
    lines = []
    for slot in result.slots:
        head = f"{_weekday(slot.day, t)} {short_day(slot.day, t)} {slot.time}"
        lines.append(line("  ", (head, "key"), t("common.between"), minutes(t, slot.minutes)))
        lines += _portions(slot, t)
    return [*lines, line("  ", (t("week.fifths"), "dim"), hanging_indent=4)]


def _portions(slot: PlannedSlot, t: "Texts") -> list[Line]:
    lines = []
    for each in slot.portions:
        more = t("week.goes_on", time=minutes(t, each.left)) if each.left else ""
        words = f"  {each.title}{t('common.between')}"
        lines.append(
            line(
                "    ", (each.id, "id"), words, *facts(t, minutes(t, each.minutes), more),
                hanging_indent=6,
            )
        )  # fmt: skip
    return lines


def _markdown(result: WeekResult, t: "Texts") -> list[str]:
    """Return the week as a report to paste somewhere."""
    rows = [f"## {_heading(result, t)}", "", separator(t, *_sums(result, t)), ""]
    for day in result.days:
        named = separator(t, _weekday(day.day, t), day.day)
        rows += [f"- [x] {_escaped(step.title)} ({step.id}, {named})" for step in day.steps]
    for slot in result.slots:
        head = f"{_weekday(slot.day, t)} {slot.day} {slot.time}"
        inside = (f"{_escaped(p.title)} ({p.id}, {minutes(t, p.minutes)})" for p in slot.portions)
        rows.append(f"- {head}{t('common.colon')}{'; '.join(inside)}")
    if result.notes:
        rows += ["", f"### {t('week.notes')}", ""]
    for note in result.notes:
        text = note.text.replace("\n", "\n  ")
        rows += [*f"- {_escaped(note.title)}{t('common.colon')}{text}".split("\n")]
    if result.proofs:
        rows += ["", f"### {t('show.proofs')}", ""]
    rows += [
        f"- {_escaped(proof.title)}{t('common.colon')}<{proof.url}>" for proof in result.proofs
    ]
    if result.next and result.which == "this":
        step = result.next[0]
        rows += ["", f"{t('common.next_is')}{_escaped(step.title)} ({step.id})"]
    return rows


def _escaped(text: str) -> str:
    """Return a title in which Markdown sees no markup."""
    return "".join(f"\\{each}" if each in "\\`*_[]<>" else each for each in text)

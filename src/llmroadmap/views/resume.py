"""resume: the last time, in its own words, what comes next, and something lighter."""

from typing import TYPE_CHECKING

from llmroadmap.results.resume import ResumeResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views._bars import bar_lines, bar_row
from llmroadmap.views.log import history_lines
from llmroadmap.views.notes import text_lines
from llmroadmap.views.words import (
    address,
    day_in_words,
    facts,
    in_language,
    separator,
    sign,
    step_time,
    to_type,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts
    from llmroadmap.results.summaries import OfferedStep

# So short is a step that is a light beginning; a note is read from its end, and so many of them.
_LIGHT, _NOTES = 15, 3


def show(result: ResumeResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `resume`."""
    lines = _last_time(result, screen, t) if result.day else [line(t("resume.not_begun"))]
    if result.chapter:
        lines += bar_lines([bar_row(result.chapter, t, is_small=True)], screen, t)
    lines += _notes(result, t)
    if result.unlocked:
        lines += [BLANK, line((t("resume.opened_since"), "key"))]
        lines += [
            line("  ", (p.id, "id"), f"  {p.title}", hanging_indent=4) for p in result.unlocked
        ]
    if [step.id for step in result.in_progress] != [result.next.id if result.next else ""]:
        lines += _in_progress(result, screen, t)
    return lines + _next(result, t)


def _in_progress(result: ResumeResult, screen: Screen, t: "Texts") -> list[Line]:
    lines: list[Line] = []
    if result.in_progress:
        lines += [BLANK, line((t("resume.still_in_progress"), "key"))]
        for step in result.in_progress:
            head = sign(screen, step.state), " ", (step.id, "id")
            lines.append(line("  ", *head, f"  {step.title}", hanging_indent=4))
    return lines


def _last_time(result: ResumeResult, screen: Screen, t: "Texts") -> list[Line]:
    named = {0: t("resume.today"), 1: t("resume.yesterday")}.get(result.days_ago)
    ago = named or t("log.days_ago", n=result.days_ago)
    head = line(
        (t("resume.last_time"), "key"),
        *facts(t, day_in_words(result.day, t), ago),
        hanging_indent=2,
    )
    return [head, *history_lines(result.done, screen, t)]


def _notes(result: ResumeResult, t: "Texts") -> list[Line]:
    """Return the last notes."""
    if not result.notes:
        return []
    lines = [BLANK, line((t("resume.your_notes"), "key"))]
    latest = sorted(result.notes, key=lambda note: note.at)[-_NOTES:]
    before = ""
    for note in [note for note in result.notes if note in latest]:
        if note.id != before:
            lines.append(line("  ", (note.id, "id"), f"  {note.title}", hanging_indent=4))
        lines += text_lines(note.text, 4)
        before = note.id
    if len(result.notes) > _NOTES:
        more = f"{t('common.and_more', n=len(result.notes) - _NOTES)}{t('common.colon')}"
        lines.append(to_type(more, "llmroadmap notes"))
    return lines


def _next(result: ResumeResult, t: "Texts") -> list[Line]:
    """Return the step that comes first, as on the dashboard, and a lighter one beside it."""
    step, light = result.next, result.start
    if step is None:
        return []
    if step.optional and step.state == "open":
        return [BLANK, to_type(t("steps.only_optional"), "llmroadmap next", 0)]
    label = t("common.now") if step.state == "started" else t("common.next_is")
    lines = [BLANK, *_step(step, label, t)]
    if step.state == "started":
        lines.append(to_type(t("common.type_when_done"), f"llmroadmap done {step.id}"))
    else:
        lines.append(to_type(t("resume.begin_it"), f"llmroadmap start {step.id}"))
    if light and light.id != step.id and light.minutes <= min(_LIGHT, step.minutes):
        lines += _step(light, t("resume.small_start"), t)[:1]
    return lines


def _step(step: "OfferedStep", label: str, t: "Texts") -> list[Line]:
    kind, other = t.of("common.kinds", step.kind), in_language(t, step.language)
    took = separator(t, kind, step_time(t, step), other)
    name = (step.id, "id"), "  ", (step.title, "title"), f"{t('common.between')}{took}"
    head = line((label, "key"), *name, hanging_indent=2)
    return [head, *(address(link["url"], 2) for link in step.links[:1])]

"""resume: the last time, in its own words, and one small start."""

from typing import TYPE_CHECKING

from llmroadmap.results.resume import ResumeResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views.log import history_lines
from llmroadmap.views.notes import text_lines
from llmroadmap.views.words import address, day_in_words, facts, minutes, sign, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts
    from llmroadmap.results.summaries import OfferedStep


def show(result: ResumeResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `resume`."""
    lines = _last_time(result, screen, t) if result.day else [line(t("resume.not_begun"))]
    if result.notes:
        lines += [BLANK, line((t("resume.your_notes"), "key"))]
    before = ""
    for note in result.notes:
        if note.id != before:
            lines.append(line("  ", (note.id, "id"), f"  {note.title}", hanging_indent=4))
        lines += text_lines(note.text, 4)
        before = note.id
    if result.unlocked:
        lines += [BLANK, line((t("resume.opened_since"), "key"))]
        lines += [
            line("  ", (p.id, "id"), f"  {p.title}", hanging_indent=4) for p in result.unlocked
        ]
    if result.in_progress:
        lines += [BLANK, line((t("resume.still_in_progress"), "key"))]
        for step in result.in_progress:
            head = sign(screen, step.state), " ", (step.id, "id")
            lines.append(line("  ", *head, f"  {step.title}", hanging_indent=4))
    return lines + (_start(result.start, t) if result.start else [])


def _last_time(result: ResumeResult, screen: Screen, t: "Texts") -> list[Line]:
    named = {0: t("log.today"), 1: t("log.yesterday")}.get(result.days_ago)
    ago = named or t("log.days_ago", n=result.days_ago)
    head = line(
        (t("resume.last_time"), "key"),
        *facts(t, day_in_words(result.day, t), ago),
        hanging_indent=2,
    )
    lines = [head]
    return lines + history_lines(result.done, screen, t)


def _start(step: "OfferedStep", t: "Texts") -> list[Line]:
    took = f"{t('common.between')}{minutes(t, step.minutes)}"
    head = line(
        (t("resume.small_start"), "key"), (step.id, "id"), "  ", (step.title, "title"), took
    )
    lines = [BLANK, head._replace(hanging_indent=2)]
    lines += [address(link["url"], 2) for link in step.links[:1]]
    if step.state == "started":
        return lines
    return [*lines, to_type(t("resume.begin_it"), f"llmroadmap start {step.id}")]

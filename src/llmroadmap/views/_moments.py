"""What is said where a chapter, a course, a stage or the plan comes to its end: what it took, what it opens."""

from typing import TYPE_CHECKING

from llmroadmap.results.moments import KeptProof, Moment
from llmroadmap.terminal.screen import Line, Screen, Span, line
from llmroadmap.views._pace import date_in_words
from llmroadmap.views.words import address, facts, hours, minutes, to_type, typed

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# More results than this are counted.
_LISTED = 8


def moment_lines(moments: list[Moment], screen: Screen, t: "Texts") -> list[Line]:
    """Return two lines for each part that is finished, more for the plan."""
    lines: list[Line] = []
    for moment in moments:
        lines += [_title(moment, screen, t), _took(moment, t)]
        if moment.opens:
            lines.append(_opens(moment, t))
        if moment.level == "plan":
            lines += look_back(moment, t)
    return lines


def _title(moment: Moment, screen: Screen, t: "Texts") -> Line:
    star = Span(text="★ " if screen.is_unicode else "* ", style="done")
    label = t.of("moments", moment.level)
    name = (moment.id, "id"), "  " if moment.id else "", (moment.title, "title")
    return line("  ", star, (label, "done"), *name, hanging_indent=4)


def _took(moment: Moment, t: "Texts") -> Line:
    exact = minutes if moment.is_measured else hours
    time = exact(t, moment.minutes)
    links = sum(len(proof.urls) for proof in moment.proofs)
    parts = (
        t("common.steps", n=moment.steps),
        time if moment.is_measured else t("moments.about_time", time=time),
        t("moments.on_days", n=moment.days) if moment.since and moment.days > 1 else "",
        _span(moment, t),
        t("moments.notes", n=moment.notes) if moment.notes else "",
        t("moments.links", n=links) if links else "",
    )
    return line("    ", *facts(t, *parts), hanging_indent=4)


def _span(moment: Moment, t: "Texts") -> str:
    """Return from when to when it was studied; only until when, or nothing, where that is not known."""
    if not moment.until:
        return ""
    until = date_in_words(moment.until, t)
    if not moment.since:
        return t("moments.finished_on", day=until)
    since = date_in_words(moment.since, t)
    return t("when.span", first=since, last=until) if since != until else since


def _opens(moment: Moment, t: "Texts") -> Line:
    stage = moment.opens
    if stage is None:
        return line()
    size = (
        t("common.steps", n=stage.total),
        t("moments.about_time", time=hours(t, stage.minutes_left)),
    )
    name = (stage.id, "id"), f"  {stage.title}{t('common.between')}"
    return line("    ", (t("moments.opens"), "key"), *name, *facts(t, *size), hanging_indent=6)


def look_back(moment: Moment, t: "Texts") -> list[Line]:
    """Return what came of the plan, and where to read on about it."""
    lines: list[Line] = []
    if moment.proofs:
        lines.append(line("    ", (t("moments.came_of_it"), "key")))
        for proof in moment.proofs[:_LISTED]:
            lines += _proof(proof)
        if len(moment.proofs) > _LISTED:
            more = t("common.and_more", n=len(moment.proofs) - _LISTED)
            lines.append(line("      ", (more, "dim")))
    commands = ["llmroadmap stats", "llmroadmap log"]
    if moment.notes:
        commands.insert(0, "llmroadmap notes")
    spans = typed(t("moments.look_back"), commands[0])
    for command in commands[1:]:
        spans += typed(f"{t.language.list_separator}{{command}}", command)
    lines.append(line("    ", *spans, hanging_indent=6))
    if moment.optional_left:
        left = t("moments.optional_left", n=moment.optional_left)
        lines.append(to_type(left, "llmroadmap next", 4))
    return lines


def _proof(proof: KeptProof) -> list[Line]:
    name = line("      ", (proof.id, "id"), f"  {proof.title}", hanging_indent=8)
    return [name, *(address(url, 8) for url in proof.urls)]

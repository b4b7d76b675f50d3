"""next: the first step stands out, the others are lines below it."""

from itertools import groupby
from typing import TYPE_CHECKING

from llmroadmap.core.progress.habits import HabitSummary
from llmroadmap.core.study.explanation import Explanation
from llmroadmap.results.next import LapsedStep, NextResult
from llmroadmap.results.summaries import OfferedStep
from llmroadmap.terminal.screen import BLANK, Line, Screen, Span, line, rows
from llmroadmap.views._bars import bar_lines, bar_row
from llmroadmap.views.words import (
    address,
    day_in_words,
    due_fact,
    explanation_text,
    facts,
    in_language,
    minutes,
    placeholders,
    reason,
    separator,
    step_time,
    to_type,
    typed,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

_MOST_ALIKE = 4


def show(result: NextResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `next`."""
    if result.plans:
        from llmroadmap.views._plans_in_turn import plan_lines  # only where all were asked for

        return plan_lines(result.plans, screen, t)
    lines = _lines(result, screen, t)
    if 0 < screen.height <= len(rows(lines, screen.width)):
        lines = _lines(result, screen, t, is_short=True)
    return lines


def _lines(result: NextResult, screen: Screen, t: "Texts", *, is_short: bool = False) -> list[Line]:
    """Return what is next; with `is_short`, what comes after it takes a line each."""
    screen.begin_list()
    lines: list[Line] = []
    asked = result.asked
    is_special = bool(asked.minutes or asked.part or asked.kind or asked.tag)
    if is_special and not result.steps:
        lines += _nothing_fits(result, t)
    elif not result.steps or (result.steps[0].optional and not is_special):
        lines += _at_the_end(result, t)
    elif result.stage:
        lines += [*bar_lines([bar_row(result.stage, t)], screen, t, 0), BLANK]
    for index, step in enumerate(result.steps):
        if index == 1:
            lines += [
                BLANK,
                line((t("next.or" if step.reason.code == "other" else "next.then"), "dim")),
            ]
        if index == 0:
            lines += _first(step, screen, t)
        else:
            lines += _other(step, screen, t)[: 1 if is_short else None]
        if index == 0 and result.asked.minutes:
            lines += _for_the_time(step, result.asked.minutes, t)
        if result.again and step.id == result.again.needed_by:
            lines += _again(result.again, t)
        if index == 0 and result.why:
            lines += [BLANK, *why_lines(result.why, t)]
    if result.habits:
        lines += [BLANK, *habits_due(result.habits, t)]
    return lines


def _again(step: "LapsedStep", t: "Texts") -> list[Line]:
    """Return what to look at again before the step above, and why."""
    why = t("next.again_why", day=day_in_words(step.day, t), by=step.needed_by)
    return [
        line("  ", (t("next.again"), "key"), (step.id, "id"), f"  {step.title}", hanging_indent=4),
        line("    ", (why, "dim"), hanging_indent=4),
        to_type(t("next.again_ask"), f"llmroadmap recall {step.id}", 4),
    ]


def _in_part(step: OfferedStep, time: int, t: "Texts") -> Line:
    """Return how much of a long step can be done in the time that there is."""
    left = max(step.minutes - time, 0)
    if not left:  # It is the learner's own pace that makes it too long.
        return line("  ", (t("next.part_of_it", time=minutes(t, time)), "key"), hanging_indent=2)
    whole = minutes(t, step.minutes)
    text = t("next.part", time=minutes(t, time), whole=whole, left=minutes(t, left))
    return line("  ", (text, "key"), hanging_indent=2)


def _for_the_time(step: OfferedStep, time: int, t: "Texts") -> list[Line]:
    """Return what can be done of the step in the time that there is."""
    if step.reason.code == "part":
        return [_in_part(step, time, t)]
    return [] if step.has_estimate else _untimed(step, time, t)


def _untimed(step: OfferedStep, time: int, t: "Texts") -> list[Line]:
    """Return that nobody knows whether the time is enough, and how to say how long it takes."""
    command = f"llmroadmap estimate {step.id} {placeholders('TIME', t)}"
    return [
        line("  ", (t("next.untimed", time=minutes(t, time)), "key"), hanging_indent=2),
        to_type(t("next.estimate_it"), command),
    ]


def _nothing_fits(result: NextResult, t: "Texts") -> list[Line]:
    if result.asked.tag:
        from llmroadmap.views._tags import no_such_tag  # only where a tag was asked for

        if unknown := no_such_tag(result.asked.tag, result.asked.tags, t):
            return unknown
    if not result.waiting:
        return [line(t("next.nothing_fits"))]
    lines = [line(t("next.out_of_turn", n=result.waiting_count))]
    if result.asked.part and result.waits_for:
        needs = t.language.list_separator.join(ref.id for ref in result.waits_for)
        lines.append(
            line(t("next.waiting_for", id=result.asked.part.id, needs=needs), hanging_indent=2)
        )
    for step in result.waiting:
        words = separator(t, step.title, step.group.title)
        lines.append(line("  ", (step.id, "id"), "  ", words, hanging_indent=4))
        if step.after and not result.waits_for:
            after = t.language.list_separator.join(ref.id for ref in step.after)
            lines.append(line("    ", (t("next.after_line", after=after), "dim"), hanging_indent=4))
    command = f"llmroadmap start {result.waiting[0].id}"
    return [*lines, to_type(t("next.start_anyway"), command, 0)]


def why_lines(explanations: list[Explanation], t: "Texts") -> list[Line]:
    """Return the grounds of the choice, one a line; of many of one sort, the first."""
    lines = [line("  ", (t("next.why_title"), "key"))]
    for code, run in groupby(explanations, key=lambda explanation: explanation.code):
        alike = list(run)
        indent = 6 if code in ("side", "side-waits") else 2
        sign = "" if indent == 6 else "- "
        for explanation in alike[:_MOST_ALIKE]:
            style = "started" if explanation.chosen else ""
            words = " " * indent + sign, (explanation_text(t, explanation), style)
            lines.append(line(*words, hanging_indent=6))
        more = len(alike) - _MOST_ALIKE
        if more > 0:
            lines.append(line(" " * indent + sign, t("next.why_more", n=more), hanging_indent=6))
    return lines


def _at_the_end(result: NextResult, t: "Texts") -> list[Line]:
    if result.done < result.total:
        return [line((t("next.waiting_title"), "key"))]
    lines = [line((t("next.all_done_title", n=result.done), "done"))]
    if result.steps:
        lines += [line(t("next.all_done_optional", n=result.optional_left)), BLANK]
    else:
        lines += [line(*typed(t("next.all_done_look"), "llmroadmap status"))]
    return lines


def _first(step: OfferedStep, screen: Screen, t: "Texts") -> list[Line]:
    lines = [
        line(
            (step.id, "id"), "  ", (step.title, "title"), screen.number(step.id), hanging_indent=2
        ),
        line("  ", *_place(step, t), hanging_indent=2),
    ]
    if step.about:
        lines.append(line("  ", step.about, hanging_indent=2))
    lines += _link(step, 2)
    lines.append(line("  ", (reason(t, step.reason), "dim"), hanging_indent=2))
    if step.reason.code == "part":
        return [*lines, to_type(t("next.begin"), f"llmroadmap start {step.id}")]
    return [*lines, to_type(t("common.type_when_done"), f"llmroadmap done {step.id}")]


def _other(step: OfferedStep, screen: Screen, t: "Texts") -> list[Line]:
    # "Then" has said that they come in order.
    said = ("in-order", "other")
    why = "" if step.reason.code in said else reason(t, step.reason)
    return [
        line("  ", (step.id, "id"), "  ", step.title, screen.number(step.id), hanging_indent=4),
        line("    ", *_place(step, t, why, style="dim"), hanging_indent=4),
        *_link(step, 4),
    ]


def _place(step: OfferedStep, t: "Texts", why: str = "", style: str = "") -> list[Span]:
    """Return where the step belongs, what it is and how long it takes."""
    groups = " › ".join(group.title for group in step.groups) or step.stage.title
    kind = t.of("common.kinds", step.kind)
    optional = t("common.optional") if step.optional else ""
    other = in_language(t, step.language)
    # Of what stands further down only a day of its own is said.
    due = due_fact(t, step) if not style or step.due_of == step.id else ""
    words = kind, step_time(t, step), other, optional, due, why
    spans = facts(t, *words, style=style)
    return [Span(text=f"{groups}{t('common.between')}", style=style), *spans]


def _link(step: OfferedStep, indent: int) -> list[Line]:
    """Return the main link; its title says where on that page to look, if it has one."""
    if not step.links:
        return []
    link = step.links[0]
    title = (
        [line(" " * indent, (link["title"], "dim"), hanging_indent=indent)] if link["title"] else []
    )
    return [*title, address(link["url"], indent)]


def habits_due(habits: list[HabitSummary], t: "Texts") -> list[Line]:
    """Return one quiet line: the habits that are due, and what to type."""
    label = t(
        "next.habits_due" if any(h.repeat == "daily" for h in habits) else "next.habits_due_weekly"
    )
    if len(habits) == 1:
        named, habit = f"{habits[0].id}  {habits[0].title}", habits[0].id
    else:
        named, habit = t.language.list_separator.join(h.id for h in habits), ""
    how = typed("{command}", f"llmroadmap checkin {habit}".rstrip(), "dim", "dim")
    return [line((label, "dim"), (f"{named}{t('common.between')}", "dim"), *how, hanging_indent=2)]

"""What done, start, skip and reopen show: what changed, what that opened, where the stage stands."""

from typing import TYPE_CHECKING

from llmroadmap.results.changes import ChangeResult
from llmroadmap.results.summaries import ItemRef, OfferedStep, PartSummary, StepSummary
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views._bars import bar_lines, bar_row
from llmroadmap.views.words import (
    address,
    day_in_words,
    facts,
    figures,
    in_language,
    minutes,
    number,
    separator,
    sign,
    step_time,
    to_type,
    typed,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# More steps than this are counted, not listed.
LISTED = 8
_CHAPTERS = 3


def change_lines(
    result: ChangeResult,
    verb: str,
    screen: Screen,
    t: "Texts",
    took: dict[str, int] | None = None,
    week_steps: int = 0,
) -> list[Line]:
    """Return the lines of a change, from what changed to where things stand now."""
    lines = _changed(result.changed, verb, screen, t, took or {})
    if result.changed and result.on:
        lines.append(line("  ", t("common.counted_for", day=day_in_words(result.on, t))))
    lines += [_unchanged(step, screen, t) for step in result.unchanged[:LISTED]]
    if not result.changed:
        lines.append(line(t("common.no_change")))
    lines += _unlocked(result.unlocked, t)
    if verb != "start":
        week = t("steps.this_week", n=week_steps) if week_steps and result.changed else ""
        lines += where_lines(result.chapters, result.stages, screen, t, week)
    if result.changed:
        lines.append(undo_line(t, "llmroadmap undo"))
    return lines


def where_lines(
    chapters: list[PartSummary],
    stages: list[PartSummary],
    screen: Screen,
    t: "Texts",
    week: str = "",
) -> list[Line]:
    """Return the bars of chapters, unless there are many, and of their stages."""
    rows = [bar_row(chapter, t, is_small=True) for chapter in chapters]
    rows = rows if len(rows) <= _CHAPTERS else []
    return bar_lines([*rows, *(bar_row(stage, t, week) for stage in stages)], screen, t)


def _changed(
    steps: list[StepSummary], verb: str, screen: Screen, t: "Texts", took: dict[str, int]
) -> list[Line]:
    """Return a line for each changed step, and how many there are when there are several."""
    text = t.of("steps.changed", verb)
    lines = []
    for step in steps[:LISTED]:
        time = t("steps.took", time=minutes(t, took[step.id])) if step.id in took else ""
        uncounted = t("steps.not_counted") if step.optional else ""
        estimate = step_time(t, step) if verb == "start" else ""
        state = text if len(steps) == 1 else "", estimate, time, uncounted
        head = sign(screen, step.state), " ", (step.id, "id"), "  ", (step.title, "title"), "  "
        said_of_it = facts(t, *state, style="done" if verb == "done" else "started")
        lines.append(line(*head, *said_of_it, hanging_indent=2))
    if len(steps) > LISTED:
        lines.append(line("  ", t("common.and_more", n=len(steps) - LISTED)))
    if len(steps) > 1:
        lines.append(line("  ", text, t("common.colon"), t("common.steps", n=len(steps))))
    return lines


def _unchanged(step: StepSummary, screen: Screen, t: "Texts") -> Line:
    text = t.of("steps.already", step.state)
    head = sign(screen, step.state), " ", (step.id, "id"), f"  {step.title}"
    return line(*head, (f"  {text}", "dim"), hanging_indent=2)


def _unlocked(refs: list[ItemRef], t: "Texts") -> list[Line]:
    """Return what can be studied from now on: one on a line with what it is, several below that."""
    if len(refs) == 1:
        (ref,) = refs
        return [
            line(
                "  ",
                (t("steps.unlocked"), "done"),
                (ref.id, "id"),
                f"  {ref.title}",
                hanging_indent=4,
            )
        ]
    rows = [line("    ", (ref.id, "id"), f"  {ref.title}", hanging_indent=6) for ref in refs]
    return [line("  ", (t("steps.unlocked"), "done")), *rows] if rows else []


def undo_line(t: "Texts", command: str, label: str = "") -> Line:
    """Return how to take the change back; after undo, how to make it again."""
    return line("  ", *typed(f"{label or t('common.take_back')}{{command}}", command, "dim", "dim"))


def next_lines(steps: list[OfferedStep], screen: Screen, t: "Texts") -> list[Line]:
    """Return what comes next, which is @1 from then on, and where it is."""
    if not steps:
        return []
    step = steps[0]
    if step.optional and step.state == "open":
        # The end of the plan is no place for one step that nobody has to do.
        return [BLANK, to_type(t("steps.only_optional"), "llmroadmap next", 0)]
    screen.begin_list()
    facts_of_it = separator(t, step_time(t, step), in_language(t, step.language))
    took = f"{t('common.between')}{facts_of_it}"
    label = t("common.now") if step.state == "started" else t("common.next_is")
    lines = [
        BLANK,
        line(
            (label, "key"),
            (step.id, "id"),
            "  ",
            (step.title, "title"),
            figures(took),
            number(screen, step.id),
            hanging_indent=2,
        ),
    ]
    if step.links:
        lines.append(address(step.links[0]["url"], 2))
    return lines

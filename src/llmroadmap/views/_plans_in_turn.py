"""What next and today show of several plans."""

from typing import TYPE_CHECKING

from llmroadmap.results.plan_in_turn import PlanInTurn
from llmroadmap.results.summaries import OfferedStep
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views._due import due_lines
from llmroadmap.views.words import address, facts, hours, step_time, typed

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def plan_lines(plans: list[PlanInTurn], screen: Screen, t: "Texts") -> list[Line]:
    """Return the plans with their first steps; below each first one stands what is to be typed.

    The first of all stands out: its plan has had the least of its share.
    """
    lines: list[Line] = []
    for number, plan in enumerate(plans):
        counts = t("mine.plan_counts", done=plan.done, total=plan.total)
        spent = t("mine.plan_time", time=hours(t, plan.minutes)) if plan.minutes else ""
        share = (
            t("mine.plan_share", n=plan.share) if len({each.share for each in plans}) > 1 else ""
        )
        said = facts(t, counts, share, spent, style="dim")
        head = line(
            (plan.id, "id"),
            "  ",
            (plan.title, "title"),
            t("common.between"),
            *said,
            hanging_indent=2,
        )
        lines += [*([BLANK] if number else []), head]
        for at, step in enumerate(plan.steps):
            lines += _step(step, plan.line, t, is_first=not at, stands_out=number == at == 0)
        lines += due_lines(plan.due, 1, t, 2)
        if not plan.steps:
            lines.append(line("  ", (t("mine.plan_finished"), "dim")))
    return lines


def _step(
    step: OfferedStep, behind: str, t: "Texts", *, is_first: bool, stands_out: bool
) -> list[Line]:
    label = t("common.now") if step.state == "started" else t("common.next_is")
    words = facts(t, t.of("common.kinds", step.kind), step_time(t, step), style="dim")
    lines = [
        line(
            "  ",
            (label if stands_out else "", "key"),
            (step.id, "id"),
            "  ",
            (step.title, "title" if stands_out else ""),
            t("common.between"),
            *words,
            hanging_indent=4,
        )
    ]
    if stands_out and step.links:
        lines.append(address(step.links[0]["url"], 4))
    if is_first:
        command = f"llmroadmap done {step.id}{behind}"
        style = ("", "key") if stands_out else ("dim", "dim")
        lines.append(
            line("    ", *typed(f"{t('common.type_when_done')}{{command}}", command, *style))
        )
    return lines

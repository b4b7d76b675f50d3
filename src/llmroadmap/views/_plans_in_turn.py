"""What next and today show of several plans."""

from typing import TYPE_CHECKING

from llmroadmap.results.plan_in_turn import PlanInTurn
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views.words import address, hours, minutes, separator, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def plan_lines(plans: list[PlanInTurn], screen: Screen, t: "Texts") -> list[Line]:
    """Return the plans with their first steps; what is to be typed stands below the first."""
    lines: list[Line] = []
    for number, plan in enumerate(plans):
        counts = t("mine.plan_counts", done=plan.done, total=plan.total)
        spent = t("mine.plan_time", time=hours(t, plan.minutes)) if plan.minutes else ""
        share = (
            t("mine.plan_share", n=plan.share) if len({each.share for each in plans}) > 1 else ""
        )
        head = (plan.title, "title"), "  ", (separator(t, counts, share, spent), "dim")
        lines += [*([BLANK] if number else []), line(*head, hanging_indent=2)]
        for at, step in enumerate(plan.steps):
            took = f"{t('common.between')}{minutes(t, step.minutes)}"
            lines.append(line("  ", (step.id, "id"), "  ", step.title, took, hanging_indent=4))
            if number == at == 0:
                lines += [address(step.links[0]["url"], 4)] if step.links else []
                done = f"llmroadmap done {step.id}{plan.line}"
                lines.append(to_type(t("common.type_when_done"), done, 4))
        if not plan.steps:
            lines.append(line("  ", (t("mine.plan_finished"), "dim")))
    return lines

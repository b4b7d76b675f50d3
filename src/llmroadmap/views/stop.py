"""stop: how long the sitting was, what all of them come to, and how to correct it."""

from typing import TYPE_CHECKING

from llmroadmap.results.stop import StopResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import undo_line
from llmroadmap.views.words import facts, minutes, placeholders, sign, to_type, typed

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: StopResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `stop`."""
    step = result.step
    head = sign(screen, step.state), " ", (step.id, "id"), "  ", (step.title, "title"), "  "
    times = [t("stop.sitting", time=minutes(t, result.minutes))]
    if result.total_minutes != result.minutes:
        times.append(t("stop.total", time=minutes(t, result.total_minutes)))
    again = f"llmroadmap stop {step.id} --minutes {placeholders('N', t)}"
    return [
        line(*head, *facts(t, *times, style="started"), hanging_indent=2),
        undo_line(t, "llmroadmap undo"),
        line("  ", *typed(t("stop.another_time"), again, "dim", "dim"), hanging_indent=4),
        to_type(t("common.type_when_done"), f"llmroadmap done {step.id}"),
    ]

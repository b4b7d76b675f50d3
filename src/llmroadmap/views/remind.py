"""remind: one line, or none."""

from typing import TYPE_CHECKING

from llmroadmap.results.remind import RemindResult
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line
from llmroadmap.views.words import step_time, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: RemindResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the line; where there is none, nothing for scripts, and for people what is missing."""
    step = result.step
    if step is None:
        if not screen.is_terminal or result.has_slots:
            return []
        slots = t.of("examples", "Mon,Wed 20:00 45m; Sat 10:00 2h")
        return [to_type(t("remind.no_slots"), f'llmroadmap config study "{slots}"', 0)]
    time = step_time(t, step)
    text = t("remind.line", at=result.time, id=step.id, title=step.title, time=time)
    return [line(text, hanging_indent=WHOLE)]

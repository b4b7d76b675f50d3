"""remind: one line, or none."""

from typing import TYPE_CHECKING

from llmroadmap.results.remind import RemindResult
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line
from llmroadmap.views.words import step_time

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: RemindResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the line; nothing where there is nothing to say, for scripts."""
    step = result.step
    if step is None:
        return []
    time = step_time(t, step)
    text = t("remind.line", at=result.time, id=step.id, title=step.title, time=time)
    return [line(text, hanging_indent=WHOLE)]

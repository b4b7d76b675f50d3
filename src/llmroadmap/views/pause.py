"""pause: from when to when, and what ends it."""

from typing import TYPE_CHECKING

from llmroadmap.results.pause import PauseResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._pace import pause_text
from llmroadmap.views._steps import undo_line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: PauseResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `pause`."""
    if result.did == "none":
        return [line(t("pause.none"))]
    if result.did == "ended":
        return [line(t("pause.ended")), undo_line(t, "llmroadmap undo")]
    lines = [line((pause_text(result.until, t), "key"))]
    if result.reason:
        lines.append(line("  ", result.reason))
    return [*lines, line("  ", (t("pause.kept"), "dim")), undo_line(t, "llmroadmap undo")]

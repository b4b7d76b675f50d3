"""reopen: what changed, and what comes next."""

from typing import TYPE_CHECKING

from llmroadmap.results.changes import ChangeResult
from llmroadmap.terminal.screen import Line, Screen
from llmroadmap.views._steps import change_lines, next_lines

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: ChangeResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `reopen`."""
    return change_lines(result, "reopen", screen, t) + next_lines(result.next, screen, t)

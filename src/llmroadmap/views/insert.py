"""insert: what is different now."""

from typing import TYPE_CHECKING

from llmroadmap.results.own_changes import OwnChangeResult
from llmroadmap.terminal.screen import Line, Screen
from llmroadmap.views._own_changes import own_change_lines

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: OwnChangeResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `insert`."""
    return own_change_lines(result, screen, t)

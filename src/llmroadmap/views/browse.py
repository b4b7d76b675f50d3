"""browse: what is left to say when the screen is the terminal's again."""

from typing import TYPE_CHECKING

from llmroadmap.results.browse import BrowseResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import undo_line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: BrowseResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return how many changes were made and how to take the last one back."""
    if not result.changes:
        return []
    return [line(t("browse.changes", n=result.changes)), undo_line(t, "llmroadmap undo")]

"""edit: whether something was changed, and where it is."""

from typing import TYPE_CHECKING

from llmroadmap.results.edit import EditResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import take_back_line

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts


def show(result: EditResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `edit`."""
    if not result.changed:
        return [line(t["no_change"])]
    lines = [line(t["written_to"].format(path=result.path), hang=2)]
    if result.overrides_built_in:
        lines.append(line("  ", t["overrides_built_in"], hang=2))
        lines.append(take_back_line(t, f"llmroadmap remove {result.id}"))
    return lines

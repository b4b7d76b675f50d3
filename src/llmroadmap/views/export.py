"""export: the text itself, or where it was written."""

from typing import TYPE_CHECKING

from llmroadmap.results.export import ExportResult
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: ExportResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of the text."""
    if result.path:
        return [line(t("common.written_to", path=result.path), hanging_indent=2)]
    return [line(each, hanging_indent=WHOLE) for each in result.text.rstrip("\n").split("\n")]

"""new: the text itself, or where it was written and how to go on."""

from typing import TYPE_CHECKING

from llmroadmap.results.new import NewResult
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: NewResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of the text, or what to do with the file."""
    if not result.path:
        return [line(each, hanging_indent=WHOLE) for each in result.text.rstrip("\n").split("\n")]
    return [
        line(t("common.written_to", path=result.path), hanging_indent=2),
        line("  ", t("new.then_check", file=result.path), hanging_indent=2),
    ]

"""move: where everything is from now on, what was joined, and the way back."""

from typing import TYPE_CHECKING

from llmroadmap.results.move import MoveResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views.words import standing, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: MoveResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what was done, where things stand, and how to go back."""
    lines = [line((t("move.done", folder=result.folder), "done"), hanging_indent=2)]
    if result.found:
        lines.append(
            line(t("move.joined", found=result.found, brought=result.brought), hanging_indent=2)
        )
    lines += [line(t("move.differs", path=path), hanging_indent=2) for path in result.differs]
    lines.append(line(*standing(screen, t, result, 0)))
    lines.append(line((t("move.left", path=result.left), "dim"), hanging_indent=2))
    if result.is_back:
        return lines
    again = f"llmroadmap move {result.folder}"
    return [
        *lines,
        to_type(t("move.elsewhere"), again, 0),
        to_type(t("move.take_back"), "llmroadmap move --back", 0),
    ]

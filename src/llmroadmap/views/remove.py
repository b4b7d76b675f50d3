"""remove: what was put away, and where it is kept."""

from typing import TYPE_CHECKING

from llmroadmap.results.remove import RemoveResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import undo_line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: RemoveResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what was removed, and the way back."""
    return [
        line((t("remove.removed", id=result.id), "title")),
        line("  ", t("remove.progress_kept", path=result.progress), hanging_indent=2),
        line("  ", t("common.in_use"), t("common.colon"), (result.in_use, "id")),
        undo_line(t, f"llmroadmap add {result.kept_at}"),
    ]

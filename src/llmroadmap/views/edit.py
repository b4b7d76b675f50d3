"""edit: whether something was changed, and where it is."""

from typing import TYPE_CHECKING

from llmroadmap.results.edit import EditResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import undo_line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: EditResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `edit`."""
    if not result.changed:
        return [line(t("common.no_change"))]
    lines = [line(t("common.written_to", path=result.path), hanging_indent=2)]
    if result.overrides_built_in:
        lines.append(line("  ", t("common.overrides_built_in"), hanging_indent=2))
        lines.append(undo_line(t, f"llmroadmap remove {result.id}"))
    if result.own_changes:
        lines.append(line("  ", t("edit.own_changes", n=result.own_changes)))
        lines.append(undo_line(t, "llmroadmap undo"))
    if result.missing:
        named = t.language.list_separator.join(result.missing)
        lines.append(line("  ", t("update.own_missing", ids=named), hanging_indent=4))
    return lines

"""export: the text itself, or where it was written and what of the learner's is in it."""

from typing import TYPE_CHECKING

from llmroadmap.results.export import ExportResult
from llmroadmap.terminal.screen import EXACT, Line, Screen, line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: ExportResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of the text."""
    if result.dry_run:
        return [line(_held(result, t), hanging_indent=2), line((t("export.not_written"), "dim"))]
    if result.files:
        counts = result.files._asdict()
        where = line(t("export.folder", path=result.path, **counts), hanging_indent=2)
        return [where, line((_held(result, t), "dim"), hanging_indent=2)]
    if result.path:
        key = "common.written_to" if result.changed else "export.unchanged"
        where = line(t(key, path=result.path), hanging_indent=2)
        return [where, line((_held(result, t), "dim"), hanging_indent=2)]
    lines = result.text.removesuffix("\n").split("\n")
    if screen.is_terminal:
        lines = [each.removesuffix("\r") for each in lines]
    return [line(each, hanging_indent=EXACT) for each in lines]


def _held(result: ExportResult, t: "Texts") -> str:
    kinds = [t.of("export.held", each.what, n=each.number) for each in result.holds]
    if not kinds:
        return t("export.holds_nothing")
    return t("export.holds", what=t.language.list_separator.join(kinds))

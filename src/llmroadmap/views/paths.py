"""paths: the files, and what each is for."""

from typing import TYPE_CHECKING

from llmroadmap.results.paths import PathsResult
from llmroadmap.terminal.screen import Line, Screen, line, pad
from llmroadmap.views.words import widest

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: PathsResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return a line for each file or folder."""
    names = widest([path.name for path in result.paths]) + 2
    lines = []
    for path in result.paths:
        missing = f" ({t('paths.path_missing')})" if not path.exists else ""
        lines.append(
            line((pad(path.name, names), "id"), path.path, (missing, "dim"), hanging_indent=names)
        )
        lines.append(
            line(" " * names, (t.of("paths.about", path.name), "dim"), hanging_indent=names)
        )
    return lines

"""completion: what was written where, what is still to be done, and how to take it back."""

from typing import TYPE_CHECKING

from llmroadmap.results.completion import CompletionResult
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line
from llmroadmap.views.words import typed

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: CompletionResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the script, or what was done."""
    if result.did == "print":
        return [line(each, hanging_indent=WHOLE) for each in result.script.rstrip("\n").split("\n")]
    if result.did == "uninstall":
        changed = _changed(result, "completion.removed", "completion.line_removed", t)
        return changed or [line(t("completion.not_installed", shell=result.shell))]
    lines = _changed(result, "completion.written", "completion.line_added", t)
    lines = lines or [line(t("completion.already", path=result.path), hanging_indent=2)]
    if result.line and not result.has_line:
        lines += [line(t("completion.add_line", path=result.start_file), hanging_indent=2)]
        lines += [line("  ", (result.line, "key"), hanging_indent=WHOLE)]
    lines.append(line(t("completion.new_terminal", shell=result.shell), hanging_indent=2))
    take_back = f"llmroadmap completion uninstall --shell {result.shell}"
    return [*lines, line(*typed(f"{t('common.take_back')}{{command}}", take_back, "dim", "dim"))]


def _changed(result: CompletionResult, script: str, rc_key: str, t: "Texts") -> list[Line]:
    """Return a line for each changed file; `script` and `rc_key` are the keys of its text."""
    return [
        line(t(script if path == result.path else rc_key, path=path), hanging_indent=2)
        for path in result.changed
    ]

"""completion: what was written where, what is still to be done, and how to take it back."""

from typing import TYPE_CHECKING

from llmroadmap.results.completion import CompletionResult
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line
from llmroadmap.views.words import typed

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts


def show(result: CompletionResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the script, or what was done."""
    if result.did == "print":
        return [line(each, hang=WHOLE) for each in result.script.rstrip("\n").split("\n")]
    words = t["completion"]
    if result.did == "uninstall":
        changed = _changed(result, words["removed"], words["line_removed"])
        return changed or [line(words["not_installed"].format(shell=result.shell))]
    lines = _changed(result, words["written"], words["line_added"])
    lines = lines or [line(words["already"].format(path=result.path), hang=2)]
    if result.line and not result.has_line:
        lines += [line(words["add_line"].format(path=result.start_file), hang=2)]
        lines += [line("  ", (result.line, "key"), hang=WHOLE)]
    lines.append(line(words["new_terminal"].format(shell=result.shell), hang=2))
    take_back = f"llmroadmap completion uninstall --shell {result.shell}"
    return [*lines, line(*typed(f"{t['take_back']}{{command}}", take_back, "dim", "dim"))]


def _changed(result: CompletionResult, script: str, start_file: str) -> list[Line]:
    """Return a line for each file that was changed, in the words for a script and for the other."""
    return [
        line((script if path == result.path else start_file).format(path=path), hang=2)
        for path in result.changed
    ]

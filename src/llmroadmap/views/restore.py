"""restore: which copy, what came back with it, and the way back."""

from typing import TYPE_CHECKING

from llmroadmap.locales import care
from llmroadmap.results.restore import RestoreResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import stage_line, take_back_line
from llmroadmap.views.words import day_in_words, moment_in_words, plural, separator

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts


def show(result: RestoreResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what was done and how to go back."""
    words, copy = care(t["lang"]), result.copy
    title = words["restored"].format(name=copy.name, day=day_in_words(copy.day, t))
    at = moment_in_words(result.newest, t) if result.newest else ""
    newest = words["newest"].format(at=at) if at else ""
    events = plural(words["copy_events"], result.events)
    lines = [line((title, "key"), hang=2), line("  ", separator(t, events, newest), hang=2)]
    for number, forms in ((result.rescued, words["rescued"]), (result.left_out, words["left_out"])):
        if number:
            lines.append(line("  ", plural(forms, number), hang=2))
    lines += [stage_line(stage, screen, t) for stage in result.stages]
    if result.way_back:
        command = f"llmroadmap restore {result.way_back}"
        lines.append(take_back_line(t, command, words["way_back"]))
    elif result.kept_at:
        lines.append(line("  ", (words["kept_damaged"], "dim"), (result.kept_at, "dim"), hang=2))
    return lines

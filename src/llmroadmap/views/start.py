"""start: what is in progress now, where it is, and what to type when it is done."""

from typing import TYPE_CHECKING

from llmroadmap.results.changes import ChangeResult
from llmroadmap.terminal.screen import Line, Screen
from llmroadmap.views._steps import change_lines
from llmroadmap.views.words import address, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: ChangeResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `start`."""
    lines = change_lines(result, "start", screen, t)
    started = [step for step in (*result.changed, *result.unchanged) if step.state == "started"]
    if started:
        step = started[0]
        lines += [address(link["url"], 2) for link in step.links[:1]]
        lines.append(to_type(t("common.type_when_done"), f"llmroadmap done {step.id}"))
    return lines

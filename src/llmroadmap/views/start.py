"""start: what is in progress now, where it is, and what to type when it is done."""

from typing import TYPE_CHECKING

from llmroadmap.results.changes import ChangeResult
from llmroadmap.results.start import StartResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import change_lines
from llmroadmap.views.words import address, minutes, to_type, typed

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: StartResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `start`."""
    fields = result._asdict()
    counted = fields.pop("counted_minutes")
    lines = change_lines(ChangeResult(**fields), "start", screen, t)
    if counted is not None:
        lines.append(line("  ", (t("start.counted", time=minutes(t, counted)), "key")))
        lines.append(line("  ", *typed(t("start.go_on"), "llmroadmap start", "dim", "dim")))
    started = [step for step in (*result.changed, *result.unchanged) if step.state == "started"]
    if started:
        step = started[0]
        lines += [address(link["url"], 2) for link in step.links[:1]]
        lines.append(to_type(t("common.type_when_done"), f"llmroadmap done {step.id}"))
        if counted is None:
            lines.append(line("  ", *typed(t("start.enough"), "llmroadmap stop", "dim", "dim")))
    return lines

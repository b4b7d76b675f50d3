"""done: what was ticked, and what comes next."""

from typing import TYPE_CHECKING

from llmroadmap.results.changes import ChangeResult
from llmroadmap.results.done import DoneResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import change_lines, next_lines
from llmroadmap.views.words import placeholders, typed

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: DoneResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `done`."""
    change = ChangeResult(
        changed=result.finished,
        unchanged=result.already_done,
        unlocked=result.unlocked,
        stages=result.stages,
        next=result.next,
        on=result.on,
    )
    lines = change_lines(change, "done", screen, t, result.took)
    for step in result.worth_keeping[:1]:
        hint = typed(
            t("show.proof_hint"), f"llmroadmap proof {step} {placeholders('URL', t)}", "dim", "dim"
        )
        lines.append(line("  ", *hint))
    return lines + next_lines(result.next, t)

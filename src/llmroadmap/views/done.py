"""done: what was ticked, what that opened, where the stage stands, what comes next."""

from typing import TYPE_CHECKING

from llmroadmap.commands.done import DoneResult
from llmroadmap.core.summaries import OfferedStep, PartSummary, Place, StepSummary
from llmroadmap.views.terminal import BLANK, Line, Screen, line
from llmroadmap.views.words import address, bar, minutes, plural, separator, sign

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts

# More steps than this are counted, not listed.
LISTED = 8


def show(result: DoneResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `done`."""
    lines = changed_steps(result.finished, "done", screen, t, t["done_many"])
    if result.finished and result.on:
        lines.append(line("  ", t["done_on"].format(day=result.on)))
    for step in result.already_done[:LISTED]:
        said = t["already_done"]
        lines.append(
            line(sign(screen, "done"), " ", (step.id, "id"), f"  {step.title}", t["colon"], said)
        )
    if not result.finished:
        lines.append(line(t["no_change"]))
    lines += unlocked_lines(result.unlocked, t)
    lines += [stage_line(stage, screen, t) for stage in result.stages]
    if result.finished:
        lines.append(take_back_line(t))
    lines += next_lines(result.next, t)
    return lines


def changed_steps(
    steps: list[StepSummary], state: str, screen: Screen, t: "Texts", many: tuple[str, str]
) -> list[Line]:
    """Return a line for each changed step, or how many there are and the first of them."""
    lines = [
        line(sign(screen, state), " ", (step.id, "id"), "  ", (step.title, "title"), hang=2)
        for step in steps[:LISTED]
    ]
    if len(steps) > 1:
        lines.append(line("  ", plural(many, len(steps))))
    return lines


def unlocked_lines(places: list[Place], t: "Texts") -> list[Line]:
    """Return what has been waiting and waits no more."""
    return [
        line("  ", (t["unlocked"], "done"), (place.id, "id"), f"  {place.title}", hang=4)
        for place in places
    ]


def stage_line(stage: PartSummary, screen: Screen, t: "Texts") -> Line:
    """Return where a stage stands."""
    counts = separator(t, f"{stage.done}/{stage.total}", t["percent"].format(n=stage.percent))
    bars = bar(screen, stage.done, stage.total, 10)
    finished = f"  {t['stage_finished']}" if stage.total and stage.done == stage.total else ""
    return line("  ", (stage.id, "id"), f" {stage.title}  ", *bars, f"  {counts}{finished}", hang=2)


def take_back_line(t: "Texts") -> Line:
    """Return how to take the change back."""
    return line("  ", (t["take_back"], "dim"), ("llmroadmap undo", "dim"))


def next_lines(steps: list[OfferedStep], t: "Texts") -> list[Line]:
    """Return what comes next, and where it is."""
    if not steps:
        return []
    step = steps[0]
    took = f"{t['between']}{minutes(t, step.minutes)}"
    lines = [
        BLANK,
        line((t["next_is"], "key"), (step.id, "id"), "  ", (step.title, "title"), took, hang=2),
    ]
    if step.links:
        lines.append(address(step.links[0]["url"], 2))
    return lines

"""done: what was ticked, and what comes next."""

from typing import TYPE_CHECKING

from llmroadmap.results.changes import ChangeResult
from llmroadmap.results.done import DoneResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import change_lines, next_lines, undo_line
from llmroadmap.views.words import hours, minutes, placeholders, sign, to_type, typed

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# So many minutes above its estimate, a step may have been left open over dinner.
_LONGER = 20


def show(result: DoneResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `done`."""
    change = ChangeResult(
        changed=result.finished,
        unchanged=result.already_done,
        unlocked=result.unlocked,
        chapters=result.chapters,
        stages=result.stages,
        next=result.next,
        on=result.on,
    )
    lines = change_lines(change, "done", screen, t, took=result.took, week_steps=result.week_steps)
    for step in result.already_done:
        if step.id in result.took:
            text = t("done.took_in_all", time=minutes(t, result.took[step.id]))
            lines = [
                line(
                    sign(screen, step.state),
                    " ",
                    (step.id, "id"),
                    "  ",
                    (step.title, "title"),
                    f"  {text}",
                    hanging_indent=2,
                ),
                undo_line(t, "llmroadmap undo"),
            ]
    lines += _doubts(result, t)
    if result.moments:
        from llmroadmap.views._moments import moment_lines  # only where something is finished

        lines += moment_lines(result.moments, screen, t)
        if result.moments[-1].level == "plan":
            return lines
    if result.target and result.finished:
        from llmroadmap.views._pace import week_line  # only where a target is set

        lines.append(week_line(result.target, t))
    if result.note:
        lines.append(line("  ", (t("note.noted"), "key"), result.note, hanging_indent=4))
    for name in result.worth_keeping[:1]:
        hint = typed(
            t("show.proof_hint"), f"llmroadmap proof {name} {placeholders('URL', t)}", "dim", "dim"
        )
        lines.append(line("  ", *hint))
    if result.try_recall:
        lines.append(to_type(t("done.try_recall"), "llmroadmap recall"))
    return lines + next_lines(result.next, screen, t)


def _doubts(result: DoneResult, t: "Texts") -> list[Line]:
    """Return how to correct a time that was not counted, or that is far above the estimate."""
    said = [
        (name, t("done.not_believed", time=hours(t, ran)))
        for name, ran in result.not_believed.items()
    ]
    said += [
        (step.id, t("done.less"))
        for step in result.finished
        if step.id in result.clocked
        and result.took.get(step.id, 0) > max(2 * step.minutes, step.minutes + _LONGER)
    ]
    lines = []
    for name, text in said:
        how = f"llmroadmap done {name} --took {placeholders('TIME', t)}"
        lines.append(line("  ", *typed(text, how, "dim", "dim"), hanging_indent=4))
    return lines

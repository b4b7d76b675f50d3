"""remind: a line when a study time has begun and nothing was done yet, for cron and its like."""

from llmroadmap.core.study.selection import next_steps
from llmroadmap.core.study.slots import Slot, parse_slots
from llmroadmap.declaration import Command
from llmroadmap.results.remind import RemindResult
from llmroadmap.results.summaries import offered
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="today",
    examples=("llmroadmap remind",),
)


# The shortest time to remind in, in minutes: what looks every quarter of an hour must not miss it.
_LEAST = 30


def run(workspace: Workspace) -> RemindResult:
    """Return the step to study now where a study time is under way and nothing was done today."""
    progress, today = workspace.progress, workspace.today
    slots = parse_slots(workspace.settings.study)
    begun = [slot for slot in slots if _is_under_way(slot, workspace)]
    is_done = today in progress.active_days
    is_paused = any(rest.covers(today) for rest in progress.pauses)
    first = next_steps(progress, 1) if begun and not is_done and not is_paused else []
    return RemindResult(
        due=bool(first),
        time=begun[-1].time if begun else "",
        has_slots=bool(slots),
        done_today=is_done,
        paused=is_paused,
        step=offered(progress, first[0], workspace.lang) if first else None,
    )


def _is_under_way(slot: Slot, workspace: Workspace) -> bool:
    """Tell whether a slot of the learner's day, which may end after midnight, has begun.

    It is over at its end, one of a few minutes half an hour after its beginning.
    """
    if slot.weekday != (workspace.today - 1) % 7:
        return False
    days = workspace.now.date().toordinal() - workspace.today
    now = 60 * (24 * days + workspace.now.hour) + workspace.now.minute
    return slot.start <= now < slot.start + max(slot.minutes, _LEAST)

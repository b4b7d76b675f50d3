"""What log and resume return."""

from itertools import groupby

from llmroadmap.core.records import NamedTuple


class EventSummary(NamedTuple):
    """What was done, with which item; `day` is the learner's day, `at` the instant (ISO 8601).

    `minutes`: how long it took, where that is known. `in_plan` is false for what the plan has no
    more. `change`: which command call wrote it; "" where that is not known.
    """

    day: str
    at: str
    do: str
    id: str
    title: str
    text: str
    url: str
    minutes: int
    in_plan: bool
    change: str


# More steps than this of one change are one line.
_APART = 3


def folded(entries: list[EventSummary]) -> list[list[EventSummary]]:
    """Return the entries as the lines they are shown in: one change of many steps is one line."""
    from llmroadmap.core.progress.verbs import STATE_VERBS  # only for who shows a history

    lines: list[list[EventSummary]] = []
    for _, same in groupby(entries, key=lambda each: (each.change, each.do, each.day)):
        several = [*same]
        is_one = several[0].change and several[0].do in STATE_VERBS and len(several) > _APART
        lines += [several] if is_one else [[each] for each in several]
    return lines

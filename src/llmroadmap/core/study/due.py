"""What has a date of the learner's, and from when on it comes first.

Nothing is ever late here: a day that has passed is only a day that was meant.
"""

from llmroadmap.core.progress.progress import Progress

# An item comes first when its day is so near, or when what is left of it needs the time until then.
_NEAR = 14  # days
_MINUTES_A_DAY = 45  # half an hour a day and some more: what is left seldom goes as planned


def pressing(progress: Progress) -> list[int]:
    """Return the open items whose day is near enough to come first, the nearest day first."""
    roadmap = progress.roadmap
    found = []
    for day, node in coming(progress):
        days = max(_NEAR, progress.minutes_left(node) / _MINUTES_A_DAY)
        if day - roadmap.today <= days:
            found.append(node)
    return found


def coming(progress: Progress) -> list[tuple[int, int]]:
    """Return what has a day and is still to be done, day and node, the nearest day first."""
    return sorted(
        (day, node)
        for node, day in progress.roadmap.due
        if not progress.roadmap.is_muted(node)
        and (progress.left(node) or is_open_optional(progress, node))
    )


def is_open_optional(progress: Progress, node: int) -> bool:
    """Tell whether `node` is an optional step that is not done or skipped."""
    roadmap = progress.roadmap
    return (
        roadmap.is_step(node)
        and roadmap.is_optional(node)
        and progress.state(node) in ("open", "started")
    )


def due_day(progress: Progress, node: int) -> tuple[int, int] | None:
    """Return the nearest day of `node` or of a group above it, and whose day that is."""
    days = dict(progress.roadmap.due)
    found = [(days[each], each) for each in progress.roadmap.path(node) if each in days]
    return min(found, default=None)

"""The clock that `start` sets going: what stop, done and start know of a sitting."""

from llmroadmap.core.progress.events import timestamp
from llmroadmap.core.progress.progress import Progress

# Minutes of a sitting that are believed without asking.
LONG_SITTING = 4 * 60
MOST_MINUTES = 24 * 60


def minutes_since_start(progress: Progress, node: int, now: float) -> int:
    """Return the minutes since `start`, 0 where the clock does not run or was set back."""
    started = progress.details(node).get("started")
    return max(round((now - timestamp(started)) / 60), 0) if started else 0


def spent_on(progress: Progress, node: int) -> int:
    """Return the minutes of all sittings on a step."""
    return sum(minutes for each, _, minutes in progress.all_sittings() if each == node)

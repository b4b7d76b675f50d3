"""What `remind` returns."""

from typing import NamedTuple

from llmroadmap.results.summaries import OfferedStep


class RemindResult(NamedTuple):
    """Whether to remind, and of what: a slot that began at `time` is under way, and nothing was done.

    `step` is null where there is nothing to say, `time` "" where no slot is under way.
    """

    due: bool
    time: str
    has_slots: bool
    done_today: bool
    paused: bool
    step: OfferedStep | None

    @property
    def exit_status(self) -> int:
        """Return 0 if there is something to remind of, else 1, so that `&&` goes on."""
        return 0 if self.due else 1

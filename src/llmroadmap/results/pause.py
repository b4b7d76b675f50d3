"""What `pause` returns."""

from llmroadmap.core.records import NamedTuple


class PauseResult(NamedTuple):
    """The pause: its first and last day, null where there is none; `reason` in the learner's words.

    `did`: `begun`, `ended`, `shown`, or `none` where there was none to end.
    """

    did: str
    since: str | None
    until: str | None
    reason: str

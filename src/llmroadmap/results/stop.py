"""What `stop` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import StepSummary


class StopResult(NamedTuple):
    """The step that goes on another time: minutes of this sitting, and of all sittings on it."""

    step: StepSummary
    minutes: int
    total_minutes: int

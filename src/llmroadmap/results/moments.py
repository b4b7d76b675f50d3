"""What is told where a chapter, a course, a stage or the plan comes to its end."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.summaries import PartSummary


class KeptProof(NamedTuple):
    """What came of an item: the addresses kept of it."""

    id: str
    title: str
    urls: list[str]


class Moment(NamedTuple):
    """A part that is finished, and what it took.

    `level`: part, chapter, course, stage or plan; the plan has no `id`. `minutes` are real where
    `is_measured`, else estimates where nothing is known. `since` and `until` are the first and the
    last day on record, "" where nobody knows; `days` how many days had any study on it. `opens`: the next stage, after one.
    `optional_left` counts the optional steps that are open at the end of the plan.
    """

    level: str
    id: str
    title: str
    steps: int
    minutes: int
    is_measured: bool
    since: str
    until: str
    days: int
    notes: int
    proofs: list[KeptProof]
    opens: PartSummary | None
    optional_left: int

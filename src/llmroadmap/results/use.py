"""What `use` returns."""

from typing import NamedTuple

from llmroadmap.results.summaries import OfferedStep, PartSummary


class UseResult(NamedTuple):
    """The roadmap in use from now on, and the one before; how far it is and what is next in it."""

    id: str
    title: str
    path: str
    before: str
    whole: PartSummary
    next: list[OfferedStep]

"""What `roadmaps` returns."""

from llmroadmap.core.records import NamedTuple


class RoadmapSummary(NamedTuple):
    """A roadmap. `error`: the code of what is wrong with its files, "" if nothing is."""

    id: str
    title: str
    path: str
    in_use: bool
    is_own: bool
    overrides_built_in: bool
    done: int
    total: int
    percent: float
    minutes_left: int
    error: str


class RoadmapsResult(NamedTuple):
    """All roadmaps."""

    roadmaps: list[RoadmapSummary]

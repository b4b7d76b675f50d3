"""A plan's tree at a glance: how many of what, and every line of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from llmroadmap.core.model.text import choose
from llmroadmap.core.model.tree import Entry, RoadmapTree, walk


class PlanLine(NamedTuple):
    """A line of the tree: a stage (depth 0), group or step; `minutes` is 0 where nothing is said."""

    id: str
    title: str
    depth: int
    is_step: bool
    optional: bool
    links: int
    minutes: int = 0


class PlanSummary(NamedTuple):
    """A plan: its counts and its tree.

    `minutes` is what its counted steps are said to take, `without_estimate` how many do not say.
    """

    id: str
    title: str
    stages: int
    groups: int
    steps: int
    optional: int
    minutes: int
    without_estimate: int
    tree: list[PlanLine]


class LeftOutSummary(NamedTuple):
    """A kind of content that was left out: in how many places, in which lines, and one example.

    `path` is the file of a folder, "" for a plan in one file.
    """

    what: str
    times: int
    lines: list[int]
    example: str
    path: str = ""

    @property
    def places(self) -> list[tuple[int, int]]:
        """The first and the last line of each place."""
        return _runs(self.lines)


def plan_summary(tree: RoadmapTree, lang: str) -> PlanSummary:
    """Return the counts and lines of a validated tree."""
    lines = list(_lines(tree["stages"], lang, tree.get("minutes", {})))
    counted = [line for line in lines if line.is_step and not line.optional]
    return PlanSummary(
        id=str(tree["id"]),
        title=choose(tree["title"], lang),
        stages=len(tree["stages"]),
        groups=sum(not line.is_step and line.depth > 0 for line in lines),
        steps=sum(line.is_step for line in lines),
        optional=sum(line.is_step and line.optional for line in lines),
        minutes=sum(line.minutes for line in counted),
        without_estimate=sum(not line.minutes for line in counted),
        tree=lines,
    )


def _lines(stages: Sequence[Entry], lang: str, defaults: Mapping[str, int]) -> Iterator[PlanLine]:
    optional: list[bool] = []
    for visit in walk(stages):
        entry = visit.entry
        is_inside = visit.parent >= 0 and optional[visit.parent]
        optional.append(is_inside or bool(entry.get("optional")))
        yield PlanLine(
            id=visit.id,
            title=choose(entry["title"], lang),
            depth=visit.depth,
            is_step="items" not in entry and visit.depth > 0,
            optional=optional[-1],
            links=len(entry.get("links", ())),
            minutes=entry.get("minutes", defaults.get(entry.get("kind", ""), 0)),
        )


def left_out_summary(
    what: str, lines: tuple[int, ...], example: str, path: str = ""
) -> LeftOutSummary:
    """Return what was left out, with all of its lines; those that follow each other are one place."""
    return LeftOutSummary(
        what=what, times=len(_runs(lines)), lines=list(lines), example=example, path=path
    )


def _runs(lines: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of lines."""
    runs: list[tuple[int, int]] = []
    for number in lines:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs

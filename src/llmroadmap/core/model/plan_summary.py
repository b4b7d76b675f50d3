"""A plan's tree at a glance: how many of what, and every line of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from llmroadmap.core.model.text import choose


class PlanLine(NamedTuple):
    """A line of the tree: a stage (depth 0), group or step."""

    id: str
    title: str
    depth: int
    is_step: bool
    optional: bool
    links: int


class PlanSummary(NamedTuple):
    """A plan: its counts and its tree."""

    id: str
    title: str
    stages: int
    groups: int
    steps: int
    optional: int
    tree: list[PlanLine]


class LeftOutSummary(NamedTuple):
    """A kind of content that was left out: how often, in which lines, and one example."""

    what: str
    times: int
    lines: list[int]
    example: str


def plan_summary(tree: Mapping[str, Any], lang: str) -> PlanSummary:
    """Return the counts and lines of a validated tree."""
    lines = list(_lines(tree["stages"], "", 0, lang, optional=False))
    return PlanSummary(
        id=str(tree["id"]),
        title=choose(tree["title"], lang),
        stages=len(tree["stages"]),
        groups=sum(not line.is_step and line.depth > 0 for line in lines),
        steps=sum(line.is_step for line in lines),
        optional=sum(line.is_step and line.optional for line in lines),
        tree=lines,
    )


def _lines(
    items: Sequence[Mapping[str, Any]], prefix: str, depth: int, lang: str, *, optional: bool
) -> Iterator[PlanLine]:
    for item in items:
        below = item.get("items")
        is_optional = optional or bool(item.get("optional"))
        name, title = prefix + item["id"], choose(item["title"], lang)
        is_step = below is None and depth > 0
        yield PlanLine(
            id=name,
            title=title,
            depth=depth,
            is_step=is_step,
            optional=is_optional,
            links=len(item.get("links", ())),
        )
        inner = f"{name}." if depth else ""
        yield from _lines(below or (), inner, depth + 1, lang, optional=is_optional)


def left_out_summary(what: str, lines: tuple[int, ...], example: str) -> LeftOutSummary:
    """Return what was left out, with the first of its lines."""
    return LeftOutSummary(what=what, times=len(lines), lines=list(lines[:20]), example=example)

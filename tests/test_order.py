"""The order in which the bundled roadmap is met, week by week, by who does what `next` puts first."""

from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import pytest

from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.progress.fold import advance, fold
from llmroadmap.core.study.selection import next_steps
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.storage.roadmap_file import read_tree

ROADMAP = build_roadmap(read_tree(bundled_roadmap()))
START = datetime.fromisoformat("2026-11-30T20:00:00+08:00")
FOUNDATIONS = ("cs106b.", "cs161.", "cs107.")


class Met(NamedTuple):
    """A step and the week, counted from 1, in which it is finished."""

    id: str
    week: int


@cache
def way(hours_a_week: float) -> list[Met]:
    """Return all counted steps in the order of `next`, at so many hours of study a week."""
    progress, minutes, met = fold(ROADMAP, []), 0, []
    while steps := next_steps(progress, 1):
        node = steps[0].node
        if not ROADMAP.is_counted(node):
            break
        minutes += ROADMAP.columns.minutes[node]
        week = (minutes - 1) / 60 / hours_a_week
        at = (START + timedelta(weeks=week)).isoformat()
        name = ROADMAP.id_of(node)
        number = f"{len(met):026d}"
        event = {"id": number, "at": at, "do": "done", "item": name, "change": number}
        progress = advance(progress, [event])
        met.append(Met(name, int(week) + 1))
    return met


def week_of(name: str, hours_a_week: float) -> int:
    return next(met.week for met in way(hours_a_week) if met.id == name)


def longest_without_llm(hours_a_week: float) -> int:
    """Return the most whole weeks in a row in which no step about language models is finished."""
    weeks = {met.week for met in way(hours_a_week) if not met.id.startswith(FOUNDATIONS)}
    gaps = [after - before - 1 for before, after in pairwise(sorted(weeks))]
    return max(gaps)


@pytest.mark.parametrize("hours", [3.5, 5, 10])
def test_every_counted_step_is_met(hours: float) -> None:
    counted = [ROADMAP.id_of(n) for n in range(len(ROADMAP)) if ROADMAP.is_counted(n)]
    assert sorted(met.id for met in way(hours)) == sorted(counted)


@pytest.mark.parametrize(("hours", "weeks"), [(3.5, 2), (5, 1), (10, 1)])
def test_language_models_are_never_out_of_sight_for_long(hours: float, weeks: int) -> None:
    assert longest_without_llm(hours) <= weeks


@pytest.mark.parametrize(
    ("name", "hours", "weeks"),
    [
        ("hf.1.code", 3.5, 1),  # code in the first week
        ("hf.1.code", 5, 1),
        ("langchain.basic", 5, 8),
        ("langchain.basic", 10, 4),
        ("langchain.rag", 5, 10),
        ("langchain.rag", 3.5, 14),
        ("langchain.rag", 10, 5),
    ],
)
def test_what_motivates_comes_early(name: str, hours: float, weeks: int) -> None:
    assert week_of(name, hours) <= weeks

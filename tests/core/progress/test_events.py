"""Events: their order, what undo leaves of them, and the union of two files."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.core.days import day_of, learners_day
from llmroadmap.core.progress.events import (
    effective_events,
    in_order,
    merge,
    timestamp,
)
from trees import event, history, random_histories

ITEMS = ("a.1", "a.2", "b", "gone.1")


def union(*files: list) -> list:
    return merge(*files).events


def test_order_is_by_instant_then_id() -> None:
    east = event("done", "a", id="z", at="2026-01-05T10:00:00+08:00")
    west = event("done", "b", id="a", at="2026-01-05T02:00:01+00:00")
    tie = event("done", "c", id="b", at="2026-01-05T02:00:00Z")
    assert [e["item"] for e in in_order([west, east, tie])] == ["c", "a", "b"]


def test_an_instant_without_offset_is_utc() -> None:
    assert timestamp("1970-01-01T00:01:00") == timestamp("1970-01-01T01:01:00+01:00") == 60


def test_the_day_is_what_on_says_else_the_local_day_of_the_instant() -> None:
    night = event("done", "a", at="2026-01-05T00:30:00+08:00")
    assert day_of(night) == datetime(2026, 1, 5).toordinal()
    assert day_of({**night, "on": "2026-01-04"}) == datetime(2026, 1, 4).toordinal()


@pytest.mark.parametrize(
    ("moment", "day_ends", "day"),
    [
        ("2026-01-05T00:30", 0, "2026-01-05"),
        ("2026-01-05T03:59", 4, "2026-01-04"),
        ("2026-01-05T04:00", 4, "2026-01-05"),
        ("2026-01-01T01:00", 2, "2025-12-31"),
    ],
)
def test_the_learners_day(moment: str, day_ends: int, day: str) -> None:
    assert learners_day(datetime.fromisoformat(moment), day_ends).isoformat() == day


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([], []),
        (["done a", "done b"], [0, 1]),
        (["done a", "undo 0"], []),
        (["done a", "done b", "undo 0"], [1]),
        (["done a", "undo 0", "redo 0"], [0]),
        (["done a", "undo 0", "redo 0", "undo 0"], []),
        (["undo 1", "done a"], []),  # wherever it stands: undo is of a change
        (["done a", "undo 7"], [0]),
        (["done a", "redo 0"], [0]),
    ],
)
def test_the_latest_undo_or_redo_of_a_change_wins(lines: list[str], left: list[int]) -> None:
    events = history(*lines)
    assert effective_events(events) == [events[place] for place in left]


def test_all_events_of_a_change_go_together() -> None:
    events = [event("done", name, n, change="one") for n, name in enumerate("abc")]
    assert effective_events([*events, event("undo", minute=9, of="one")]) == []


def test_an_event_without_a_change_cannot_be_undone() -> None:
    bare = event("done", "a")
    del bare["change"]
    assert effective_events([bare, event("undo", minute=1, of="c0")]) == [bare]
    no_target = event("undo", minute=2)
    assert effective_events([bare, no_target]) == [bare]


@given(random_histories(ITEMS), st.randoms())
def test_the_order_of_the_lines_is_nothing(events: list, chance) -> None:
    mixed = list(events)
    chance.shuffle(mixed)
    assert effective_events(mixed) == effective_events(events)
    assert in_order(mixed) == in_order(events)


@given(random_histories(ITEMS), st.data())
def test_merging_is_a_union(events: list, data) -> None:
    def some() -> list:
        return [e for e in events if data.draw(st.booleans())]

    one, two, three = some(), some(), some()
    assert union(one, two) == union(two, one)
    assert union(union(one, two), three) == union(one, union(two, three)) == union(one, two, three)
    assert union(one, one) == union(one) == in_order(one)
    lost = [e for e in [*one, *two] if e not in union(one, two)]
    assert lost == []
    assert len(union(one, two)) == len({e["id"] for e in [*one, *two]})

"""Counts and days as people type them."""

from datetime import date

import pytest

from llmroadmap.commands._values import typed_day as parse_day
from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.values import parse_count
from llmroadmap.declaration import Duration

TODAY = date(2026, 3, 1).toordinal()


@pytest.mark.parametrize(("given", "count"), [("1", 1), ("007", 7), ("99999999999", 9999999)])
def test_counts(given: str, count: int) -> None:
    assert parse_count(given) == count


@pytest.mark.parametrize("given", ["0", "-1", "+1", "1.5", "", " ", "x", "٣", "0x1", "1e3"])
def test_no_counts(given: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        parse_count(given)
    facts = {"option": "-n", "value": given, "expected": "count", "command": ""}
    assert caught.value.facts() == facts


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("today", "2026-03-01"),
        ("今天", "2026-03-01"),
        ("Yesterday", "2026-02-28"),
        ("昨天", "2026-02-28"),
        ("前天", "2026-02-27"),
        ("-0d", "2026-03-01"),
        ("-3d", "2026-02-26"),
        (" 2026-02-28 ", "2026-02-28"),
        ("2024-02-29", "2024-02-29"),
        ("2026-03-01", "2026-03-01"),
    ],
)
def test_days(given: str, day: str) -> None:
    assert parse_day(given, TODAY) == day


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-03-02", "past"),
        ("--3d", "past"),
        ("tomorrow", "day"),
        ("2026-02-29", "day"),
        ("20260228", "day"),
        ("2026-2-28", "day"),
        ("28.02.2026", "day"),
        ("-d", "day"),
        ("-xd", "day"),
        ("-99999999999999999999d", "day"),
        ("-999999d", "day"),
        ("", "day"),
        ("2026-02-28T10:00", "day"),
    ],
)
def test_no_days(given: str, expected: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        parse_day(given, TODAY)
    assert (caught.value.option, caught.value.expected) == ("--on", expected)


@pytest.mark.parametrize(
    ("given", "minutes"),
    [
        ("30m", 30), ("30min", 30), ("30 min", 30), ("90", 90), ("1h", 60), ("1h30m", 90),
        ("1h30", 90), ("1H 30M", 90), ("2 h", 120), ("30分钟", 30), ("1小时30分钟", 90),
    ],
)  # fmt: skip
def test_times(given: str, minutes: int) -> None:
    assert Duration().parse(given) == minutes


@pytest.mark.parametrize(
    "given", ["", "0", "0m", "-1h", "1.5h", "h", "soon", "1d", "99999", "1m1h"]
)
def test_no_times(given: str) -> None:
    with pytest.raises(InvalidOption):
        Duration().parse(given)

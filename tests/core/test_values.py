"""Counts and days as people type them."""

import re
from datetime import date

import pytest

from llmroadmap.commands._values import typed_coming_day, typed_since
from llmroadmap.commands._values import typed_day as parse_day
from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.model.kinds import KINDS
from llmroadmap.core.values import parse_count
from llmroadmap.declaration import DaysAWeek, DaySpan, Duration, Rate, StepKind
from llmroadmap.locales import LANGUAGES, texts

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
        ("2026/2/28", "2026-02-28"),
        ("2026-2-28", "2026-02-28"),
        ("20260228", "2026-02-28"),
        ("28.02.2026", "2026-02-28"),
        ("2026年2月8日", "2026-02-08"),
        ("２０２６－０２－０８", "2026-02-08"),
        ("2月8日", "2026-02-08"),
        ("11月29号", "2025-11-29"),
        ("2-28", "2026-02-28"),
        ("2/28", "2026-02-28"),
        ("28/2", "2026-02-28"),
        ("2月29日", "2024-02-29"),
        ("28 Feb", "2026-02-28"),
        ("Feb 28", "2026-02-28"),
        ("february 28th, 2026", "2026-02-28"),
        ("28 Nov", "2025-11-28"),
        ("sunday", "2026-03-01"),  # it is one
        ("friday", "2026-02-27"),
        ("Fri", "2026-02-27"),
        ("last friday", "2026-02-27"),
        ("last sunday", "2026-02-22"),
        ("this monday", "2026-02-23"),
        ("周五", "2026-02-27"),
        ("星期天", "2026-03-01"),
        ("上周五", "2026-02-20"),
        ("上个星期五", "2026-02-20"),
        ("这周五", "2026-02-27"),
        ("3 days ago", "2026-02-26"),
        ("a week ago", "2026-02-22"),
        ("-2w", "2026-02-15"),
        ("三天前", "2026-02-26"),
        ("两周前", "2026-02-15"),
        ("1个月前", "2026-02-01"),
        ("半个月前", "2026-02-14"),
        ("大前天", "2026-02-26"),
        ("昨晚", "2026-02-28"),
        ("last night", "2026-02-28"),
    ],
)
def test_days(given: str, day: str) -> None:
    assert parse_day(given, TODAY) == day


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-03-02", "past"),
        ("--3d", "day"),
        ("tomorrow", "past"),
        ("next friday", "past"),
        ("下周一", "past"),
        ("2026-02-29", "day"),
        ("2026-02/28", "day"),
        ("2/3", "day"),  # the second of March, or the third of February
        ("13/13", "day"),
        ("last week", "day"),  # more than one day
        ("2026-02", "day"),
        ("半周前", "day"),
        ("soon", "day"),
        ("friday friday", "day"),
        ("9" * 10000, "day"),
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
    ("given", "day"),
    [
        ("last week", "2026-02-16"),
        ("上周", "2026-02-16"),
        ("this week", "2026-02-23"),
        ("本周", "2026-02-23"),
        ("last month", "2026-02-01"),
        ("上个月", "2026-02-01"),
        ("2026-02", "2026-02-01"),
        ("2026/1", "2026-01-01"),
        ("2026年1月", "2026-01-01"),
        ("february", "2026-02-01"),
        ("december", "2025-12-01"),
        ("十二月", "2025-12-01"),
        ("march", "2026-03-01"),
        ("friday", "2026-02-27"),
    ],
)
def test_first_days(given: str, day: str) -> None:
    assert typed_since(given, TODAY, 0) == day


def test_a_week_begins_where_the_learner_says() -> None:
    assert typed_since("last week", TODAY, 6) == "2026-02-22"


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2026-03-02", "2026-03-02"),
        ("tomorrow", "2026-03-02"),
        ("后天", "2026-03-03"),
        ("friday", "2026-03-06"),
        ("sunday", "2026-03-08"),
        ("周五", "2026-03-06"),
        ("下周五", "2026-03-06"),
        ("next week", "2026-03-08"),
        ("in 10 days", "2026-03-11"),
        ("+10d", "2026-03-11"),
        ("两周后", "2026-03-15"),
        ("三个月后", "2026-06-01"),
        ("11月29日", "2026-11-29"),
        ("2月29日", "2028-02-29"),
        ("1 Jan", "2027-01-01"),
        ("june", "2026-06-30"),
        ("march", "2026-03-31"),
        ("2026-06", "2026-06-30"),
    ],
)
def test_days_to_come(given: str, day: str) -> None:
    found = typed_coming_day(given, TODAY, 0, "--until")
    assert date.fromordinal(found).isoformat() == day


@pytest.mark.parametrize(
    ("given", "expected"),
    [("today", "to-come"), ("yesterday", "to-come"), ("2026-03-01", "to-come"), ("soon", "date")],
)
def test_no_days_to_come(given: str, expected: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        typed_coming_day(given, TODAY, 0, "--until")
    assert (caught.value.option, caught.value.expected) == ("--until", expected)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("paper", "paper"), ("Papers", "paper"), ("论文", "paper"), ("視頻", "video"),
        ("小测验", "quiz"), ("作业", "assignment"), ("ｐａｐｅｒ", "paper"), ("", ""),
    ],
)  # fmt: skip
def test_kinds(given: str, kind: str) -> None:
    assert StepKind().parse(given) == kind


def test_each_kind_is_read_as_it_is_shown() -> None:
    for lang in LANGUAGES:
        for kind in KINDS:
            assert StepKind().parse(texts(lang).of("common.kinds", kind)) == kind, (lang, kind)


def test_no_kind() -> None:
    with pytest.raises(InvalidOption) as caught:
        StepKind().parse("thing")
    assert caught.value.facts()["expected"] == "kind"


@pytest.mark.parametrize(
    ("given", "days"),
    [("10d", 10), ("2w", 14), ("2 weeks", 14), ("两周", 14), ("a week", 7), ("半个月", 15)],
)
def test_spans(given: str, days: int) -> None:
    assert DaySpan().parse(given) == days


@pytest.mark.parametrize(
    ("given", "minutes"),
    [
        ("30m", 30), ("30min", 30), ("30 min", 30), ("90", 90), ("1h", 60), ("1h30m", 90),
        ("1h30", 90), ("1H 30M", 90), ("2 h", 120), ("30分钟", 30), ("1小时30分钟", 90),
        ("1.5h", 90), ("半小时", 30), ("半个小时", 30), ("一个半小时", 90), ("两小时", 120),
        ("１小时", 60), ("half an hour", 30), ("an hour", 60), ("2 hours 30 minutes", 150),
        ("45 minutes", 45), ("十分钟", 10), ("half hour", 30),
    ],
)  # fmt: skip
def test_times(given: str, minutes: int) -> None:
    assert Duration().parse(given) == minutes


@pytest.mark.parametrize(
    "given", ["", "0", "0m", "-1h", "two", "半", "h", "soon", "1d", "99999", "1m1h"]
)
def test_no_times(given: str) -> None:
    with pytest.raises(InvalidOption):
        Duration().parse(given)


@pytest.mark.parametrize(
    ("given", "minutes"),
    [
        ("6", 360),
        ("6h", 360),
        ("3h", 180),
        ("2.5", 150),
        ("2.5h", 150),
        ("2 hours", 120),
        ("1h30m", 90),
        ("30m", 30),
        ("90 min", 90),
        ("30m per week", 30),
        ("2h a week", 120),
        ("6/week", 360),
        ("6h / week", 360),
        ("an hour a week", 60),
        ("30m a day", 210),
        ("30m/day", 210),
        ("30 min / day", 210),
        ("30 min a day", 210),
        ("30/day", 210),
        ("30 a day", 210),
        ("1/day", 420),
        ("20m/day", 140),
        ("half an hour a day", 210),
        ("Half an hour every evening", 210),
        ("daily 30m", 210),
        ("an hour a day", 420),
        ("half an hour, 4 evenings", 120),
        ("30m, 5 days a week", 150),
        ("1h x 3 days", 180),
        ("\uff16h", 360),
        ("每天30分钟", 210),
        ("每天 30 分钟", 210),
        ("每天半小时", 210),
        ("一天半小时", 210),
        ("半小时每天", 210),
        ("每天半个小时", 210),
        ("每晚一小时", 420),
        ("每周6小时", 360),
        ("一周6个小时", 360),
        ("每周两个半小时", 150),
        ("半小时", 30),
        ("6 小时", 360),
        ("6小时/周", 360),
        ("每周4天，每天1小时", 240),
        ("30分钟/天", 210),
    ],
)
def test_times_a_week(given: str, minutes: int) -> None:
    assert Rate("--hours", "hours").parse(given) == minutes


@pytest.mark.parametrize(
    "given", ["", "0", "soon", "200", "200h", "30m/30m", "a day", "-2", "evenings", "每天", "h"]
)
def test_no_times_a_week(given: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        Rate("--hours", "hours").parse(given)
    assert caught.value.expected == "weekly-time"


@pytest.mark.parametrize(
    ("given", "minutes"),
    [
        ("30", 210),
        ("30/day", 210),
        ("30m", 210),
        ("1h", 420),
        ("180/week", 180),
        ("3h a week", 180),
    ],
)
def test_minutes_a_day(given: str, minutes: int) -> None:
    assert Rate("--minutes", "minutes").parse(given) == minutes


@pytest.mark.parametrize(
    ("given", "days"),
    [("4", 4), ("4/week", 4), ("4 days a week", 4), ("每周四天", 4), ("3.5", 3.5)],
)
def test_days_a_week(given: str, days: float) -> None:
    assert DaysAWeek("--days").parse(given) == days


@pytest.mark.parametrize("given", ["8", "0", "x", ""])
def test_no_days_a_week(given: str) -> None:
    with pytest.raises(InvalidOption):
        DaysAWeek("--days").parse(given)


def _examples(text: str) -> list[str]:
    """Return what a text gives as examples: words that have a digit in them."""
    words = re.split(r"[\s（）()，、,：:？?]+|such as|for example|例如|可以写|或", text)
    return [word for word in words if any(map(str.isdigit, word))]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "key",
    [
        "prompts.question.hours",
        "prompts.question.hours-again",
        "errors.expected.weekly-time",
        "when.option.hours",
        "when.option.minutes",
    ],
)
def test_what_a_text_gives_as_an_example_is_taken(lang: str, key: str) -> None:
    topic, _, name = key.partition(".")
    group, _, last = name.rpartition(".")
    examples = _examples(texts(lang).of(f"{topic}.{group}", last, answer=""))
    assert examples
    for example in examples:
        assert Rate("--hours", "hours").parse(example)

"""Ticks, times, days and marks as people write them, in many languages."""

import pytest

from llmroadmap.formats.dates import read_day
from llmroadmap.formats.marks import take_marks
from llmroadmap.formats.ticks import is_status_head, state_of_cell, take_box, take_last_sign
from llmroadmap.formats.times import read_minutes, read_weekly, take_time


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2h", 120),
        ("1.5 h", 90),
        ("1,5 Stunden", 90),
        ("45min", 45),
        ("30 分钟", 30),
        ("6小时", 360),
        ("两小时", 120),
        ("半小时", 30),
        ("一个半小时", 90),
        ("1 小时 30 分钟", 90),
        ("1h30m", 90),
        ("1 hour 15 minutes", 75),
        ("half an hour", 30),
        ("2-3 hours", 150),
        ("about 3 hrs", 180),
        ("10 min read", 10),
        ("2 часа", 120),
        ("1時間半", 90),
        ("2시간", 120),
        ("12:34", 13),
        ("1:30:00", 90),
        ("PT1H30M", 90),
        ("90", 0),
        ("3 days", 0),
        ("350M", 0),
        ("999999 h", 0),
    ],
)
def test_lengths(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


def test_weeks_of_so_many_hours_each() -> None:
    assert read_weekly("8 weeks", "6-7 hours/week") == 3120
    assert read_weekly("12 周", "5 小时/周") == 3600
    assert read_weekly("8 weeks", "hard") == 0


@pytest.mark.parametrize(
    ("title", "words", "minutes"),
    [
        ("Tune (2h)", "Tune", 120),
        ("Chords（30 分钟）", "Chords", 30),
        ("Read 45min", "Read", 45),
        ("Scales - 1.5 h", "Scales", 90),
        ("week 3 (6 hours)", "week 3", 360),
        ("学习 PyTorch 用时 6 小时", "学习 PyTorch", 360),
        ("看视频，2小时", "看视频", 120),
        ("30min: Read", "Read", 30),
        ("Talk ⏱️ 20 min", "Talk", 20),
        ("Read chapter 2 - 3 hours", "Read chapter 2", 180),
        ("Film (1:02:03)", "Film", 62),
        # What is part of a sentence is no estimate.
        ("Learn Python in 30 minutes", "Learn Python in 30 minutes", 0),
        ("每天练习 30 分钟", "每天练习 30 分钟", 0),
        ("The 5 minute rule", "The 5 minute rule", 0),
        ("Attention (350M)", "Attention (350M)", 0),
        ("Duration: 2h", "Duration: 2h", 0),
    ],
)
def test_lengths_in_titles(title: str, words: str, minutes: int) -> None:
    assert take_time(title) == (words, minutes)


@pytest.mark.parametrize(
    ("title", "words", "optional"),
    [
        ("Read (optional)", "Read", True),
        ("【选学】读附录", "读附录", True),
        ("读附录（选做）", "读附录", True),
        ("Ejercicio (opcional, con guitarra)", "Ejercicio (con guitarra)", True),
        ("Optional: Listen", "Listen", True),
        ("Bonus: recursion", "recursion", True),
        ("Notes - optional", "Notes", True),
        ("Optional", "Optional", True),
        ("The options of it", "The options of it", False),
        ("Extra virgin", "Extra virgin", False),
    ],
)
def test_optional_titles(title: str, words: str, optional: bool) -> None:
    marks = take_marks(title)
    assert (marks.text, marks.optional) == (words, optional)


@pytest.mark.parametrize(
    ("line", "words", "day", "state"),
    [
        ("#task Tune ✅ 2024-07-05", "Tune", "2024-07-05", "done"),
        ("Scales 📅 2024-08-01 ⏫", "Scales", "", ""),
        ("Repeat 🔁 every week 📅 2024-01-01", "Repeat", "", ""),
        ("Chords [completion:: 2024-07-05]", "Chords", "2024-07-05", "done"),
        ("阅读论文 ❌ 2024-05-01", "阅读论文", "", "skipped"),
        ("Tune @done(2024-07-05 12:00)", "Tune", "2024-07-05", "done"),
        ("Chords (done 2024-07-05)", "Chords", "2024-07-05", "done"),
        ("和弦（2024年7月5日 完成）", "和弦", "2024-07-05", "done"),
        ("Acordes (hecho 5.7.2024)", "Acordes", "2024-07-05", "done"),
        ("Scales ^abc12", "Scales", "", ""),
        ("Learn C# and F#", "Learn C# and F#", "", ""),
        ("Fix #12", "Fix #12", "", ""),
    ],
)
def test_what_plug_ins_write_behind_a_task(line: str, words: str, day: str, state: str) -> None:
    marks = take_marks(line)
    assert (marks.text, marks.day, marks.state) == (words, day, state)


def test_tags_are_topics_and_other_fields_are_named() -> None:
    marks = take_marks("Chords #music/guitar [due:: 2024-07-01] ⏫")
    assert marks.tags == ("music/guitar",)
    assert "due" in marks.dropped
    assert take_marks("Read [time:: 2h]").minutes == 120


@pytest.mark.parametrize(
    ("line", "state", "rest"),
    [
        ("[x] a", "done", "a"),
        ("[ ] a", "open", "a"),
        ("[-] a", "skipped", "a"),
        ("[/] a", "started", "a"),
        ("TODO a", "open", "a"),
        ("DONE a", "done", "a"),
        ("DOING a", "started", "a"),
        ("Done", "", "Done"),
        ("[x](u)", "", "[x](u)"),
    ],
)
def test_boxes(line: str, state: str, rest: str) -> None:
    found, _, words = take_box(line)
    assert (found, words) == (state, rest)


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("✅", "done"),
        ("✔️", "done"),
        ("Done", "done"),
        ("✅ done", "done"),
        ("已完成", "done"),
        ("hecho", "done"),
        ("⬜", "open"),
        ("❌", "open"),
        ("未完成", "open"),
        ("🚧 in progress", "started"),
        ("学习中", "started"),
        ("skipped", "skipped"),
        ("", ""),
        ("Ann", ""),
    ],
)
def test_states_in_cells(cell: str, state: str) -> None:
    assert state_of_cell(cell) == state


def test_signs_at_the_end_and_names_of_columns() -> None:
    assert take_last_sign("Tune ✅") == ("✅", "Tune")
    assert take_last_sign("✅") == ("", "✅")
    assert all(map(is_status_head, ["Status", "Done?", "✅", "完成情况", "estado", "是否完成"]))
    assert not is_status_head("Free")


@pytest.mark.parametrize(
    "text",
    ["2024-07-05", "2024/7/5", "2024年7月5日", "5 Jul 2024", "July 5, 2024", "5.7.2024"],
)
def test_days(text: str) -> None:
    assert read_day(text) == "2024-07-05"


@pytest.mark.parametrize("text", ["1.2.3", "2024-13-01", "today", "2024", ""])
def test_no_days(text: str) -> None:
    assert read_day(text) == ""


@pytest.mark.parametrize("piece", ["(", " ", "- ", "(1)", "12:", "about ", "[a::", "#a ", "✅ "])
def test_long_lines_cost_no_more_than_their_length(piece: str) -> None:
    text = piece * 20_000
    assert take_marks(text).text == take_marks(text.strip()).text

from conftest import Run


def test_the_first_run_says_what_this_is_in_three_lines(run: Run) -> None:
    lines = run("").out.splitlines()
    assert len(lines) == 3
    assert "346 steps" in lines[0]
    assert "hf.0.1" in lines[1]
    assert "https://huggingface.co/learn/llm-course/chapter0/1" in lines[1]
    assert "llmroadmap done hf.0.1" in lines[2]


def test_later_it_is_the_day(small: Run) -> None:
    small("done a.1 --on 2026-11-22")
    small("done b.1 --on yesterday")
    small("start a.2")
    day = small("today --json").data
    assert (day["is_first_run"], day["done"], day["total"]) == (False, 2, 7)
    assert [step["id"] for step in day["next"]] == ["a.2"]
    # The 22nd was a Sunday: last week's.
    assert day["week"] == {"steps": 1, "minutes": 30, "days": 2}
    assert day["streak"] == 3
    assert small("").out == small("today").out


def test_after_a_week_it_points_to_the_last_time(small: Run) -> None:
    small("done a.1")
    for day, away in (("2026-11-30", 6), ("2026-12-01", 7)):
        data = small("today --json", LLMROADMAP_NOW=f"{day}T20:00:00+08:00").data
        assert data["days_away"] == away
        out = small("today", LLMROADMAP_NOW=f"{day}T20:00:00+08:00").out
        assert ("llmroadmap resume" in out) is (away >= 7)
    assert "Last time was 7 days ago. See where you were: llmroadmap resume\n" in out


def test_the_end_says_so(small: Run) -> None:
    small("done a b c --yes")
    out = small("").out
    assert "All 7 steps are done." in out
    assert "a.x" in out

from conftest import Run


def test_what_is_due_soon_comes_first_and_why_is_said(small: Run) -> None:
    small("due c.paper 2026-12-01")
    # What it needs comes before it, and the rest of the plan behind both.
    first = small("next --json").data["steps"][0]
    assert (first["id"], first["reason"]["by"]) == ("b.1", "c.paper")
    small("done b a.1 --yes")
    first = small("next --json").data["steps"][0]
    assert (first["id"], first["reason"]["code"], first["reason"]["by"]) == (
        *("c.paper", "due"),
        "c.paper",
    )
    assert "Tue 1 Dec" in small("next --why").out


def test_a_far_day_changes_no_order(small: Run) -> None:
    small("due b 2027-11-01")
    assert small("next --json").data["steps"][0]["id"] == "a.1"
    small("due b 2026-12-02")
    assert small("next --json").data["steps"][0]["id"] == "b.1"


def test_a_day_that_has_passed_is_no_reproach(small: Run) -> None:
    small("due b 2026-11-30")
    out = small("next", LLMROADMAP_NOW="2026-12-20T20:00:00+08:00").out
    assert "b.1" in out
    assert "overdue" not in out.lower() and "late" not in out.lower()


def test_show_and_list_of_dates(small: Run) -> None:
    small("due b 2027-02-01")
    assert "Mon 1 Feb 2027" in small("show b").out
    small("due s1 2027-01-01")
    assert "Fri 1 Jan 2027 · s1" in small("show b.1").out
    assert [each["id"] for each in small("due --json").data["listed"]] == ["s1", "b"]


def test_when_asks_for_that_day(small: Run) -> None:
    small("due s1 2027-01-01")
    assert small("when s1 --json").data["by"] == "2027-01-01"
    assert small("when --json").data["by"] is None


def test_it_can_be_taken_away_and_undone(small: Run) -> None:
    small("due b 2027-02-01")
    small("due b --remove")
    assert small("due --json").data["listed"] == []
    small("undo")
    assert [each["value"] for each in small("due --json").data["listed"]] == ["2027-02-01"]


def test_only_a_day_to_come(small: Run) -> None:
    assert small("due b 2020-01-01 --json").error["code"] == "invalid-option"
    assert small("due b soon --json").error["code"] == "invalid-option"
    assert small("due 2027-02-01 --json").error["code"] == "usage"


def test_days_are_where_the_learner_looks(small: Run) -> None:
    small("done a.1")
    small("due s1 2027-03-31")
    small("due b.1 2027-02-01")
    days = [(each["id"], each["day"]) for each in small("today --json").data["due"]]
    assert days == [("b.1", "2027-02-01"), ("s1", "2027-03-31")]
    assert small("status --json").data["due"] == small("today --json").data["due"]
    steps = {each["id"]: each for each in small("next -n 9 --json").data["steps"]}
    assert (steps["b.1"]["due"], steps["b.1"]["due_of"]) == ("2027-02-01", "b.1")
    assert (steps["a.2"]["due"], steps["a.2"]["due_of"]) == ("2027-03-31", "s1")
    listed = small("list --json").data
    assert {each["id"] for each in listed["steps"] if each["due"]} == {"b.1"}
    assert {each["id"] for each in listed["groups"] if each["due"]} == {"s1"}
    # What is done is no longer waited for.
    small("done b.1")
    assert [each["id"] for each in small("today --json").data["due"]] == ["s1"]


def test_a_day_that_has_passed_reads_like_any_other(small: Run) -> None:
    small("due b 2026-11-30")
    later = {"LLMROADMAP_NOW": "2026-12-20T20:00:00+08:00"}
    for line in ("today", "status", "list", "next -n 9"):
        small("config lang en")
        out = small(line, **later).out
        assert "2026-11-30" in out or "30 Nov 2026" in out, line
        assert "overdue" not in out.lower() and "late" not in out.lower()

from conftest import Run


def begun(small: Run) -> Run:
    small("done a.1", LLMROADMAP_NOW="2026-11-23T20:00:00+08:00")
    small("note a.1 batches are padded")
    small("proof a.1 https://example.org/mine")
    small("done b.1", LLMROADMAP_NOW="2026-11-17T20:00:00+08:00")
    return small


def test_this_week_and_the_last(small: Run) -> None:
    data = begun(small)("week --json").data
    assert (data["first_day"], data["last_day"]) == ("2026-11-23", "2026-11-29")
    assert [step["id"] for day in data["days"] for step in day["steps"]] == ["a.1"]
    assert [note["text"] for note in data["notes"]] == ["batches are padded"]
    assert [proof["url"] for proof in data["proofs"]] == ["https://example.org/mine"]
    last = small("week --last --json").data
    assert [step["id"] for step in last["days"][1]["steps"]] == ["b.1"]
    assert (last["notes"], last["target"]) == ([], None)


def test_as_markdown(small: Run) -> None:
    out = begun(small)("week --format markdown").out
    assert out.startswith("## This week · 23 Nov 2026 to 29 Nov 2026\n\n")
    assert "(a.1, Mon · 2026-11-23)" in out
    assert "<https://example.org/mine>" in out


def test_the_next_week_by_the_times_that_are_set(small: Run) -> None:
    assert "config study" in small("week --next").out
    assert small(["config", "study", "Wed 20:00 50m; Sat 10:00 2h"]).status == 0
    slots = small("week --next --json").data["slots"]
    assert [(slot["day"], slot["time"]) for slot in slots] == [
        ("2026-11-25", "20:00"), ("2026-11-28", "10:00"),
        ("2026-12-02", "20:00"), ("2026-12-05", "10:00"),
    ]  # fmt: skip
    assert all(sum(p["minutes"] for p in s["portions"]) <= 0.8 * s["minutes"] for s in slots)
    assert slots[0]["portions"][0]["id"] == "a.1"


def test_times_that_are_none(small: Run) -> None:
    answer = small(["config", "study", "sometimes", "--json"])
    assert answer.error["code"] == "invalid-setting"


def test_one_of_two(small: Run) -> None:
    assert small("week --last --next").status == 2
    assert small("week --format html").status == 2

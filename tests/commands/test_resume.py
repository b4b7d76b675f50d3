"""resume: the last time, and one small start."""

from conftest import Run


def test_whoever_has_not_begun_gets_a_small_start(small: Run) -> None:
    data = small("resume --json").data
    assert (data["day"], data["done"], data["start"]["id"]) == ("", [], "b.1")
    assert small("resume").out.startswith("You have not started yet.")


def test_the_last_time_and_what_it_opened(small: Run) -> None:
    small("done a.2", LLMROADMAP_NOW="2026-10-01T20:00:00+08:00")
    small("note a.1 'an older thought'", LLMROADMAP_NOW="2026-10-02T20:00:00+08:00")
    small("done a.1", LLMROADMAP_NOW="2026-11-10T20:00:00+08:00")
    small(["note", "a.1", "why sqrt(d)?"], LLMROADMAP_NOW="2026-11-10T20:05:00+08:00")
    small("start a.code", LLMROADMAP_NOW="2026-11-10T20:10:00+08:00")
    data = small("resume --json").data
    assert (data["day"], data["days_ago"]) == ("2026-11-10", 14)
    assert [(e["do"], e["id"]) for e in data["done"]] == [("done", "a.1"), ("start", "a.code")]
    assert [note["text"] for note in data["notes"]] == ["an older thought", "why sqrt(d)?"]
    assert [item_ref["id"] for item_ref in data["unlocked"]] == ["b.2"]
    assert [step["id"] for step in data["in_progress"]] == ["a.code"]
    assert data["start"]["minutes"] == 30
    out = small("resume").out
    for words in ("Last time: Tue 10 Nov 2026 · 14 days ago", "why sqrt(d)?", "b.2  Matrices"):
        assert words in out
    assert "14 天前" in small("resume --lang zh").out


def test_what_was_undone_did_not_happen(small: Run) -> None:
    small("done a.1", LLMROADMAP_NOW="2026-11-10T20:00:00+08:00")
    small("done a.2", LLMROADMAP_NOW="2026-11-12T20:00:00+08:00")
    small("undo", LLMROADMAP_NOW="2026-11-12T20:01:00+08:00")
    assert small("resume --json").data["day"] == "2026-11-10"


def test_at_the_end_there_is_nothing_to_start(small: Run) -> None:
    small("done a b c --yes")
    small("done a.x")
    assert small("resume --json").data["start"] is None
    assert small("resume").status == 0

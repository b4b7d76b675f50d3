from pathlib import Path

from conftest import SMALL, Run


def test_by_item_in_the_order_of_the_plan_oldest_first(small: Run) -> None:
    small("note c.paper read twice", LLMROADMAP_NOW="2026-11-20T20:00:00+08:00")
    small("note a.1 first", LLMROADMAP_NOW="2026-11-21T20:00:00+08:00")
    small("note a.1 second")
    notes = small("notes --json").data["notes"]
    assert [(note["id"], note["text"]) for note in notes] == [
        ("a.1", "first"), ("a.1", "second"), ("c.paper", "read twice"),
    ]  # fmt: skip
    assert notes[0]["day"] == "2026-11-21"
    out = small("notes").out
    assert out.count("What attention is") == 1
    assert "Tue 24 Nov 2026" in out


def test_of_a_group_and_what_is_in_it(small: Run) -> None:
    small("note a 'about the course'")
    small("note a.1 'about the section'")
    small("note b.1 elsewhere")
    notes = small("notes a --json").data["notes"]
    assert [note["id"] for note in notes] == ["a", "a.1"]


def test_none_yet(small: Run) -> None:
    assert small("notes").out.startswith("No notes yet.")
    assert "a.1 What attention is" in small("notes a.1").out
    assert small("notes nothing").status == 2


def test_line_breaks_stay_and_control_characters_do_not_steer(small: Run) -> None:
    small(["note", "a.1", "one\n\n  - two\x1b[31m\u202e"])
    out = small("notes").out
    assert "    one\n\n      - two\\x1b[31m\\u202e\n" in out
    assert "\x1b" not in small("show a.1").out


def changed_plan(tmp_path: Path, old: str, new: str) -> str:
    text = SMALL.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return str(path)


def test_notes_outlive_their_item(run: Run, small: Run, tmp_path: Path) -> None:
    small("note b.1 'on vectors'")
    plan = changed_plan(tmp_path, "{id: 1, kind: video, ", "{id: vectors, kind: video, ")
    notes = run(["notes", "--json", "--roadmap", plan]).data["notes"]
    assert [(note["id"], note["text"], note["in_plan"]) for note in notes] == [
        ("b.1", "on vectors", False)
    ]
    assert "no longer in the plan" in run(["notes", "--roadmap", plan]).out
    assert run(["notes", "b.1", "--json", "--roadmap", plan]).data["notes"] == notes


def test_notes_follow_a_renamed_item(run: Run, small: Run, tmp_path: Path) -> None:
    small("note b.1 'on vectors'")
    plan = changed_plan(
        tmp_path, "{id: 1, kind: video, ", "{id: vectors, was: [b.1], kind: video, "
    )
    notes = run(["notes", "b.vectors", "--json", "--roadmap", plan]).data["notes"]
    assert [(note["id"], note["in_plan"]) for note in notes] == [("b.vectors", True)]

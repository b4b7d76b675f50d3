"""done: ticking steps, over the real command line."""

import json
from pathlib import Path

import pytest

from conftest import Run
from trees import event


def ids(found: list[dict]) -> list[str]:
    return [each["id"] for each in found]


def ticked(small: Run) -> list[str]:
    return ids(small("list --done --json").data["steps"])


def written(home: Path) -> list[dict]:
    path = home / "data" / "progress" / "small.json"
    return json.loads(path.read_text())["events"] if path.exists() else []


def test_what_scripts_may_rely_on(small: Run) -> None:
    data = small("done a.1 --json").data
    assert ids(data["finished"]) == ["a.1"]
    assert data["finished"][0]["state"] == "done"
    assert data["already_done"] == []
    assert data["unlocked"] == [{"id": "b.2", "title": "Matrices"}]
    assert [(s["id"], s["done"], s["total"]) for s in data["stages"]] == [("s1", 1, 5)]
    assert ids(data["next"]) == ["b.1"]


def test_the_screen(small: Run) -> None:
    out = small("done a.1").out
    for words in ("a.1  What attention is", "Unlocked: b.2  Matrices", "1/5 · 20%", "Next: b.1  Vectors", "llmroadmap undo"):  # fmt: skip
        assert words in out


def test_twice_changes_nothing_and_says_so(small: Run, home: Path) -> None:
    small("done a.1")
    before = written(home)
    ran = small("done a.1")
    assert ran.status == 0
    assert "already done" in ran.out
    assert "Nothing changed." in ran.out
    data = small("done a.1 --json").data
    assert (ids(data["finished"]), ids(data["already_done"])) == ([], ["a.1"])
    assert written(home) == before


def test_one_of_several_was_done(small: Run) -> None:
    small("done a.1")
    data = small("done a.1 a.2 a.2 --json").data
    assert (ids(data["finished"]), ids(data["already_done"])) == (["a.2"], ["a.1"])


def test_several_are_one_change(small: Run, home: Path) -> None:
    small("done a.2 a.1 c.paper")
    events = written(home)
    assert [e["item"] for e in events] == ["a.2", "a.1", "c.paper"]
    assert len({e["change"] for e in events}) == 1
    small("undo")
    assert ticked(small) == []


def test_all_or_none(small: Run, home: Path) -> None:
    ran = small("done a.1 a.9 --json")
    assert (ran.status, ran.error["code"], ran.error["name"]) == (2, "unknown-item", "a.9")
    assert small("done a.1 notes").status == 2
    assert written(home) == []


def test_an_unknown_id_names_the_closest(small: Run) -> None:
    ran = small("done c.paer --json")
    assert ran.status == 2
    assert "c.paper" in [each["id"] for each in ran.error["closest"]]
    shown = small("done c.paer")
    assert (shown.status, shown.out) == (2, "")
    assert "c.paper  Attention Is All You Need" in shown.err


def test_a_habit_is_never_done(small: Run) -> None:
    ran = small("done notes --json")
    assert (ran.status, ran.error["code"]) == (2, "habit-given")
    assert "llmroadmap checkin notes" in small("done notes").err


@pytest.mark.parametrize(
    ("on", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        ("yesterday", "2026-11-23"),
        ("昨天", "2026-11-23"),
        ("-3d", "2026-11-21"),
        ("today", "2026-11-24"),
    ],
)
def test_on_a_day(small: Run, on: str, day: str) -> None:
    assert small(["done", "a.1", "--on", on, "--json"]).data["on"] == day
    assert [h["day"] for h in small("show a.1 --json").data["history"]] == [day]


@pytest.mark.parametrize("on", ["tomorrow", "2026-11-25", "2026-02-30", "31.11.2026"])
def test_no_day(small: Run, home: Path, on: str) -> None:
    ran = small(["done", "a.1", "--on", on, "--json"])
    assert (ran.status, ran.error["code"]) == (2, "invalid-option")
    assert written(home) == []


def test_a_tick_for_an_earlier_day_outlives_a_reopening_before_it(small: Run) -> None:
    small("done a.1")
    small("reopen a.1")
    small("done a.1 --on 2026-11-01")
    assert ticked(small) == ["a.1"]


def test_a_group_needs_a_yes(small: Run, home: Path) -> None:
    ran = small("done a --json")
    assert (ran.status, ran.error["code"], ran.error["option"]) == (2, "needs-answer", "--yes")
    assert "Confirm with --yes." in small("done a").err
    assert written(home) == []
    assert ids(small("done a --yes --json").data["finished"]) == ["a.1", "a.2", "a.code"]
    # Nothing to ask for any more
    data = small("done a --json").data
    assert (ids(data["finished"]), ids(data["already_done"])) == ([], ["a.1", "a.2", "a.code"])


def test_a_stage_and_a_step_of_it(small: Run) -> None:
    small("start a.1")
    small("skip b.1")
    data = small("done a.x s1 -y --json").data
    assert ids(data["finished"]) == ["a.x", "a.1", "a.2", "a.code", "b.2"]
    assert small("show b.1 --json").data["state"] == "skipped"


@pytest.mark.parametrize(
    ("answer", "status", "count"),
    [("y", 0, 3), ("YES", 0, 3), ("是", 0, 3), ("n", 1, 0), ("", 1, 0), ("maybe", 1, 0)],
)
def test_a_person_is_asked(terminal: Run, home: Path, answer: str, status: int, count: int) -> None:
    line = ["done", "a", "--roadmap", str(SMALL_PLAN)]
    ran = terminal(line, answer=answer)
    assert ran.status == status
    assert "Tick all 3 open steps of a Attention? [y/N]" in ran.err
    assert len(written(home)) == count
    if status:
        assert "Nothing was changed." in ran.err


SMALL_PLAN = Path(__file__).parents[1] / "small.yaml"


def test_nothing_given(small: Run) -> None:
    ran = small("done --json")
    assert (ran.status, ran.error["code"]) == (2, "needs-answer")
    assert "a.1 What attention is" in ran.error["question"]
    assert small("status --json").data["done"] == 0


def test_without_a_name_the_step_in_progress_is_done(small: Run) -> None:
    small("start a.2")
    assert ids(small("done --json").data["finished"]) == ["a.2"]


def test_without_a_name_or_a_start_the_next_step_is_proposed(terminal) -> None:
    with_no, with_yes = (terminal("done", answer=answer) for answer in ("n", "y"))
    assert "Tick the next step, hf.0.1 Introduction?" in with_no.err
    assert (with_no.status, with_yes.status) == (1, 0)
    assert "hf.0.1" in with_yes.out
    assert ids(terminal("done --yes --json").data["finished"]) == ["hf.1.1"]


def test_of_several_in_progress_one_is_picked(terminal) -> None:
    terminal("start hf.1.1")
    terminal("start hf.1.2", LLMROADMAP_NOW="2026-11-24T21:00:00+08:00")
    assert ids(terminal("done --json", answer="2").data["finished"]) == ["hf.1.1"]


def test_the_dot_is_what_was_touched_last(small: Run) -> None:
    small("done a.1")
    small("note a.2 thoughts")
    assert ids(small("done . --json").data["finished"]) == ["a.2"]
    assert small("note . more --json").data["id"] == "a.2"
    small("skip b.1")  # is out of the way
    assert small("note . more --json").data["id"] == "a.2"
    small("start a.code")
    assert small("note . more --json").data["id"] == "a.code"


def test_a_note_goes_with_the_tick(small: Run) -> None:
    small("start a.1")
    data = small(["done", ".", "-m", "batches are padded", "--json"]).data
    assert (ids(data["finished"]), data["note"]) == (["a.1"], "batches are padded")
    assert "Noted: more" in small(["done", ".", "-m", "more"]).out
    small("undo")
    small("undo")
    assert small("notes --json").data["notes"] == []
    assert small("status --json").data["done"] == 0


def test_a_note_is_on_one_step(small: Run) -> None:
    error = small(["done", "a.1", "a.2", "-m", "both", "--json"]).error
    assert (error["code"], error["option"]) == ("invalid-option", "--message")
    assert small("status --json").data["done"] == 0


def test_an_unreadable_file_is_named_and_left_alone(small: Run, home: Path) -> None:
    small("done a.1")
    path = home / "data" / "progress" / "small.json"
    for text in ("", "{", '{"format": 2, "roadmap": "small", "events": []}'):
        path.write_text(text)
        ran = small("done a.2")
        assert ran.status == 1
        assert str(path) in ran.err
        assert path.read_text() == text


def test_a_step_that_moved_in_the_plan_keeps_its_tick(small: Run, home: Path) -> None:
    small("done a.1")
    path = home / "data" / "progress" / "small.json"
    moved = event("moved", "a.1", to="b.1", at="2026-11-24T21:00:00+08:00")
    text = path.read_text().replace("\n]}", ",\n" + json.dumps(moved) + "\n]}")
    path.write_text(text)
    assert ticked(small) == ["b.1"]


def test_what_several_steps_open_has_one_heading(run: Run) -> None:
    for lang, heading in (("en", "Unlocked:"), ("zh", "新解锁：")):
        rows = run(f"done hf --yes --lang {lang}").out.splitlines()
        item_ref = rows.index(f"  {heading}")
        assert len([row for row in rows[item_ref:] if row.startswith("    ")]) > 2
        assert sum(heading in row for row in rows) == 1
        run("undo")


def test_a_day_is_written_as_people_write_it(small: Run) -> None:
    assert "dated Fri 20 Nov 2026" in small("done a.1 --on 2026-11-20").out
    assert "记在 2026 年 11 月 20 日（周五）" in small("done a.2 --on 2026-11-20 --lang zh").out


def moments(ran) -> list[tuple[str, str, int]]:
    return [(m["level"], m["id"], m["steps"]) for m in ran.data["moments"]]


def test_what_comes_to_its_end_is_told(small: Run) -> None:
    assert moments(small("done a.1 --took 40m --json")) == []
    small("done a.2 --took 1h --on 2026-11-20")
    small("note a.2 'worth it'")
    ran = small("done a.code --took 50m --json")
    assert moments(ran) == [("course", "a", 3)]
    (course,) = ran.data["moments"]
    assert (course["minutes"], course["is_measured"]) == (150, True)
    assert (course["since"], course["until"], course["days"]) == ("2026-11-20", "2026-11-24", 2)
    assert course["notes"] == 1
    out = small("done b c --yes").out
    assert "* Stage complete: s1" in out
    assert "* You have reached the end of the plan: " in out
    assert "Course complete" not in out  # The stages say it.
    assert "Next:" not in out
    assert moments(small("done b --json")) == []


def test_a_stage_says_what_it_opens(small: Run) -> None:
    small("done a --yes")
    ran = small("done b --yes")
    assert "Next stage: s2  Second · 2 steps · about 2 h" in ran.out


def test_moments_can_be_switched_off(small: Run) -> None:
    small("config moments off")
    assert moments(small("done a --yes --json")) == []
    assert "complete" not in small("done b c --yes").out
    assert small("config moments maybe").status == 2


def test_the_end_of_a_plan_with_undated_ticks_knows_no_beginning(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "sums.md"
    plan.write_text(
        "# Sums\n\n## One\n\n- [x] Add\n- [x] Subtract\n- [ ] Multiply\n- [ ] Extra (optional)\n"
    )
    run(["add", str(plan), "--keep-ticks"])
    run("use sums")
    run("done extra")
    said = run("done multiply --json").data["moments"][-1]
    assert (said["level"], said["steps"], said["days"], said["since"]) == ("plan", 3, 1, "")
    run("undo")
    shown = " ".join(run("done multiply --lang zh").out.split())
    assert "学完于" in shown and "十年" not in shown and "学了" not in shown

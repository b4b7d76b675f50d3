"""The fold: what every verb comes to, on a roadmap that may have changed since."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.events import effective_events, merge
from llmroadmap.core.progress.fold import advance, can_advance, fold
from llmroadmap.core.progress.progress import Rest, nothing_yet
from trees import (
    BEGIN,
    event,
    group,
    history,
    known,
    parallel,
    random_histories,
    roadmap,
    states,
    step,
    steps,
)

DAY = BEGIN.date().toordinal()
PLAN = roadmap(
    parallel(
        "s1",
        group("a", *steps("1 2 3"), step("x", optional=True), was=["old"]),
        group("b", step("1", was=["c.1"]), group("2", *steps("read code"), needs=["a.1"])),
        step("h", repeat="daily"),
    ),
    group("s2", group("d", *steps("1"), needs=["b"])),
)
ITEMS = (
    "a",
    "a.1",
    "a.2",
    "a.x",
    "b",
    "b.1",
    "b.2",
    "b.2.code",
    "c.1",
    "h",
    "old.2",
    "s1",
    "gone.1",
)


def union(*files: list) -> list:
    return merge(*files).events


def at(name: str, plan: Roadmap = PLAN) -> int:
    node = plan.ids.find(name)
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], {}),
        (["start a.1"], {"a.1": "started"}),
        (["done a.1"], {"a.1": "done"}),
        (["skip a.1"], {"a.1": "skipped"}),
        (["done a.1", "reopen a.1"], {}),
        (["skip a.1", "reopen a.1"], {}),
        (["start a.1", "reopen a.1"], {}),
        (["done a.1", "start a.1"], {"a.1": "started"}),
        (["skip a.1", "done a.1"], {"a.1": "done"}),
        (["done a.x"], {"a.x": "done"}),
        (["start a.x", "skip a.x"], {"a.x": "skipped"}),
        (["start a.x", "reopen a.x"], {}),
        # Former ids, also on a group
        (["done c.1"], {"b.1": "done"}),
        (["done old.2", "start old.x"], {"a.2": "done", "a.x": "started"}),
        (["done old.2", "reopen a.2"], {}),
        # What changes no state
        (["note a.1", "proof a.1 https://e.org", "recall a.1", "checkin h", "pause"], {}),
        # Groups, stages and habits are not ticked
        (["done a", "done s1", "done h", "start b.2"], {}),
        # Moved away: what a machine says that does not know it yet follows
        (["moved gone.1 a.1", "done gone.1"], {"a.1": "done"}),
        (["moved gone a", "done gone.2"], {"a.2": "done"}),
        (["moved gone.1 lost.1", "moved lost.1 a.3", "done gone.1"], {"a.3": "done"}),
        (["moved a.1 b.1", "done a.1"], {"a.1": "done"}),
        # Verbs of a newer program, and events without an item
        (["teleport a.1", "done"], {}),
        # Undo and redo of a change: the latest wins
        (["done a.1", "undo 0"], {}),
        (["done a.1", "undo 0", "redo 0"], {"a.1": "done"}),
        (["done a.1", "undo 0", "redo 0", "undo 0"], {}),
        (["start a.1", "done a.1", "undo 1"], {"a.1": "started"}),
        (["done a.1", "reopen a.1", "undo 1"], {"a.1": "done"}),
        (["done a.1", "moved a.1 b.1", "undo 1"], {"a.1": "done"}),
        # A choice of the learner's: the old id gone, still there, a group
        (["done gone.1", "moved gone.1 a.3"], {"a.3": "done"}),
        (["done a.1", "moved a.1 b.1"], {"b.1": "done"}),
        (["done a.1", "moved a.1 a.x"], {"a.x": "done"}),
        (["done a.x", "moved a.x a.1"], {"a.1": "done"}),
        (["done gone.1", "skip gone.2", "done gonext.3", "moved gone a"], {"a.1": "done", "a.2": "skipped"}),
        (["done a.1", "start a.2", "moved a d"], {"d.1": "done"}),
        (["done a.1", "moved a.1 a.1"], {"a.1": "done"}),
        (["done a.1", "moved a.1 b.1", "done a.1"], {"a.1": "done", "b.1": "done"}),
        # Of two states the one touched later holds
        (["done gone.1", "start a.1", "moved gone.1 a.1"], {"a.1": "started"}),
        (["start a.1", "done gone.1", "moved gone.1 a.1"], {"a.1": "done"}),
        # Nothing known of it: nothing moves
        (["moved gone.1 a.1", "moved a.2 a.3"], {}),
        (["start a.3", "moved a.2 a.3"], {"a.3": "started"}),
        # … and one that says not where to
        (["done a.1", "moved a.1 "], {"a.1": "done"}),
    ],
)  # fmt: skip
def test_states(lines: list[str], expected: dict[str, str]) -> None:
    if lines and lines[-1].endswith(" "):
        events = [*history(*lines[:-1]), event("moved", "a.1", 50)]
    else:
        events = history(*lines)
    assert states(fold(PLAN, events)) == expected


def test_the_first_day_stands_when_a_step_is_ticked_twice() -> None:
    first, second = event("done", "a.1", on="2026-01-03"), event("done", "a.1", 5)
    progress = fold(PLAN, [first, second])
    assert progress.finished[at("a.1")] == date(2026, 1, 3).toordinal()
    progress = fold(PLAN, [first, event("reopen", "a.1", 1), second])
    assert progress.finished[at("a.1")] == DAY
    assert fold(PLAN, [first, event("reopen", "a.1", 1)]).finished[at("a.1")] == 0


def test_a_back_dated_tick_is_not_undone_by_an_earlier_reopen() -> None:
    events = [
        event("done", "a.1", 0),
        event("reopen", "a.1", 1),
        event("done", "a.1", 2, on="2025-12-01"),
    ]
    progress = fold(PLAN, events)
    assert states(progress) == {"a.1": "done"}
    assert progress.finished[at("a.1")] == date(2025, 12, 1).toordinal()


def test_what_is_touched_and_when() -> None:
    progress = fold(PLAN, history("done a.1", "note b", "checkin h"))
    begin = int(BEGIN.timestamp())
    assert [progress.last_touched(at(name)) for name in ("a.1", "a", "a.2", "b", "b.1", "s1")] == [
        begin, begin, 0, begin + 60, 0, begin + 120,
    ]  # fmt: skip


def test_notes_proofs_check_ins_and_starts_leave_traces() -> None:
    lines = ["start a.1", "note a.1", "note a.1", "proof a.1 https://e.org/p", "note b"]
    progress = fold(PLAN, [*history(*lines), event("proof", "a.2", 50)])
    assert progress.details(at("a.1")) == {
        "started": BEGIN.isoformat(), "since": DAY, "proofs": ["https://e.org/p"],
    }  # fmt: skip
    assert [progress.notes[at(name)] for name in ("a.1", "b", "a.2")] == [2, 1, 0]
    assert progress.all_notes() == 3
    assert progress.details(at("b")) == progress.details(at("a.2")) == {}
    assert "started" not in fold(PLAN, history(*lines, "done a.1")).details(at("a.1"))


def test_check_ins_are_days_each_once() -> None:
    days = ["2026-01-09", "2026-01-05", "2026-01-09"]
    events = [event("checkin", "h", n, on=day) for n, day in enumerate(days)]
    assert fold(PLAN, events).details(at("h")) == {"days": [DAY, DAY + 4]}


def test_active_days_and_pauses() -> None:
    lines = ["start a.1", "skip a.2", "reopen a.2", "later a.1", "pause"]
    events = [
        {**e, "on": (BEGIN + timedelta(days=n)).date().isoformat()}
        for n, e in enumerate(history(*lines))
    ]
    progress = fold(PLAN, [*events, event("note", "gone.1", 30, on="2026-02-01")])
    assert progress.active_days == [DAY, date(2026, 2, 1).toordinal()]
    assert progress.pauses == [Rest(DAY + 4)]
    assert progress.newest == event("note", minute=30)["at"]


@pytest.mark.parametrize(
    ("lines", "rests"),
    [
        (["pause"], [(3, 0)]),
        (["pause until 9"], [(3, 9)]),
        (["pause until 2"], []),
        (["pause", "+2 resume"], [(3, 4)]),
        (["pause", "resume"], []),
        (["pause", "+3 done a.1"], [(3, 5)]),
        (["pause", "note a.1"], [(3, 0)]),
        (["pause until 9", "+1 pause"], [(3, 3), (4, 0)]),
        (["pause until 9", "+9 done a.1"], [(3, 9)]),
        (["pause until never"], [(3, 0)]),
        (["resume"], []),
    ],
)
def test_a_pause_lasts_until_it_is_said_or_studied(
    lines: list[str], rests: list[tuple[int, int]]
) -> None:
    events = []
    for minute, words in enumerate(lines):
        later, *rest = words.split() if words[0] == "+" else ("+0", *words.split())
        more = {"on": date.fromordinal(DAY + 3 + int(later)).isoformat()}
        if "until" in rest:
            end = rest[-1]
            more["until"] = date.fromordinal(DAY + int(end)).isoformat() if end.isdigit() else end
        item = "a.1" if "a.1" in rest else ""
        events.append(event(rest[0], item, minute, **more))
    expected = [Rest(DAY + first, last and DAY + last) for first, last in rests]
    assert fold(PLAN, events).pauses == expected


@pytest.mark.parametrize(
    ("lines", "sittings"),
    [
        (["done a.1 30"], {"a.1": [30]}),
        (["done a.1"], {}),
        (["start a.1", "stop a.1 20", "stop a.1 15", "done a.1 10"], {"a.1": [20, 15, 10]}),
        (["stop a.1 20", "stop a.1 15", "took a.1 50"], {"a.1": [20, 30]}),
        (["stop a.1 20", "stop a.1 15", "took a.1 18"], {"a.1": [18]}),
        (["took a.1 50", "took a.1 0"], {}),
        (["stop a.1 20", "stop a.2 5", "took a.1 25"], {"a.2": [5], "a.1": [25]}),
        (["stop a 20", "took s1 5", "stop b.2 10"], {}),
        (["stop gone.1 20", "done gone.1 10", "moved gone a"], {"a.1": [20, 10]}),
        (["stop a.1 20", "moved a.1 b.1"], {"b.1": [20]}),
        (["stop a.1 20", "moved a.1 gone.1", "moved gone.1 a.3", "took a.3 5"], {"a.3": [5]}),
        (["done a.1 30", "undo 0"], {}),
        (["done a.1 30", "reopen a.1", "done a.1 5"], {"a.1": [30, 5]}),
    ],
)
def test_sittings_add_up_and_can_be_corrected(
    lines: list[str], sittings: dict[str, list[int]]
) -> None:
    timed = [words.split() for words in lines]
    events = history(
        *(" ".join(w[:2]) if w[-1].isdigit() and w[0] != "undo" else " ".join(w) for w in timed)
    )
    for made, words in zip(events, timed, strict=True):
        if words[-1].isdigit() and words[0] != "undo":
            made["minutes"] = int(words[-1])
    found: dict[str, list[int]] = {}
    for node, day, minutes in fold(PLAN, events).all_sittings():
        assert day == DAY
        found.setdefault(PLAN.id_of(node), []).append(minutes)
    assert found == sittings


def test_stop_ends_the_sitting_and_leaves_the_step_in_progress() -> None:
    progress = fold(PLAN, history("start a.1", "stop a.1"))
    assert states(progress) == {"a.1": "started"}
    assert progress.details(at("a.1")) == {"since": DAY}
    again = fold(PLAN, history("start a.1", "stop a.1", "start a.1"))
    assert again.details(at("a.1"))["started"] == (BEGIN + timedelta(minutes=2)).isoformat()


def test_what_the_roadmap_does_not_have_waits() -> None:
    lines = ["start gone.1", "done gone.1", "note gone.1", "note gone.2"]
    progress = fold(PLAN, history(*lines))
    assert progress.orphaned == {
        "gone.1": {
            "mark": 2,
            "touched": int(BEGIN.timestamp()) + 120,
            "touched_on": DAY,
            "finished": DAY,
            "notes": 1,
        },
        "gone.2": {"touched": int(BEGIN.timestamp()) + 180, "touched_on": DAY, "notes": 1},
    }
    assert states(progress) == {}


def test_the_first_day_stands_for_a_stranger_too() -> None:
    first = event("done", "gone.1", on="2026-01-03")
    progress = fold(PLAN, [first, event("done", "gone.1", 5)])
    assert progress.orphaned["gone.1"]["finished"] == date(2026, 1, 3).toordinal()
    progress = fold(PLAN, [first, event("reopen", "gone.1", 5)])
    assert progress.orphaned["gone.1"]["finished"] == 0


def test_a_step_that_became_a_group_waits_and_comes_back() -> None:
    events = history("done a.1", "note a.1")
    grown = roadmap(group("s1", group("a", group("1", *steps("read code")))))
    progress = fold(grown, events)
    assert states(progress) == {}
    assert progress.orphaned["a.1"]["mark"] == 2
    assert progress.notes[at("a.1", grown)] == 1
    assert states(fold(PLAN, events)) == {"a.1": "done"}


def test_what_was_done_of_a_step_that_was_split_holds_for_every_part() -> None:
    plan = roadmap(group("s1", step("b", was=["a"]), step("c", was=["a"]), step("d")))
    progress = fold(plan, [event("done", "a", minutes=50), event("start", "d", 1)])
    assert [progress.state(plan.ids.find(name)) for name in "bcd"] == ["done", "done", "started"]
    assert [minutes for _, _, minutes in progress.all_sittings()] == [50]


def test_a_trace_moves_with_its_item() -> None:
    lines = ["start gone.1", "note gone.1", "proof gone.1 https://e.org/1", "note a.1",
             "proof a.1 https://e.org/2", "proof a.1 https://e.org/1", "moved gone.1 a.1"]  # fmt: skip
    progress = fold(PLAN, history(*lines))
    details = progress.details(at("a.1"))
    assert progress.notes[at("a.1")] == progress.all_notes() == 2
    assert sorted(details["proofs"]) == ["https://e.org/1", "https://e.org/2"]
    lines = ["checkin h", "moved h gone.h", "checkin gone.h", "moved gone.h h"]
    assert fold(PLAN, history(*lines)).details(at("h")) == {"days": [DAY]}


def test_a_started_step_that_moves_onto_a_finished_one_is_in_progress_no_more() -> None:
    progress = fold(PLAN, history("start gone.1", "done a.1", "moved gone.1 a.1"))
    assert states(progress) == {"a.1": "done"}
    assert "started" not in progress.details(at("a.1"))


def test_a_move_between_two_ids_that_are_gone() -> None:
    progress = fold(PLAN, history("done gone.1", "start lost.1", "moved gone lost"))
    assert list(progress.orphaned) == ["lost.1"]
    assert progress.orphaned["lost.1"]["mark"] == 1


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ([], "open"),
        (["start a.1"], "started"),
        (["done a.1"], "started"),
        (["skip a.1"], "started"),
        (["done a.x"], "open"),
        (["done a.1", "done a.2", "skip a.3"], "done"),
        (["skip a.1", "skip a.2", "skip a.3"], "skipped"),
    ],
)
def test_the_state_of_a_group_is_what_its_counted_steps_come_to(
    lines: list[str], state: str
) -> None:
    assert fold(PLAN, history(*lines)).state(at("a")) == state


def test_counts_of_a_part_and_of_everything() -> None:
    progress = fold(PLAN, history("done a.1", "skip a.2", "start b.1", "done a.x"))
    assert [progress.left(at(name)) for name in ("a", "b", "s1", "s2")] == [1, 3, 4, 1]
    assert (progress.left(), progress.count(1), progress.count(2), progress.count(3)) == (
        5,
        1,
        1,
        1,
    )
    assert progress.minutes_left() == 150
    assert progress.minutes_left(at("a")) == 30
    assert [PLAN.id_of(node) for node in progress.started()] == ["b.1"]


def test_started_steps_come_in_file_order_whether_counted_or_not() -> None:
    progress = fold(PLAN, history("start b.1", "start a.x", "start a.2"))
    assert [PLAN.id_of(node) for node in progress.started()] == ["a.2", "a.x", "b.1"]


def test_open_children_are_those_with_something_left() -> None:
    def names(node: int, *lines: str) -> list[str]:
        return [PLAN.id_of(n) for n in fold(PLAN, history(*lines)).open_children(node)]

    assert names(-1) == ["s1", "s2"]
    assert names(-1, "done d.1") == ["s1"]
    assert names(at("a"), "done a.2", "start a.3") == ["a.1", "a.3"]
    assert names(at("s1"), "skip a.1", "done a.2", "done a.3") == ["b"]
    assert names(at("b"), "start b.1", "done b.2.read") == ["b.1", "b.2"]
    assert names(at("s2"), "done d.1") == []


def test_needs_are_met_by_done_and_by_skipped() -> None:
    code = at("b.2.code")
    assert [PLAN.id_of(n) for n in nothing_yet(PLAN).waits_for(code)] == ["a.1"]
    for do in ("done", "skip"):
        assert fold(PLAN, history(f"{do} a.1")).waits_for(code) == []
    assert fold(PLAN, history("start a.1")).waits_for(code) == [at("a.1")]
    assert nothing_yet(roadmap(group("s", step("a")))).waits_for(1) == []


@given(random_histories(ITEMS), st.randoms())
def test_any_order_of_the_lines_folds_the_same(events: list, chance) -> None:
    mixed = list(events)
    chance.shuffle(mixed)
    assert known(fold(PLAN, mixed)) == known(fold(PLAN, events))


@settings(max_examples=150)
@given(random_histories(ITEMS), st.data())
def test_going_on_comes_to_the_same_as_beginning_again(events: list, data) -> None:
    # New events are a new change: no undo before them can be of it.
    at_once = (
        sorted(events, key=lambda e: (e["at"], e["id"])) if data.draw(st.booleans()) else events
    )
    k = data.draw(st.integers(0, len(at_once)))
    old = at_once[:k]
    new = [{**e, "change": f"new-{e['change']}"} for e in at_once[k:]]
    before = fold(PLAN, old)
    if can_advance(before, new):
        untouched = known(before)
        assert known(advance(before, new)) == known(fold(PLAN, [*old, *new]))
        assert known(before) == untouched


def test_going_on_is_for_later_events_of_verbs_that_look_at_no_others() -> None:
    before = fold(PLAN, history("done a.1", "done a.2"))
    assert can_advance(before, [])
    assert can_advance(before, [event("done", "a.3", 2), event("note", "a.3", 3)])
    assert can_advance(nothing_yet(PLAN), [event("done", "a.3", 0)])
    assert not can_advance(before, [event("done", "a.3", 0)])
    assert not can_advance(before, [event("done", "a.3", 1, id="a")])
    assert not can_advance(before, [event("done", "a.3", 5), event("done", "a.2", 4)])
    for verb in ("undo", "redo", "moved", "pause"):
        assert not can_advance(before, [event(verb, "a.1", 9, of="c0", to="b.1")])


@given(random_histories(ITEMS), st.data())
def test_undo_then_redo_is_as_before(events: list, data) -> None:
    change = f"c{data.draw(st.integers(0, 8))}"
    undone = any(e.get("of") == change for e in events)
    before = known(fold(PLAN, events))[:-1]
    again = [
        *events,
        event("undo", minute=100, of=change, change="u"),
        event("redo", minute=101, of=change, change="r"),
    ]
    if not undone:
        assert known(fold(PLAN, again))[:-1] == before
    gone = fold(PLAN, [*events, event("undo", minute=100, of=change, change="u")])
    rest = [e for e in effective_events(events) if e["change"] != change]
    kept = [
        e for e in events if e in rest or (e["do"] in ("undo", "redo") and e.get("of") != change)
    ]
    assert known(gone)[:-1] == known(fold(PLAN, kept))[:-1]


@given(random_histories(ITEMS), st.data())
def test_two_machines_come_to_the_same(events: list, data) -> None:
    one = [e for e in events if data.draw(st.booleans())]
    two = [e for e in events if e not in one or data.draw(st.booleans())]
    both = known(fold(PLAN, union(one, two)))
    assert both == known(fold(PLAN, union(two, one))) == known(fold(PLAN, events))

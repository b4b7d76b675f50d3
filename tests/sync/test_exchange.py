"""Several machines and one folder: nothing lost, nothing twice, everywhere the same at the end."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmroadmap.core.progress.events import in_order
from llmroadmap.core.progress.fold import fold
from llmroadmap.storage.progress_format import encode
from llmroadmap.sync.exchange import push
from machines import Machine
from trees import event, group, roadmap, steps

PLAN = roadmap(group("s1", group("a", *steps("1 2 3 4"))))
ITEMS = ["a.1", "a.2", "a.3", "a.4", "gone.1"]


@pytest.fixture
def machines(tmp_path: Path) -> list[Machine]:
    return [Machine(name, tmp_path, tmp_path / "cloud") for name in ("ada", "bob", "eve")]


def test_what_came_and_what_went_is_said(machines: list[Machine]) -> None:
    ada, bob, _ = machines
    ada.do("done", "a.1", 1)
    ada.do("done", "a.2", 2)
    bob.do("done", "a.3", 3)
    assert ada.sync().written == 2
    result = bob.sync()
    assert [tuple(source) for source in result.sources] == [("ada", 2)]
    assert result.written == 1
    again = bob.sync()
    assert (again.sources, again.written) == ([], 0)
    assert [tuple(source) for source in ada.sync().sources] == [("bob", 1)]
    assert ada.bytes() == bob.bytes()


def test_a_machine_writes_its_own_file_only(machines: list[Machine]) -> None:
    ada, bob, _ = machines
    ada.do("done", "a.1", 1)
    ada.sync()
    bob.do("done", "a.2", 2)
    before = Path(ada.place.own_file("test")).stat().st_mtime_ns
    bob.sync()
    assert Path(ada.place.own_file("test")).stat().st_mtime_ns == before
    assert b"a.1" not in Path(bob.place.own_file("test")).read_bytes()


def test_what_nobody_else_wrote_is_carried_too(machines: list[Machine]) -> None:
    ada, bob, _ = machines
    with ada.file.change() as change:
        change.append([event("done", "a.1", 1), event("done", "a.2", 2, device="old-laptop")])
    ada.sync()
    bob.sync()
    assert bob.bytes() == ada.bytes()


def test_an_unreadable_file_is_named_and_left_alone(machines: list[Machine]) -> None:
    ada, bob, eve = machines
    for minute, machine in enumerate(machines):
        machine.do("done", f"a.{minute + 1}", minute)
        machine.sync()
    cut = Path(bob.place.own_file("test"))
    half = cut.read_bytes()[:-30]
    cut.write_bytes(half)
    foreign = cut.with_name("shopping.json")
    foreign.write_text("[1, 2]")
    result = ada.sync()
    assert sorted(Path(each.path).name for each in result.skipped) == sorted(
        [cut.name, foreign.name]
    )
    assert cut.read_bytes() == half
    result = bob.sync()  # Its own file is damaged: it takes a new name.
    assert cut.read_bytes() == half
    assert Path(result.place.own_file("test")).exists()
    eve.sync()
    ada.sync()
    assert ada.bytes() == bob.bytes() == eve.bytes()


def test_what_a_newer_program_wrote_survives(machines: list[Machine]) -> None:
    ada, bob, _ = machines
    strange = {**event("juggle", "a.1", 1), "balls": [3, {"red": 1.5}]}
    with ada.file.change() as change:
        change.append([strange])  # type: ignore[list-item]
    ada.sync()
    bob.sync()
    assert strange in bob.file.read()


def test_one_id_with_two_contents_is_told_and_the_same_everywhere(machines: list[Machine]) -> None:
    ada, bob, _ = machines
    ada.do("note", "a.1", 1, text="mine")
    ada.sync()
    with bob.file.change() as change:
        change.append([{**ada.file.read()[0], "text": "changed by hand"}])
    assert bob.sync().contested == [ada.file.read()[0]["id"]]
    ada.sync()
    bob.sync()
    assert ada.bytes() == bob.bytes()


COPIES = [
    "test (bob's conflicted copy 2026-01-05).json",
    "test (Konfliktkopie von bob 2026-01-05).json",
    "test (Copie en conflit de bob 2026-01-05).json",
    "test (bob 的冲突副本 2026-01-05).json",
    "test (bobの競合コピー 2026-01-05).json",
    "test-BOB.json",
    "test-bob-PC.json",
    "test 2.json",
    "test (1).json",
    "test.sync-conflict-20260105-080000-ABCDEFG.json",
    "test (conflicted copy 2026-01-05 080000).json",
    "test_conflict-20260105-080000.json",
    "test(冲突_bob_2026-01-05 08-00-00).json",
    "test.json.orig",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_beside_the_progress_is_joined_and_put_away(
    machines: list[Machine], name: str
) -> None:
    ada, bob, _ = machines
    ada.do("done", "a.1", 1)
    bob.do("done", "a.2", 2)
    copy = Path(ada.file.path).with_name(name)
    copy.write_bytes(bob.bytes())
    result = ada.sync()
    assert [(source.device, source.events) for source in result.sources] == [(name, 1)]
    assert not copy.exists()
    [(path, kept)] = result.copies
    assert (path, ada.file.backups.find(kept).events) == (str(copy), 1)
    assert [e["item"] for e in ada.file.read()] == ["a.1", "a.2"]


def test_what_is_no_copy_stays(machines: list[Machine]) -> None:
    ada, _, _ = machines
    ada.do("done", "a.1", 1)
    folder = Path(ada.file.path).parent
    (folder / "test-drive.json").write_bytes(encode([], "test-drive"))
    (folder / "test.txt").write_text("a shopping list")
    (folder / "test 2").mkdir()
    assert ada.sync().copies == []
    assert {path.name for path in folder.iterdir()} == {
        *("test.json", "test-drive.json", "test.txt", "test 2")
    }


def test_both_sides_that_git_left_in_the_file_are_taken(machines: list[Machine]) -> None:
    ada, bob, _ = machines
    ada.do("done", "a.1", 1)
    bob.do("done", "a.2", 2)
    head, ours = ada.bytes().split(b"\n")[:2]
    theirs = bob.bytes().split(b"\n")[1]
    sides = [b"<<<<<<< HEAD", ours, b"=======", theirs, b">>>>>>> other"]
    Path(ada.file.path).write_bytes(b"\n".join([head, *sides, b"]}", b""]))
    ada.sync()
    assert [e["item"] for e in ada.file.read()] == ["a.1", "a.2"]
    assert any(copy.name.startswith("damaged") for copy in ada.file.backups.listing())


def test_after_a_change_only_the_own_file_is_added_to(machines: list[Machine]) -> None:
    ada, bob, _ = machines
    for minute in range(3):
        push(ada.file, ada.place, [ada.do("done", f"a.{minute + 1}", minute)])
    bob.sync()
    assert bob.bytes() == ada.bytes()
    assert ada.sync().written == 0


MACHINE = st.sampled_from([0, 1, 2])
ACTIONS = st.lists(
    st.one_of(
        st.tuples(MACHINE, st.just("sync"), st.just("")),
        st.tuples(
            MACHINE, st.sampled_from(["done", "start", "skip", "note"]), st.sampled_from(ITEMS)
        ),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(ACTIONS, st.permutations([0, 1, 2]), st.lists(st.integers(-2, 2), min_size=3, max_size=3))
def test_any_histories_end_the_same_everywhere(tmp_path_factory, actions, order, days) -> None:
    home = tmp_path_factory.mktemp("home")
    names = ("ada", "bob", "eve")
    all_three = [
        Machine(name, home, home / "cloud", timedelta(days=day))
        for name, day in zip(names, days, strict=True)
    ]
    made = []
    for minute, (number, verb, item) in enumerate(actions):
        machine = all_three[number]
        if verb == "sync":
            machine.sync()
        else:
            made.append(machine.do(verb, item, minute, text="x" * (verb == "note")))
    for number in [*order, *order, *order]:
        all_three[number].sync()
    assert all(machine.file.read() == in_order(made) for machine in all_three)
    if made:
        assert len({machine.bytes() for machine in all_three}) == 1
    folds = [fold(PLAN, machine.file.read()) for machine in all_three]
    assert len({bytes(each.states) for each in folds}) == 1
    for machine in all_three:
        again = machine.sync()
        assert (again.sources, again.written, again.skipped) == ([], 0, [])

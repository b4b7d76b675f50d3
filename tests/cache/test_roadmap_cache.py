"""What is compiled says the same as its source, and is not believed once anything is wrong with it."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

import llmroadmap.cache
from conftest import SMALL
from llmroadmap.cache import CacheMiss
from llmroadmap.cache.roadmap_cache import (
    CompiledIds,
    read_progress,
    read_roadmap,
    write_progress,
    write_roadmap,
)
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.fold import fold
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.storage.roadmap_file import open_roadmap, read_tree
from trees import group, history, known, random_histories, random_trees, roadmap, step

PLAN = roadmap(
    group("s1", group("a", step("1", about="词"), step("2", needs=["a.1"]), was=["z"])),
    tips=["One."],
)


def never() -> Roadmap:
    pytest.fail("compiled again")


def same(one: Roadmap, other: Roadmap) -> None:
    assert len(one) == len(other)
    assert dict(one.head) == dict(other.head)
    assert (one.id, one.fingerprint) == (other.id, other.fingerprint)
    for column in ("parent", "end", "minutes", "flags"):
        assert list(getattr(one.columns, column)) == list(getattr(other.columns, column))
    assert list(one.ids.all()) == list(other.ids.all())
    assert {n: list(needs) for n, needs in one.needs.items()} == {
        n: list(needs) for n, needs in other.needs.items()
    }
    assert dict(one.was) == dict(other.was)
    for node in range(len(one)):
        assert one.record(node) == other.record(node)


@pytest.fixture(scope="module")
def bundled() -> Roadmap:
    return build_roadmap(read_tree(bundled_roadmap()), "print")


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "cache" / "compiled")


@pytest.mark.parametrize("name", ["bundled", "small"])
def test_a_roadmap_comes_back_as_it_was(name: str, path: str, bundled: Roadmap) -> None:
    plan = bundled if name == "bundled" else build_roadmap(read_tree(str(SMALL)), "print")
    assert write_roadmap(path, plan)
    same(read_roadmap(path, "print", never), plan)


@settings(deadline=None, max_examples=30)
@given(tree=random_trees())
def test_any_roadmap_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, tree: dict
) -> None:
    path = str(tmp_path_factory.mktemp("any") / "compiled")
    plan = build_roadmap(tree, "x")
    assert write_roadmap(path, plan)
    same(read_roadmap(path, "x", never), plan)


def test_ids_are_found_before_and_after_they_are_indexed(path: str, bundled: Roadmap) -> None:
    write_roadmap(path, bundled)
    for indexed in (False, True):
        ids = read_roadmap(path, "print", never).ids
        assert isinstance(ids, CompiledIds)
        if indexed:
            ids.index_all()
        for node, name in enumerate(bundled.ids.all()):
            assert ids.find(name) == node
        for name in ("", "hf.", "f.0", "hf.0.1\nhf.0.2", "\n", "hf\n", "词", "\ud800"):
            assert ids.find(name) is None


def test_nobody_else_can_read_it(path: str) -> None:
    write_roadmap(path, PLAN)
    assert os.stat(path).st_mode & 0o077 == 0
    assert os.stat(os.path.dirname(path)).st_mode & 0o077 == 0
    assert os.listdir(os.path.dirname(path)) == ["compiled"]


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert not write_roadmap(str(tmp_path / "file" / "compiled"), PLAN)
    (tmp_path / "folder").mkdir()
    assert not write_roadmap(str(tmp_path / "folder"), PLAN)
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]
    write_progress(str(tmp_path / "file" / "fold"), "x", fold(PLAN, []))


def test_what_is_missing_stale_or_foreign_is_not_used(path: str, monkeypatch) -> None:
    def refused(mark: str = "print") -> bool:
        try:
            read_roadmap(path, mark, never)
        except CacheMiss:
            return True
        return False

    assert refused()
    write_roadmap(path, PLAN)
    assert not refused()
    assert refused("another")
    monkeypatch.setattr(llmroadmap.cache, "FORMAT", "0.0-1-little-63")
    assert refused()
    write_progress(path, "print", fold(PLAN, []))
    assert refused()


def test_a_fold_of_another_roadmap_is_not_used(path: str) -> None:
    other = roadmap(group("s1", step("a")))
    write_progress(path, "x", fold(other, []))
    read_progress(path, "x", other)
    other.fingerprint = "changed"
    with pytest.raises(CacheMiss):
        read_progress(path, "x", other)
    with pytest.raises(CacheMiss):
        read_progress(path, "x", PLAN)
    write_roadmap(path, other)
    with pytest.raises(CacheMiss):
        read_progress(path, "changed", other)


@settings(deadline=None, max_examples=50)
@given(events=random_histories(("a", "a.1", "a.2", "z.1", "gone.1")))
def test_a_fold_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, events: list
) -> None:
    path = str(tmp_path_factory.mktemp("fold") / "compiled")
    progress = fold(PLAN, events)
    write_progress(path, "x", progress)
    assert known(read_progress(path, "x", PLAN)) == known(progress)


def damaged(data: bytes) -> list[bytes]:
    """The file cut off at every place, and with every byte changed in a few ways."""
    cut = [data[:place] for place in range(len(data))]
    changed = [
        data[:place] + bytes((byte ^ flip,)) + data[place + 1 :]
        for place, byte in enumerate(data)
        for flip in (0x01, 0x09, 0x80)
    ]
    return [*cut, *changed, data + b"\n", data + data, b"[]\n", b"null", b'["", "", 1, 1]\n']


HOSTILE = [
    lambda length: b"9" * 900,
    lambda length: b"1e400",
    lambda length: b"-1",
    lambda length: b"null",
    lambda length: b'"10"',
    lambda length: b"99999999999999",
]


@pytest.mark.parametrize("number", HOSTILE)
def test_a_length_out_of_its_senses_is_damage(path: str, number: Callable[[int], bytes]) -> None:
    write_roadmap(path, PLAN)
    data = Path(path).read_bytes()
    first, _, rest = data.partition(b"\n")
    parts = first.split(b",")
    parts[2] = number(0)
    Path(path).write_bytes(b",".join(parts) + b"\n" + rest)
    with pytest.raises(CacheMiss):
        read_roadmap(path, "print", never)
    head = rest.index(b'"lengths":[') + len(b'"lengths":[')
    Path(path).write_bytes(first + b"\n" + rest[:head] + number(0) + b"," + rest[head:])
    with pytest.raises(CacheMiss):
        read_roadmap(path, "print", never)


def test_a_roadmap_damaged_anywhere_is_not_believed(path: str) -> None:
    write_roadmap(path, PLAN)
    for data in damaged(Path(path).read_bytes()):
        Path(path).write_bytes(data)
        try:
            found = read_roadmap(path, "print", lambda: PLAN)
        except CacheMiss:
            continue
        same(found, PLAN)  # A damaged record is noticed when it is looked at.


def test_a_fold_damaged_anywhere_is_not_believed(path: str) -> None:
    progress = fold(PLAN, history("done a.1", "note a.2", "done gone.1", "pause"))
    write_progress(path, "x", progress)
    for data in damaged(Path(path).read_bytes()):
        Path(path).write_bytes(data)
        with pytest.raises(CacheMiss):
            read_progress(path, "x", PLAN)


def test_a_record_that_cannot_be_read_any_more_is_compiled_again(path: str) -> None:
    write_roadmap(path, PLAN)
    compiled: list[int] = []

    def rebuild() -> Roadmap:
        compiled.append(1)
        return PLAN

    found = read_roadmap(path, "print", rebuild)
    os.unlink(path)
    assert found.record(2) == PLAN.record(2)
    assert found.record(1) == PLAN.record(1)
    assert compiled == [1]


def test_the_records_of_a_big_roadmap_are_read_one_by_one_and_then_together(path: str) -> None:
    long = "x" * 9000
    plan = roadmap(group("s1", *[step(str(n), about=long) for n in range(150)]))
    write_roadmap(path, plan)
    assert os.path.getsize(path) > 1 << 20
    same(read_roadmap(path, "print", never), plan)


def test_what_changed_just_now_is_not_kept(tmp_path: Path) -> None:
    source, cache = tmp_path / "plan.yaml", tmp_path / "cache" / "plan"
    source.write_bytes(SMALL.read_bytes())
    future = time.time_ns() + 10_000_000
    os.utime(source, ns=(future, future))
    open_roadmap(str(source), str(cache))
    assert not cache.exists()


def test_a_roadmap_is_compiled_once_for_each_version_of_its_file(
    tmp_path: Path, monkeypatch
) -> None:
    source, cache = tmp_path / "plan.yaml", str(tmp_path / "cache" / "plan")
    source.write_bytes(SMALL.read_bytes())
    os.utime(source, (1, 1))  # What changed only now is not kept: it may change again at once.
    open_roadmap(str(source), cache)
    with monkeypatch.context() as patched:
        patched.setattr("llmroadmap.storage.roadmap_file.read_tree", lambda path: never())
        assert open_roadmap(str(source), cache).title("en") == "A small plan"
    source.write_text(source.read_text().replace("A small plan", "Another"))
    assert open_roadmap(str(source), cache).title("en") == "Another"
    Path(cache).write_bytes(b"damaged")
    assert open_roadmap(str(source), cache).title("en") == "Another"
    Path(cache).unlink()
    Path(cache).mkdir()
    assert open_roadmap(str(source), cache).title("en") == "Another"

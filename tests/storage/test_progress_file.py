"""Progress is appended to, read exactly, and refused rather than guessed."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from llmroadmap.filesystem.errors import ChangedMeanwhile, LinkRefused
from llmroadmap.filesystem.files import Pieces, read_ends
from llmroadmap.storage import backups, progress_change, progress_format
from llmroadmap.storage.errors import (
    ProgressDamaged,
    ProgressError,
    ProgressMissing,
    ProgressNewer,
    ProgressOfOther,
)
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.progress_format import TRAILER, decode

HEADER = '{"format": 1, "roadmap": "llm", "events": [\n'


def event(name: str, **more: Any) -> Any:
    return {"id": name, "at": "2026-11-24T10:00:00+01:00", "do": "done", "item": "hf.1", **more}


@pytest.fixture
def file(tmp_path: Path) -> ProgressFile:
    return ProgressFile(str(tmp_path / "llm.json"), str(tmp_path / "data"), "llm")


def append(file: ProgressFile, *names: str, known: bool = False) -> str | None:
    with file.change() as change:
        return change.append([event(name) for name in names], known=known)


def ids(file: ProgressFile) -> list[str]:
    return [event["id"] for event in file.read()]


def test_nothing_yet(file: ProgressFile, tmp_path: Path) -> None:
    assert file.read_with_fingerprint() == ([], None)
    assert file.fingerprint() is None
    with file.change() as change:
        assert change.fingerprint is None
        assert change.events() == []
        assert change.append([]) is None
    assert not (tmp_path / "llm.json").exists()
    assert file.read() == []


def test_the_bytes_are_one_compact_event_a_line(file: ProgressFile, tmp_path: Path) -> None:
    append(file, "1")
    with file.change() as change:
        change.append([event("2", text="学习 \u2028 ✓"), event("3")])
    assert (tmp_path / "llm.json").read_text("utf-8") == (
        HEADER
        + '{"id":"1","at":"2026-11-24T10:00:00+01:00","do":"done","item":"hf.1"},\n'
        + '{"id":"2","at":"2026-11-24T10:00:00+01:00","do":"done","item":"hf.1",'
        + '"text":"学习 \u2028 ✓"},\n'
        + '{"id":"3","at":"2026-11-24T10:00:00+01:00","do":"done","item":"hf.1"}\n]}\n'
    )
    assert file.read() == [event("1"), event("2", text="学习 \u2028 ✓"), event("3")]


def test_every_change_gives_the_fingerprint_of_what_it_wrote(file: ProgressFile) -> None:
    first = append(file, "1")
    assert first == file.fingerprint()
    with file.change() as change:
        assert change.fingerprint == first
        second = change.append([event("2")])
        third = change.append([event("3")])
        assert second != third == change.fingerprint == file.fingerprint()
    assert file.read_with_fingerprint() == ([event("1"), event("2"), event("3")], third)


def test_a_known_file_is_not_parsed(file: ProgressFile, monkeypatch: pytest.MonkeyPatch) -> None:
    append(file, "1")
    monkeypatch.setattr(progress_format, "decode", lambda *_: pytest.fail("parsed"))
    append(file, "2", known=True)
    monkeypatch.undo()
    assert ids(file) == ["1", "2"]


def test_an_unknown_file_is_validated_before_it_is_changed(
    file: ProgressFile, tmp_path: Path
) -> None:
    append(file, "1")
    path = tmp_path / "llm.json"
    damaged = path.read_bytes().replace(b'"do":"done"', b'"do":["done"]')
    path.write_bytes(damaged)
    with pytest.raises(ProgressDamaged):
        append(file, "2")
    assert path.read_bytes() == damaged


def test_a_file_that_changed_after_it_was_known_is_read_again(
    file: ProgressFile, tmp_path: Path
) -> None:
    append(file, "1")
    path = tmp_path / "llm.json"
    with file.change() as change:
        path.write_text(HEADER + json.dumps(event("editor")) + "\n]}\n")
        # None: who asked does not know all that the file holds now ...
        assert change.append([event("2")], known=True) is None
        assert change.append([event("3")]) is None
        # ... until they look.
        assert len(change.events()) == 3
        assert change.append([event("4")]) == file.fingerprint() == change.fingerprint
    assert ids(file) == ["editor", "2", "3", "4"]


@pytest.mark.parametrize("when", ["read_ends", "addition", "write_atomically"])
def test_an_editor_that_writes_in_between_is_not_overwritten(
    file: ProgressFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    append(file, "1")
    path = tmp_path / "llm.json"
    real, written = getattr(progress_change, when), []

    def write_first(*args: Any, **more: Any) -> Any:
        if not written:
            written.append(1)
            path.write_text(HEADER + json.dumps(event("editor")) + "\n]}\n")
        return real(*args, **more)

    monkeypatch.setattr(progress_change, when, write_first)
    assert append(file, "2", known=True) is None
    assert ids(file) == ["editor", "2"]


def test_an_editor_that_never_stops_is_an_error(
    file: ProgressFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(file, "1")

    def write(*args: Any) -> Any:
        (tmp_path / "llm.json").write_text(HEADER + json.dumps(event("editor")) + "\n]}\n")
        return read_ends(*args)

    monkeypatch.setattr(progress_change, "read_ends", write)
    with pytest.raises(ChangedMeanwhile):
        append(file, "2")
    assert ids(file) == ["editor"]


LAYOUTS = {
    "indented": lambda events: json.dumps(
        {"format": 1, "roadmap": "llm", "events": events}, indent=2
    ),
    "other order": lambda events: json.dumps({"events": events, "roadmap": "llm", "format": 1}),
    "byte order mark": lambda events: (
        "\ufeff" + HEADER + ",\n".join(map(json.dumps, events)) + "\n]}\n"
    ),
    "Windows lines": lambda events: (
        HEADER + ",\n".join(map(json.dumps, events)) + "\n]}\n"
    ).replace("\n", "\r\n"),
    "no last line end": lambda events: HEADER + ",\n".join(map(json.dumps, events)) + "\n]}",
    "blanks": lambda events: HEADER + " \n\t" + ",\n".join(map(json.dumps, events)) + "\n]}\n",
    "blanks at the end": lambda events: HEADER + ",\n".join(map(json.dumps, events)) + "\n\n]}\n",
    "nothing between": lambda events: HEADER + ",\n".join(map(json.dumps, events)) + "\n]}\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("known", [False, True])
def test_any_layout_is_read_and_kept(
    file: ProgressFile, tmp_path: Path, layout: str, count: int, known: bool
) -> None:
    old = [event(str(n), new_key={"deep": [1, None, 1.5]}) for n in range(count)]
    (tmp_path / "llm.json").write_bytes(LAYOUTS[layout](old).encode())
    assert file.read() == old
    append(file, "new", known=known)
    assert file.read() == [*old, event("new")]
    append(file, "newer")
    assert file.read() == [*old, event("new"), event("newer")]


def test_a_file_of_many_pieces_is_kept_to_the_last_byte(file: ProgressFile, tmp_path: Path) -> None:
    old = [event(str(n), text="学" * 300) for n in range(300)]
    with file.change() as change:
        change.append(old)
    before = (tmp_path / "llm.json").read_bytes()
    append(file, "new", known=True)
    after = (tmp_path / "llm.json").read_bytes()
    assert after.startswith(before[: -len(TRAILER)] + b",\n") and after.count(b"\n") == 303
    assert file.read() == [*old, event("new")]


@pytest.mark.parametrize("nth", [1, 2])
def test_an_editor_that_writes_while_a_copy_is_made_tears_none(
    file: ProgressFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """Neither the copy of the day nor the new file is half the old and half the editor's."""
    path = tmp_path / "llm.json"
    old = [event(str(n), text="x" * 500) for n in range(300)]
    with file.change(today="2026-11-24") as change:
        change.append(old)
    # Of the same size: what was read first fits what is read then.
    edited = (
        path.read_bytes().replace(b'"id":"7"', b'"id":"x"').replace(b'"id":"270"', b'"id":"y00"')
    )
    copied = []
    real = progress_change.read_pieces

    def pieces(*args: Any) -> Pieces:
        copied.append(1)
        number = len(copied)
        for piece in real(*args):
            yield piece
            if number == nth and path.read_bytes() != edited:
                path.write_bytes(edited)

    monkeypatch.setattr(progress_change, "read_pieces", pieces)
    with file.change(today="2026-11-25") as change:
        change.append([event("new")], known=True)
    assert len(copied) > nth and set(ids(file)) >= {"x", "y00", "new"}
    for copy in file.backups.listing():
        found = {each["id"] for each in decode(file.backups.read(copy), "llm", copy.path)}
        assert found >= {"x", "y00"} or found >= {"7", "270"}, copy.name


def test_what_an_editor_writes_behind_our_rename_has_no_fingerprint_of_ours(
    file: ProgressFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(file, "1")
    path, real = tmp_path / "llm.json", os.replace

    def replace(source: str, target: str) -> None:
        real(source, target)
        if target == str(path):
            path.write_text(HEADER + json.dumps(event("editor")) + "\n]}\n")

    monkeypatch.setattr(os, "replace", replace)
    assert append(file, "2", known=True) != file.fingerprint()


def test_a_file_that_is_gone_under_the_lock_is_lost_and_no_first_run(
    file: ProgressFile, tmp_path: Path
) -> None:
    (tmp_path / "llm.json").write_text(HEADER + json.dumps(event("1")) + "\n]}\n")
    with file.change() as change:
        (tmp_path / "llm.json").unlink()
        with pytest.raises(ProgressMissing):
            change.append([event("2")], known=True)
    assert not (tmp_path / "llm.json").exists()


@pytest.mark.parametrize("known", [False, True])
def test_no_more_is_written_than_can_be_read(
    file: ProgressFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    append(file, "1")
    before = (tmp_path / "llm.json").read_bytes()
    monkeypatch.setattr(progress_change, "LIMIT", len(before) + 50)
    with pytest.raises(ProgressDamaged) as caught:
        append(file, "2", known=known)
    assert caught.value.reason == "too-big"
    assert (tmp_path / "llm.json").read_bytes() == before


def test_what_a_newer_program_wrote_into_events_is_kept(file: ProgressFile, tmp_path: Path) -> None:
    strange = {**event("1", do="teleport", seat={"row": 4}), "grade": "B"}
    half = event("2", text="\ud83d")
    (tmp_path / "llm.json").write_text(
        json.dumps({"format": 1, "roadmap": "llm", "events": [strange, half]})
    )
    append(file, "3")
    assert file.read() == [strange, half, event("3")]


def test_the_same_event_twice_counts_once(file: ProgressFile, tmp_path: Path) -> None:
    lines = ",\n".join(json.dumps(event(name)) for name in ("1", "2", "1"))
    (tmp_path / "llm.json").write_text(HEADER + lines + "\n]}\n")
    assert ids(file) == ["1", "2"]


def whole(**change: Any) -> str:
    return json.dumps({"format": 1, "roadmap": "llm", "events": [event("1")], **change})


def with_event(**change: Any) -> str:
    return whole(events=[event("1"), {**event("2"), **change}])


CANONICAL = HEADER + json.dumps(event("1")) + ",\n" + json.dumps(event("2")) + "\n]}\n"
ANY = object()
DAMAGE: dict[str, tuple[str | bytes, dict[str, Any]]] = {
    "empty": ("", {"reason": "empty"}),
    "blank": (" \n\n", {"reason": "empty"}),
    "zeros": (b"\0" * 512, {"reason": "zeros", "offset": 0}),
    "zeros at the end": (CANONICAL.encode()[:60] + b"\0" * 9, {"reason": "zeros", "offset": 60}),
    "UTF-16": (b"\xff\xfe" + CANONICAL.encode("utf-16-le"), {"reason": "utf-16"}),
    "UTF-16, the other way": (b"\xfe\xff" + CANONICAL.encode("utf-16-be"), {"reason": "utf-16"}),
    "not UTF-8": (
        CANONICAL.encode().replace(b"hf.1", b"hf\xff1", 1),
        {"reason": "not-utf-8", "offset": CANONICAL.index("hf.1") + 2, "line": 2},
    ),
    "cut short": (CANONICAL[:-40], {"reason": "truncated", "line": 3}),
    "cut short in the header": (CANONICAL[:20], {"reason": "truncated", "line": 1}),
    "cut before the trailer": (CANONICAL[:-4], {"reason": "truncated", "line": 3}),
    "conflict": (
        CANONICAL.replace('{"id": "2"', '<<<<<<< HEAD\n{"id": "2"'),
        {"reason": "conflict-markers", "line": 3},
    ),
    "comma missing": (
        CANONICAL.replace("},\n", "}\n"),
        {"reason": "not-json", "line": 3, "column": 1, "found": '{"id": "2", "at": "2'},
    ),
    "two documents": (CANONICAL + CANONICAL, {"reason": "extra-data", "line": 5}),
    "key twice": (
        CANONICAL.replace('"id": "2"', '"id": "2", "id": "3"'),
        {"reason": "duplicate-key", "found": "id", "line": 3},
    ),
    "events twice": (
        whole()[:-1] + ', "events": []}',
        {"reason": "duplicate-key", "found": "events"},
    ),
    "NaN": (
        CANONICAL.replace('"2026-11-24T10:00:00+01:00"', "NaN"),
        {"reason": "no-number", "found": "NaN", "line": 2},
    ),
    "infinite": (whole(format=float("-inf")), {"reason": "no-number", "found": "-Infinity"}),
    "as good as infinite": (
        CANONICAL.replace('"2"', "1e999"),
        {"reason": "no-number", "found": "1e999", "line": 3},
    ),
    "long number": (
        CANONICAL.replace('"2"', "1" * 5001),
        {"reason": "number-too-long", "line": 3},
    ),
    "deep": (CANONICAL.replace('"2"', "[" * 100_000 + "]" * 100_000), {"reason": "too-deep"}),
    "a list": ("[]", {"expected": "object", "field": None, "event": None}),
    "a number": ("1", {"expected": "object"}),
    "no format": ('{"roadmap": "llm", "events": []}', {"field": "format", "expected": "present"}),
    "format 0": (whole(format=0), {"field": "format", "expected": "range", "found": "0"}),
    "format true": (whole(format=True), {"field": "format", "expected": "whole-number"}),
    "format text": (whole(format="1"), {"field": "format"}),
    "unknown key": (whole(extra=1), {"field": "extra", "expected": "known-key"}),
    "roadmap a number": (whole(roadmap=7), {"field": "roadmap", "expected": "text"}),
    "events an object": (whole(events={}), {"field": "events", "expected": "list"}),
    "event a list": (whole(events=[[]]), {"event": 1, "field": None, "expected": "object"}),
    "no id": (whole(events=[{"at": "x", "do": "done"}]), {"event": 1, "field": "id"}),
    "empty id": (with_event(id=""), {"event": 2, "field": "id", "expected": "not-empty"}),
    "no verb": (with_event(do=None), {"event": 2, "field": "do", "expected": "text"}),
    "item a number": (
        with_event(item=7),
        {"event": 2, "field": "item", "expected": "text", "found": "7"},
    ),
    "minutes text": (with_event(minutes="5"), {"field": "minutes", "expected": "whole-number"}),
    "minutes true": (with_event(minutes=True), {"field": "minutes", "expected": "whole-number"}),
    "minutes negative": (with_event(minutes=-1), {"field": "minutes", "expected": "range"}),
    "minutes huge": (with_event(minutes=10**9), {"field": "minutes", "expected": "range"}),
    "grade a list": (with_event(grade=[]), {"event": 2, "field": "grade"}),
    "day": (with_event(on="2026-02-30"), {"field": "on", "expected": "day"}),
    "one id, two events": (
        whole(events=[event("1"), event("2"), event("1", do="skip")]),
        {"reason": "same-id", "event": 3, "found": "1"},
    ),
    **{
        f"at {at!r}": (with_event(at=at), {"event": 2, "field": "at", "expected": ANY})
        for at in (
            None,
            "",
            1795504952,
            "1795504952",
            "2026-02-30T00:00:00Z",
            "2026-01-02T24:00:00Z",
            "2026-06-30T23:59:60Z",
            "2026-01-02",
            "2026-01-02T10:00:00",
            "20260102T100000Z",
            "2026-W01-5",
            "2026-01-02T10:00:00+99:00",
            "2026-01-02 10:00",
            "٢٠٢٦-٠١-٠٢T10:00:00Z",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-12:00",
        )
    },
}


@pytest.mark.parametrize("case", DAMAGE)
def test_damage_is_named_and_left_alone(file: ProgressFile, tmp_path: Path, case: str) -> None:
    data, facts = DAMAGE[case]
    data = data.encode() if isinstance(data, str) else data
    path = tmp_path / "llm.json"
    path.write_bytes(data)
    with pytest.raises(ProgressDamaged) as caught:
        file.read()
    found = caught.value.facts()
    assert found["path"] == str(path)
    assert found["backups"] == 0
    for name, value in {"reason": "wrong-shape", **facts}.items():
        assert value is ANY or found[name] == value, found
    with pytest.raises(ProgressDamaged):
        append(file, "new")
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    "at",
    ["2026-01-02T10:00:00Z", "1969-12-31T23:59:59.5-00:30", "2100-01-01T00:00:00.123456+05:45"],
)
def test_every_instant_with_an_offset_is_good(file: ProgressFile, tmp_path: Path, at: str) -> None:
    (tmp_path / "llm.json").write_text(with_event(at=at, on="2024-02-29"))
    assert file.read()[1]["at"] == at


def test_a_newer_format_is_refused_and_kept(file: ProgressFile, tmp_path: Path) -> None:
    path = tmp_path / "llm.json"
    path.write_text('{"format": 99, "roadmap": "llm", "log": []}')
    with pytest.raises(ProgressNewer) as caught:
        append(file, "1")
    assert (caught.value.found, caught.value.known) == (99, 1)
    assert path.read_text() == '{"format": 99, "roadmap": "llm", "log": []}'


def test_another_roadmaps_progress_is_refused_and_kept(file: ProgressFile, tmp_path: Path) -> None:
    path = tmp_path / "llm.json"
    path.write_text(whole(roadmap="other"))
    with pytest.raises(ProgressOfOther) as caught:
        append(file, "1")
    assert (caught.value.found, caught.value.expected) == ("other", "llm")
    assert path.read_text() == whole(roadmap="other")


def test_a_folder_or_a_fifo_in_its_place(file: ProgressFile, tmp_path: Path) -> None:
    path = tmp_path / "llm.json"
    for make, kind in ((os.mkdir, "folder"), (os.mkfifo, "fifo")):
        make(path)
        with pytest.raises(ProgressDamaged) as caught:
            append(file, "1")
        assert (caught.value.reason, caught.value.found) == ("not-a-file", kind)
        os.rmdir(path) if kind == "folder" else os.unlink(path)


def test_a_huge_file_is_not_read(
    file: ProgressFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(file, "1")
    monkeypatch.setattr(backups, "LIMIT", 50)
    with pytest.raises(ProgressDamaged) as caught:
        file.read()
    assert caught.value.reason == "too-big"
    assert caught.value.found == str((tmp_path / "llm.json").stat().st_size)


def test_a_missing_file_beside_a_backup_is_a_lost_one(file: ProgressFile, tmp_path: Path) -> None:
    append(file, "1")
    (tmp_path / "llm.json").unlink()
    with pytest.raises(ProgressMissing) as caught:
        file.read()
    assert caught.value.backups == 1
    assert caught.value.backup_folder == file.backups.folder
    with pytest.raises(ProgressMissing):
        append(file, "2")
    assert not (tmp_path / "llm.json").exists()


def test_a_dangling_link_is_a_lost_file(file: ProgressFile, tmp_path: Path) -> None:
    (tmp_path / "llm.json").symlink_to("nowhere/real.json")
    for act in (file.read, lambda: append(file, "1")):
        with pytest.raises(ProgressMissing) as caught:
            act()
        assert caught.value.target == str(tmp_path / "nowhere" / "real.json")
    assert not (tmp_path / "nowhere").exists()


def test_all_links_to_a_file_share_its_lock_and_its_backups(tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to("llm.json")
    data = str(tmp_path / "data")
    real = ProgressFile(str(tmp_path / "llm.json"), data, "llm")
    link = ProgressFile(str(tmp_path / "link.json"), data, "llm")
    other = ProgressFile(str(tmp_path / "other.json"), data, "llm")
    assert real.lock_path == link.lock_path != other.lock_path
    assert real.backups.folder == link.backups.folder != other.backups.folder
    append(real, "1")
    append(link, "2")
    assert ids(real) == ids(link) == ["1", "2"]
    assert (tmp_path / "link.json").is_symlink()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_link_to_somebody_elses_file_is_refused(file: ProgressFile, tmp_path: Path) -> None:
    (tmp_path / "theirs.json").write_text(CANONICAL)
    os.chown(tmp_path / "theirs.json", 1234, 1234)
    (tmp_path / "llm.json").symlink_to("theirs.json")
    with pytest.raises(LinkRefused):
        file.read()


def test_no_roadmap_id_leads_out_of_the_data_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for name in ("../../x", "/etc/x", "..", "a\0b", "ü" * 300):
        file = ProgressFile(str(tmp_path / "x.json"), str(data), name)
        assert Path(file.lock_path).parent == data / "locks"
        assert Path(file.backups.folder).parent == data / "backups"


def test_reading_makes_nothing_and_asks_for_no_lock(file: ProgressFile, tmp_path: Path) -> None:
    append(file, "1")
    before = sorted(tmp_path.rglob("*"))
    with file.change():
        assert ids(file) == ["1"]
    assert sorted(tmp_path.rglob("*")) == before


READ_ONLY = """
import os, sys
from llmroadmap.filesystem.errors import CannotWrite
import llmroadmap.storage.progress_change
from llmroadmap.storage.progress_file import ProgressFile
import llmroadmap.filesystem.lock
os.setuid(65534)
file = ProgressFile(sys.argv[1] + "/llm.json", sys.argv[1] + "/data", "llm")
print(len(file.read()))
for new in (file, ProgressFile(sys.argv[1] + "/llm.json", sys.argv[1] + "/new", "llm")):
    try:
        with new.change() as change:
            change.append([{"id": "2", "at": "2026-11-24T10:00:00Z", "do": "done"}])
    except CannotWrite as error:
        print(error.errno_name)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_reader_needs_no_leave_to_write() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        place = Path(name)
        file = ProgressFile(str(place / "llm.json"), str(place / "data"), "llm")
        append(file, "1")
        for path in (place, *place.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        run = subprocess.run(
            [sys.executable, "-c", READ_ONLY, name], capture_output=True, text=True
        )
        assert run.stdout.split() == ["1", "EACCES", "EACCES"], run.stderr
        assert ids(file) == ["1"]


def test_errors_are_one_family() -> None:
    for error in (ProgressMissing, ProgressDamaged, ProgressNewer, ProgressOfOther):
        assert issubclass(error, ProgressError)

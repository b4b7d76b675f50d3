"""The list behind @1, @2 …: one for each terminal, and never a reason to fail."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from llmroadmap.cache import last_listing as shown_file
from llmroadmap.cache.last_listing import LastListing

needs_sessions = pytest.mark.skipif(not hasattr(os, "getsid"), reason="no sessions")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    file = LastListing(str(tmp_path), {})
    assert file.read("llm") == []
    file.write("llm", ["hf.0.1", "hf.1.1"])
    assert LastListing(str(tmp_path), {}).read("llm") == ["hf.0.1", "hf.1.1"]
    file.write("llm", [])
    assert file.read("llm") == []
    assert [each.suffix for each in (tmp_path / "shown").iterdir()] == [".json"]


def test_a_list_of_another_roadmap_is_none(tmp_path: Path) -> None:
    file = LastListing(str(tmp_path), {})
    file.write("llm", ["hf.0.1"])
    assert file.read("other") == []


@pytest.mark.parametrize("data", [b"", b"{}", b"[1, 2]", b"\xff", b'["llm", ["x"]]', b"null"])
def test_a_damaged_list_is_none(tmp_path: Path, data: bytes) -> None:
    file = LastListing(str(tmp_path), {})
    file.write("llm", ["hf.0.1"])
    Path(file.path).write_bytes(data)
    assert file.read("llm") == []


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file is in the way")
    file = LastListing(str(tmp_path / "cache"), {})
    file.write("llm", ["hf.0.1"])
    assert file.read("llm") == []


def test_a_list_that_cannot_be_replaced_stays_and_nothing_lies_about(tmp_path: Path) -> None:
    file = LastListing(str(tmp_path), {})
    os.makedirs(file.path + "/in-the-way")
    file.write("llm", ["hf.0.1"])
    assert os.listdir(file.folder) == [os.path.basename(file.path)]


def test_lists_of_terminals_long_closed_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / "shown"
    folder.mkdir()
    for name, age in (("old", 40), ("new", 20)):
        path = folder / f"{name}.json"
        path.write_text(json.dumps(["llm"]))
        when = path.stat().st_mtime - age * 86400
        os.utime(path, (when, when))
    LastListing(str(tmp_path), {}).write("llm", [])
    assert not (folder / "old.json").exists()
    assert (folder / "new.json").exists()


@needs_sessions
def test_where_nothing_tells_sessions_apart_a_list_of_yesterday_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown_file, "_beginning", lambda pid: "")
    file = LastListing(str(tmp_path), {})
    file.write("llm", ["hf.0.1"])
    assert file.read("llm") == ["hf.0.1"]
    when = os.stat(file.path).st_mtime - 2 * 86400
    os.utime(file.path, (when, when))
    assert file.read("llm") == []
    told_apart = LastListing(str(tmp_path), {"TERM_SESSION_ID": "w0t1p0"})
    assert told_apart.path != file.path


@needs_sessions
def test_a_session_has_its_own_list_which_pipes_do_not_change(tmp_path: Path) -> None:
    code = (
        "import sys; from llmroadmap.cache.last_listing import LastListing;"
        "print(LastListing(sys.argv[1], {}).path)"
    )
    words = [sys.executable, "-c", code, str(tmp_path)]
    here = LastListing(str(tmp_path), {}).path
    same = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert same.stdout.decode().strip() == here
    other = subprocess.run(words, capture_output=True, check=True, start_new_session=True)
    assert other.stdout.decode().strip() != here


def test_a_process_that_is_no_more_has_no_beginning() -> None:
    assert shown_file._beginning(2**22 + 1) == ""

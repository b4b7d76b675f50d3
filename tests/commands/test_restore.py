"""restore: a good copy in the place of the progress, and always a way back."""

from pathlib import Path

import pytest

from conftest import Run


def progress(home: Path) -> Path:
    return home / "data" / "progress" / "small.json"


@pytest.fixture
def three(small: Run) -> Run:
    for item in ("a.1", "a.2", "b.1"):
        assert small(["done", item]).status == 0
    return small


def done(small: Run) -> int:
    number: int = small("status --json").data["done"]
    return number


def test_without_a_copy(small: Run) -> None:
    refused = small("restore --yes")
    assert refused.status == 2
    assert "no usable backup" in refused.err


def test_asks_and_changes_nothing_unasked(three: Run, home: Path) -> None:
    before = progress(home).read_bytes()
    refused = three("restore --json")
    assert refused.status == 2
    assert refused.error["code"] == "needs-answer"
    assert "2 entries" in refused.error["message"]
    assert progress(home).read_bytes() == before


def test_a_good_file_is_kept_and_can_come_back(three: Run, home: Path) -> None:
    before = progress(home).read_bytes()
    answer = three("restore previous --yes --json").data
    assert (answer["events"], answer["left_out"], answer["rescued"]) == (2, 1, 0)
    assert done(three) == 2
    back = three(["restore", answer["way_back"], "--yes", "--json"]).data
    assert back["events"] == 3
    assert progress(home).read_bytes() == before
    assert done(three) == 3


def test_says_what_came_back_and_how_to_go_back(three: Run) -> None:
    text = three("restore previous --yes").out
    assert text.startswith("Restored: previous, of ")
    assert "2 entries" in text
    assert "1 entry of what was replaced is not in it" in text
    assert "llmroadmap restore replaced-" in text
    chinese = three("restore previous --yes --lang zh").out
    assert "已恢复：previous" in chinese
    assert "回到被替换的进度" in chinese


@pytest.mark.parametrize(
    ("damage", "rescued"),
    [
        (lambda data: b"", 0),
        (lambda data: data[: len(data) // 2], 0),
        (lambda data: data[:-3], 1),
        (lambda data: data.replace(b"small", b"sm\xffll"), 1),
        (lambda data: b"\0" * len(data), 0),
    ],
)
def test_a_damaged_file_is_refused_until_it_is_restored(
    three: Run, home: Path, damage, rescued: int
) -> None:
    bad = damage(progress(home).read_bytes())
    progress(home).write_bytes(bad)
    for line in ("next", "status", "list", "done b.2", "undo"):
        refused = three([*line.split(), "--json"])
        assert refused.status == 1
        assert refused.error["code"] == "progress-damaged"
        assert "llmroadmap restore" in refused.error["hint"]
        assert progress(home).read_bytes() == bad, "the damaged bytes stay as they are"
    answer = three("restore --yes --json").data
    assert answer["rescued"] == rescued
    assert answer["events"] == 2 + rescued
    assert Path(answer["kept_at"]).read_bytes() == bad
    assert answer["way_back"] == ""
    assert done(three) == 2 + rescued
    assert three("done b.2").status == 0


def test_a_file_that_is_gone_comes_back(three: Run, home: Path) -> None:
    progress(home).unlink()
    refused = three("next")
    assert refused.status == 1
    assert "is gone" in refused.err
    assert "llmroadmap restore" in refused.err
    answer = three("restore --yes --json").data
    assert (answer["events"], answer["kept_as"]) == (2, "")
    assert done(three) == 2


def test_a_folder_in_its_place_is_moved_aside(three: Run, home: Path) -> None:
    progress(home).unlink()
    progress(home).mkdir()
    (progress(home) / "mine").write_text("x")
    refused = three("next")
    assert refused.status == 1
    assert "it is a folder, not a file" in refused.err
    answer = three("restore --yes --json").data
    assert (Path(answer["kept_at"]) / "mine").read_text() == "x"
    assert done(three) == 2


def test_a_newer_format_is_never_touched(three: Run, home: Path) -> None:
    newer = progress(home).read_bytes().replace(b'"format": 1', b'"format": 2')
    progress(home).write_bytes(newer)
    for line in ("next", "done b.2", "restore --yes", "undo"):
        refused = three([*line.split(), "--json"])
        assert refused.status == 1
        assert refused.error["code"] == "progress-newer"
    assert progress(home).read_bytes() == newer


def test_a_link_stays_a_link(three: Run, home: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.json"
    progress(home).rename(real)
    progress(home).symlink_to(real)
    assert three("done b.2").status == 0
    assert three("done c.1").status in (0, 2)
    real.write_bytes(b"[")
    assert three("restore --yes").status == 0
    assert progress(home).is_symlink()
    assert done(three) >= 3


def test_a_name_that_is_none(three: Run) -> None:
    refused = three("restore 1999-01-01 --yes")
    assert refused.status == 2
    assert "1999-01-01" in refused.err
    assert "llmroadmap backup list" in refused.err
    for name in ("../small", "/etc/passwd", "..", ""):
        assert three(["restore", name or "x", "--yes"]).status == 2

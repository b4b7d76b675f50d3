"""doctor: what is wrong, and what would mend it."""

import os
import sys
from pathlib import Path

import pytest

from conftest import Run
from llmroadmap.commands.doctor import _ALWAYS, _ALWAYS_TOO, _OF_A_ROADMAP
from llmroadmap.locales import LANGUAGES
from texts_of import group

as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def progress(home: Path) -> Path:
    return home / "data" / "progress" / "small.json"


def found(ran, check: str) -> list[dict]:
    findings = ran.data["findings"]
    return [finding for finding in findings if finding["check"] == check]


def test_a_new_home_is_in_order_and_stays_empty(small: Run, home: Path) -> None:
    ran = small("doctor")
    assert (ran.status, ran.err) == (0, "")
    assert "No problems." in ran.out
    assert not (home / "data").exists()
    assert not (home / "config").exists()


def test_a_good_home_is_in_order(small: Run, home: Path) -> None:
    small("done a.1")
    before = progress(home).read_bytes()
    ran = small("doctor --json")
    assert ran.status == 0
    assert ran.data["wrong"] == 0
    (file,) = [f for f in found(ran, "progress") if f["code"] == "progress-read"]
    assert file["facts"] == {"path": str(progress(home)), "events": 1}
    checks = {finding["check"] for finding in ran.data["findings"]}
    assert {"settings", "roadmap", "permissions", "progress", "backups", "lock", "disk"} <= checks
    assert {"cache", "encoding", "completion", "versions"} <= checks
    assert progress(home).read_bytes() == before


def test_a_damaged_file_is_told_and_mended_only_when_asked(small: Run, home: Path) -> None:
    small("done a.1")
    small("done a.2")
    progress(home).write_bytes(b"{")
    ran = small("doctor")
    assert ran.status == 1
    assert "it breaks off here" in ran.out
    assert "llmroadmap doctor --fix" in ran.out
    assert ran.out.endswith("1 problem.\n")
    assert progress(home).read_bytes() == b"{"
    fixed = small("doctor --fix")
    assert fixed.status == 0
    assert "1 fixed." in fixed.out
    assert "damaged-" in fixed.out
    assert small("status --json").data["done"] == 1
    assert small("doctor").status == 0


def test_a_lost_file_is_mended(small: Run, home: Path) -> None:
    small("done a.1")
    small("done a.2")
    progress(home).unlink()
    assert small("doctor").status == 1
    assert small("doctor --fix").status == 0
    assert small("status --json").data["done"] == 1


def test_settings_that_are_none_stop_other_commands_and_not_doctor(small: Run, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.json").write_text("{")
    assert small("next").status == 1
    assert small("doctor").status == 1
    assert small("doctor --help").status == 0
    assert small("paths").status == 0
    assert small("doctor --fix").status == 0
    assert small("next").status == 0
    (aside,) = (home / "config").glob("config.json.damaged-*")
    assert aside.read_text() == "{"


def test_a_roadmap_that_is_none(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\nid: x\ntitel: X\n")
    ran = run(["doctor", "--roadmap", str(bad), "--json"])
    assert ran.status == 1
    (finding,) = found(ran, "roadmap")
    assert finding["error"]["code"] == "roadmap-invalid"
    assert finding["error"]["problems"]
    assert not found(ran, "progress")
    missing = run(["doctor", "--roadmap", str(tmp_path / "none.yaml")])
    assert missing.status == 1


@pytest.mark.skipif(as_root or sys.platform == "win32", reason="root may do everything")
def test_permissions_are_mended(small: Run, home: Path) -> None:
    small("done a.1")
    progress(home).chmod(0o400)
    progress(home).parent.chmod(0o500)
    ran = small("doctor --json")
    assert ran.status == 1
    assert {f["code"] for f in found(ran, "permissions")} == {"not-writable"}
    assert small("doctor --fix").status == 0
    assert small("done a.2").status == 0


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_a_mode_of_ones_own_is_noted_and_kept(small: Run, home: Path) -> None:
    small("done a.1")
    progress(home).chmod(0o640)
    ran = small("doctor --fix --json")
    assert ran.status == 0
    assert [f["facts"]["mode"] for f in found(ran, "permissions")] == ["0640"]
    assert progress(home).stat().st_mode & 0o777 == 0o640


def test_notes_are_no_faults(small: Run, home: Path) -> None:
    small("done a.1", LLMROADMAP_NOW="2026-12-24T20:00:00+08:00")
    backups = next((home / "data" / "backups").iterdir())
    (backups / "2026-01-01.json").write_text("[")
    ran = small("doctor --json")
    assert ran.status == 0
    notes = {f["code"] for f in ran.data["findings"] if f["state"] == "note"}
    assert {"from-the-future", "backup-unreadable"} <= notes


def test_who_holds_the_lock(small: Run, home: Path) -> None:
    from llmroadmap.filesystem.lock import locked

    small("done a.1")
    (lock,) = (home / "data" / "locks").iterdir()
    with locked(str(lock)):
        (finding,) = found(small("doctor --json"), "lock")
    assert (finding["state"], finding["facts"]["pid"]) == ("note", os.getpid())


def test_completion_is_found(small: Run, tmp_path: Path) -> None:
    me = {"HOME": str(tmp_path), "SHELL": "/usr/bin/fish"}
    (none,) = found(small("doctor --json", **me), "completion")
    assert none["code"] == "completion-none"
    assert small("completion install --shell fish --yes", **me).status == 0
    (there,) = found(small("doctor --json", **me), "completion")
    assert there["code"] == "completion"
    zsh = {"HOME": str(tmp_path), "SHELL": "/bin/zsh"}
    assert small("completion install --shell zsh --yes", **zsh).status == 0
    (read,) = found(small("doctor --json", **zsh), "completion")
    assert read["code"] == "completion"
    (tmp_path / ".zshrc").write_text("")
    (unread,) = found(small("doctor --json", **zsh), "completion")
    assert unread["code"] == "completion-unread"
    (other,) = found(small("doctor --json", SHELL="/bin/tcsh"), "completion")
    assert other["state"] == "ok"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_has_words(lang: str) -> None:
    import inspect
    import re

    from llmroadmap.doctor import file_checks, repair, system_checks

    source = "".join(map(inspect.getsource, (file_checks, system_checks, repair)))
    codes = set(re.findall(r'(?:passed|note|problem)\(\s*"[a-z]+", "([a-z-]+)"', source))
    codes |= set(re.findall(r'repaired\(\s*finding, "([a-z-]+)"', source))
    codes |= {"settings-read", "settings-none"}
    assert codes == set(group(lang, "doctor.findings"))
    assert set(group(lang, "doctor.advice")) <= codes
    checks = [*_ALWAYS, *_OF_A_ROADMAP, *_ALWAYS_TOO]
    assert {c.__name__.removeprefix("check_") for c in checks} <= set(group(lang, "doctor.checks"))


def test_in_chinese(small: Run, home: Path) -> None:
    small("done a.1")
    progress(home).write_bytes(b"{")
    text = small("doctor --lang zh").out
    assert "1 个问题。" in text
    assert "文件不完整，在此处截断" in text

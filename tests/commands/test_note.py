import io
import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SMALL, Run

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="a shell script is the editor")


def editor(tmp_path: Path, script: str) -> str:
    """A command that plays the editor: `script` finds the file in "$1"."""
    path = tmp_path / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return shlex.quote(str(path))


def test_several_words_are_one_note(small: Run) -> None:
    data = small("note a.1 queries meet keys --json").data
    assert (data["text"], data["day"], data["written"]) == ("queries meet keys", "2026-11-24", True)
    shown = small("note a.1 'a second one'").out
    assert "a second one" in shown and "2 notes on it" in shown and "llmroadmap undo" in shown


def test_words_that_name_nothing_are_proposed_as_a_note(terminal, run: Run) -> None:
    run("start hf.1.1")
    declined = terminal(["note", "GPU is on"], answer="n")
    assert "Add this as a note to hf.1.1 Introduction? [y/N]" in " ".join(declined.err.split())
    for words in (["note", "GPU is on"], ["note", "GPU", "is", "still", "on"]):
        terminal(words, answer="y")
    texts = [note["text"] for note in run("notes hf.1.1 --json").data["notes"]]
    assert sorted(texts) == ["GPU is on", "GPU is still on"]


def test_of_words_that_may_be_a_name_the_note_is_the_first_choice(terminal, run: Run) -> None:
    run("start hf.1.1")
    said = terminal(["note", "Colab works"], answer="1")
    assert "hf.1.4" in said.err
    assert [note["text"] for note in run("notes hf.1.1 --json").data["notes"]] == ["Colab works"]


def test_words_that_name_nothing_are_no_note_where_nobody_can_say_so(run: Run) -> None:
    run("start hf.1.1")
    for words in ("Colab works", "GPU is on"):
        said = run(["note", words])
        assert (said.status, said.out) == (2, "")
        assert "llmroadmap note . TEXT" in said.err
    assert run("notes --json").data["notes"] == []


def test_an_item_is_still_an_item(terminal, run: Run) -> None:
    run("start hf.1.1")
    said = terminal(["note", "full training loop", "good"], answer="y")
    assert "hf.3.4" in said.out + said.err
    assert run("notes hf.1.1 --json").data["notes"] == []


def test_it_is_an_event_that_undo_takes_back(small: Run) -> None:
    small("note a.1 hello")
    small("undo")
    assert small("notes --json").data["notes"] == []


def test_a_dash_reads_standard_input(small: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("# Heads\r\n\r\n- one\n- two\n\n"))
    assert small("note a.1 - --json").data["text"] == "# Heads\n\n- one\n- two"


@pytest.mark.parametrize("line", ["note a.1 ''", "note a.1 '  '"])
def test_an_empty_note_is_not_kept(small: Run, line: str) -> None:
    ran = small(line)
    assert (ran.status, ran.out) == (0, "Nothing was written: the note is empty.\n")
    assert small("notes --json").data["notes"] == []


def test_it_counts_for_another_day(small: Run) -> None:
    assert small("note a.1 late --on yesterday --json").data["day"] == "2026-11-23"


def test_it_has_a_greatest_length(small: Run) -> None:
    assert small(["note", "a.1", "x" * 20_000, "--json"]).data["written"]
    ran = small(["note", "a.1", "x" * 20_001, "--json"])
    assert (ran.status, ran.error["code"], ran.error["limit"]) == (2, "note-too-long", 20_000)


@needs_sh
def test_the_editor_gets_a_template_that_is_left_out(small: Run, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    edit = editor(tmp_path, f'cp "$1" {seen}\nprintf "# 标题\\n\\nbody\\n" | cat - {seen} > "$1"')
    data = small("note a.1 --json", VISUAL=edit, EDITOR="false").data
    assert data["text"] == "# 标题\n\nbody"
    template = seen.read_text()
    assert template.startswith("\n<!-- llmroadmap: ") and "a.1 What attention is" in template


@needs_sh
def test_an_untouched_template_is_no_note(small: Run) -> None:
    assert not small("note a.1 --json", EDITOR="touch").data["written"]


@needs_sh
def test_the_draft_is_private_and_gone_afterwards(small: Run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    seen = tmp_path / "seen"
    edit = editor(tmp_path, f'stat -c "%a" "$(dirname "$1")" > {seen}; echo hello > "$1"')
    small("note a.1", EDITOR=edit)
    assert seen.read_text().strip() == "700"
    assert not list(tmp_path.glob("llmroadmap-*"))


@needs_sh
@pytest.mark.parametrize(
    ("command", "reason"),
    [("false", "1"), ("/nowhere/editor", "ENOENT"), ("'vi", "quotes")],
)
def test_an_editor_that_does_not_work(small: Run, command: str, reason: str) -> None:
    ran = small("note a.1 --json", EDITOR=command)
    assert (ran.status, ran.error["code"], ran.error["reason"]) == (1, "editor-failed", reason)
    assert command in small("note a.1", EDITOR=command).err
    assert small("notes --json").data["notes"] == []


@needs_sh
def test_nothing_in_the_command_reaches_a_shell(small: Run, tmp_path: Path) -> None:
    small("note a.1", EDITOR=f"true; touch {tmp_path}/hacked")
    small("note a.1", EDITOR=f"true $(touch {tmp_path}/hacked)")
    assert not (tmp_path / "hacked").exists()


def test_without_editor_and_terminal_it_says_what_to_do(small: Run) -> None:
    ran = small("note a.1 --json")
    assert (ran.status, ran.error["code"]) == (2, "no-editor")


@needs_sh
@pytest.mark.parametrize("broken", ["too-long", "failed"])
def test_what_was_written_is_kept_when_it_cannot_be_stored(
    small: Run, tmp_path: Path, broken: str
) -> None:
    text = "x" * 20_001 if broken == "too-long" else "precious"
    source = tmp_path / "source"
    source.write_text(text)
    then = "" if broken == "too-long" else "; exit 3"
    ran = small("note a.1 --json", EDITOR=editor(tmp_path, f'cp {source} "$1"{then}'))
    assert ran.status in (1, 2)
    assert Path(ran.error["draft"]).read_text() == text
    Path(ran.error["draft"]).unlink()
    os.rmdir(os.path.dirname(ran.error["draft"]))


@needs_sh
def test_what_an_editor_prints_stays_out_of_json(tmp_path: Path) -> None:
    environ = {
        **os.environ,
        "LLMROADMAP_HOME": str(tmp_path / "home"),
        "EDITOR": editor(tmp_path, 'echo noise; echo hello > "$1"'),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "llmroadmap", "note", "a.1", "--json", "--roadmap", str(SMALL)],
        env=environ, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert ran.stdout.startswith("{") and "noise" in ran.stderr


def test_a_chinese_sentence_has_no_spaces_and_is_proposed_as_a_note(terminal, run: Run) -> None:
    run("start hf.1.1")
    said = run(["note", "今天太累了", "--lang", "zh"])
    assert (said.status, said.out) == (2, "")
    assert "llmroadmap note . 内容" in said.err
    terminal(["note", "今天太累了"], answer="y")
    run("done hf.1.1")  # Nothing is in progress now: the step touched last is meant.
    terminal(["note", "明天再说吧"], answer="y")
    texts = [note["text"] for note in run("notes hf.1.1 --json").data["notes"]]
    assert sorted(texts) == ["今天太累了", "明天再说吧"]

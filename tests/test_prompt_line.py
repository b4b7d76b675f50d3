"""`status --line`: short, the same by both ways, and by the short way without Typer."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from llmroadmap import PROMPT_LINE, cli
from llmroadmap.filesystem.locations import locate
from llmroadmap.prompt_line import _path, last_answer


def test_one_line(run: Run) -> None:
    assert run("status --line").out == "LLM 0%\n"
    run("done hf.0.1", LLMROADMAP_NOW="2026-11-23T20:00:00+08:00")
    run("done hf.1.1")
    assert run("status --line").out == "LLM 0.6% · 1 week\n"
    assert run("status --line --lang zh").out == "LLM 0.6% · 1 周\n"
    assert run("status --line --json").data["streak"] == 2
    assert run("status s1 --line").status == 2


class Shell:
    """Runs whole processes in a home of their own, on the system's clock."""

    def __init__(self, home: Path) -> None:
        self.kept = home / "cache" / "status-line"
        self.environ = {k: v for k, v in os.environ.items() if not k.startswith("LLMROADMAP_")}
        self.environ |= {"LLMROADMAP_HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": ""}
        self.environ |= {"PYTHONIOENCODING": "utf-8"}

    def __call__(self, *words: str, **environ: str) -> str:
        return self.run("-m", "llmroadmap", *words, **environ).stdout

    def run(self, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            env={**self.environ, **environ}, capture_output=True, text=True, encoding="utf-8",
            timeout=60, check=True,
        )  # fmt: skip

    def is_repeated(self, *words: str, **environ: str) -> bool:
        """Whether the kept answer is used: only then a mark put into it shows."""
        text = self.kept.read_text()
        last = text.splitlines()[-1]
        self.kept.write_text(text.removesuffix(f"{last}\n") + "x" * len(last) + "\n")
        try:
            return "xxx\n" in self(*(words or PROMPT_LINE), **environ)
        finally:
            self.kept.write_text(text)


@pytest.fixture
def shell(home: Path) -> Shell:
    return Shell(home)


def test_the_kept_line_is_that_of_the_command(shell: Shell) -> None:
    shell("done", "hf.0.1")
    first = shell("status", "--line")
    assert first == "LLM 0.3%\n"
    assert shell.is_repeated()
    assert shell("status", "--line") == first


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("done hf.1 --yes", "LLM 3.7%\n"),
        ("undo", "LLM 0%\n"),
        ("config hours 1", "LLM 0.3% · 30 min of 1 h\n"),
    ],
)
def test_every_change_is_seen(shell: Shell, line: str, expected: str) -> None:
    shell("done", "hf.0.1")
    shell("status", "--line")
    shell(*line.split())
    assert not shell.is_repeated()
    assert shell("status", "--line", LANG="C.UTF-8") == expected
    assert shell.is_repeated()


def test_the_environment_and_the_clock_count(shell: Shell, tmp_path: Path) -> None:
    shell("done", "hf.0.1")
    shell("status", "--line")
    assert not shell.is_repeated(LLMROADMAP_LANG="zh")
    shell("status", "--line")
    assert not shell.is_repeated(TZ="Pacific/Kiritimati")
    shell("status", "--line")
    assert not shell.is_repeated(LLMROADMAP_NOW="2099-01-01T00:00:00+00:00")
    rows = shell.kept.read_text().split("\n")
    shell.kept.write_text("\n".join([*rows[:3], rows[2], *rows[4:]]))  # the day is over
    assert not shell.is_repeated()


@pytest.mark.skipif(sys.platform == "win32", reason="the encoding is no matter of the locale")
def test_the_encoding_counts(shell: Shell) -> None:
    shell("config", "language", "zh")
    shell("done", "hf.0.1")
    environ = {"LANG": "", "PYTHONIOENCODING": "", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    assert shell("status", "--line", **environ, LC_CTYPE="C.UTF-8")
    assert shell.is_repeated(**environ, LC_CTYPE="C.UTF-8")
    assert not shell.is_repeated(**environ, LC_CTYPE="C")


@pytest.mark.parametrize("option", [["--lang", "zh"], ["--roadmap", "llm"], ["--json"], ["-q"]])
def test_an_answer_to_another_line_is_not_kept(shell: Shell, option: list[str]) -> None:
    shell("config", "hours", "3")
    shell("done", "hf.0.1")
    shell(*option, "status", "--line")
    assert not shell.kept.exists()
    assert "of 3 h" in shell("status", "--line")


@pytest.mark.parametrize("name", ["_settings", "_now", "Workspace"])
def test_what_changes_while_it_is_read_is_seen(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    environ = {"LLMROADMAP_HOME": str(home), "LANG": "C.UTF-8", "HOME": str(home)}
    real = getattr(cli, name)

    def then_changed(*arguments: Any) -> Any:
        read = real(*arguments)
        (home / "config").mkdir(parents=True, exist_ok=True)
        (home / "config" / "config.json").write_text('{"hours": 1.0}')
        return read

    assert cli.main([*PROMPT_LINE], environ, io.StringIO(), io.StringIO()) == 0
    assert last_answer(environ) is not None
    monkeypatch.setattr(cli, name, then_changed)
    (home / "cache" / "status-line").unlink()
    assert cli.main([*PROMPT_LINE], environ, io.StringIO(), io.StringIO()) == 0
    assert last_answer(environ) is None


def test_an_own_roadmap_in_its_place_is_seen(shell: Shell, home: Path) -> None:
    shell("done", "hf.0.1")
    shell("status", "--line")
    own = home / "config" / "roadmaps" / "llm.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(
        "format: 1\nid: llm\ntitle: Mine\nstages:\n  - id: s\n    title: S\n    items: "
        "[{id: hf, title: H, items: [{id: 0, title: N, items: [{id: 1, title: One}]}]}]\n"
    )
    assert shell("status", "--line").startswith("LLM 100%")


@pytest.mark.parametrize("kept", ["", "x", "llmroadmap\n\n\n\n", "\x00" * 50])
def test_a_damaged_line_is_not_used(shell: Shell, kept: str) -> None:
    line = shell("status", "--line")
    shell.kept.write_text(kept)
    assert shell("status", "--line") == line


def test_the_short_way_imports_nothing_slow(shell: Shell) -> None:
    shell("status", "--line")
    ran = shell.run("-X", "importtime", "-m", "llmroadmap", "status", "--line")
    imported = {row.rpartition("|")[2].strip() for row in ran.stderr.splitlines()}
    assert "llmroadmap.prompt_line" in imported
    assert not imported & {"typer", "dataclasses", "json", "re", "typing", "datetime", "rich"}
    ours = {name for name in imported if name.startswith("llmroadmap.")}
    assert ours == {"llmroadmap.filesystem", "llmroadmap.prompt_line"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the folder is not known")
@pytest.mark.parametrize("caches", ["", "/tmp/caches", " "])
def test_the_file_is_in_the_cache_folder(monkeypatch: pytest.MonkeyPatch, caches: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", caches)
    monkeypatch.delenv("LLMROADMAP_HOME", raising=False)
    assert os.path.dirname(_path(os.environ, PROMPT_LINE)) == locate(os.environ).cache


TAB = ("--complete", "--", "done", "hf.1.")


@pytest.fixture
def tab(shell: Shell) -> Shell:
    shell.kept = shell.kept.with_name("tab")
    return shell


def test_a_second_tab_repeats_what_the_first_one_offered(tab: Shell) -> None:
    offered = tab(*TAB)
    assert offered.startswith("hf.1.1\t")
    assert tab.is_repeated(*TAB)
    assert tab(*TAB) == offered
    assert not tab.is_repeated(*TAB, LLMROADMAP_LANG="zh")


@pytest.mark.parametrize(
    "line", ["done hf.1.1", "skip hf.1.2", "mute hf.1.3", "config language zh"]
)
def test_tab_sees_every_change(tab: Shell, line: str) -> None:
    tab(*TAB)
    tab(*line.split())
    assert not tab.is_repeated(*TAB)
    assert tab(*TAB) == tab(*TAB[:2], "--json", *TAB[2:])


def test_tab_in_another_place_of_the_line_is_another_question(tab: Shell) -> None:
    tab(*TAB)
    assert tab("--complete", "--", "done", "hf.2.").startswith("hf.2.1\t")
    assert not tab.is_repeated(*TAB)
    assert tab("--complete", "--", "").startswith("today\t")
    assert tab.is_repeated("--complete", "--", "")


@pytest.mark.parametrize(
    "words", [["--roadmap", "llm", "done", ""], ["use", ""], ["next", "--tag", ""]]
)
def test_what_hangs_on_more_files_is_not_kept(tab: Shell, words: list[str]) -> None:
    tab("--complete", "--", *words)
    assert not tab.kept.exists()

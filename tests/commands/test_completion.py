"""completion: where the scripts go, what is asked, and that nothing of others is touched."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from conftest import Ran, Run, Stream
from llmroadmap.cli import main
from llmroadmap.storage import completion_scripts
from llmroadmap.storage.completion_scripts import SHELLS, script, source_line

LINE = "# llmroadmap completion"


@pytest.fixture
def person(tmp_path: Path) -> Path:
    """The home folder of somebody."""
    folder = tmp_path / "person"
    folder.mkdir()
    return folder


@pytest.fixture
def complete(run: Run, person: Path, monkeypatch: pytest.MonkeyPatch):
    """Run `completion …` for that person, whose bash does not look for completions by itself."""
    monkeypatch.setattr(completion_scripts, "_BASH_COMPLETION", ())

    def run_line(line: str, **environ: str) -> Ran:
        return run(f"completion {line}", HOME=str(person), **environ)

    return run_line


PLACES = {
    "bash": ".local/share/bash-completion/completions/llmroadmap",
    "zsh": ".local/share/zsh/site-functions/_llmroadmap",
    "fish": ".config/fish/completions/llmroadmap.fish",
}
START_FILES = {"bash": ".bashrc", "zsh": ".zshrc"}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_as_it_is(complete, shell: str) -> None:
    assert complete(shell).out.encode() == script(shell)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_installed_and_removed(complete, person: Path, shell: str) -> None:
    answer = complete(f"install --shell {shell}")
    assert answer.status == 0
    path = person / PLACES[shell]
    assert str(path) in answer.out
    assert f"llmroadmap completion uninstall --shell {shell}" in answer.out
    assert path.read_bytes() == script(shell)
    assert path.stat().st_mode & 0o777 == 0o644
    # Nobody was asked, so no start-up file was touched: the line to add is named instead.
    assert not (person / START_FILES.get(shell, ".none")).exists()
    assert (LINE in answer.out) is (shell != "fish")
    assert "Already installed" in complete(f"install --shell {shell}").out
    assert complete(f"uninstall --shell {shell}").status == 0
    assert not path.exists()
    assert "Completion is not installed" in complete(f"uninstall --shell {shell}").out


@pytest.mark.parametrize(("shell", "name"), START_FILES.items())
@pytest.mark.parametrize("before", [b"", b"alias x=y\n", b"no end of line", b"\xff\xfe\r\n"])
def test_a_start_up_file_gets_one_line_and_loses_it_again(
    complete, person: Path, shell: str, name: str, before: bytes
) -> None:
    start = person / name
    start.write_bytes(before)
    start.chmod(0o600)
    for _ in range(2):
        complete(f"install --shell {shell} --yes")
        text = start.read_bytes()
        assert text.startswith(before)
        assert text.count(LINE.encode()) == 1
        assert start.stat().st_mode & 0o777 == 0o600
    complete(f"uninstall --shell {shell}")
    assert start.read_bytes().rstrip(b"\n") == before.rstrip(b"\n")


def test_a_start_up_file_that_is_a_link_stays_one(complete, person: Path) -> None:
    (person / "dotfiles").mkdir()
    real = person / "dotfiles" / "zshrc"
    real.write_text("setopt beep\n")
    (person / ".zshrc").symlink_to(real)
    complete("install --shell zsh --yes")
    assert (person / ".zshrc").is_symlink()
    assert LINE in real.read_text()


@pytest.mark.parametrize("shell", SHELLS)
def test_a_file_that_is_not_ours_is_left_alone(complete, person: Path, shell: str) -> None:
    path = person / PLACES[shell]
    path.parent.mkdir(parents=True)
    path.write_text("# somebody else's\n")
    for what in ("install --yes", "uninstall"):
        answer = complete(f"{what} --shell {shell} --json")
        assert answer.status == 1
        assert answer.error["code"] == "foreign-file"
    assert path.read_text() == "# somebody else's\n"
    assert not (person / START_FILES.get(shell, ".none")).exists()


def test_an_older_script_of_ours_is_replaced(complete, person: Path) -> None:
    path = person / PLACES["fish"]
    path.parent.mkdir(parents=True)
    path.write_text("# llmroadmap completion for fish, of old\n")
    assert "Written" in complete("install --shell fish").out
    assert path.read_bytes() == script("fish")


def test_the_shell_in_use_is_meant(complete) -> None:
    assert complete("install --json", SHELL="/usr/bin/fish").data["shell"] == "fish"
    assert complete("install --json", SHELL="/bin/tcsh").error["code"] == "needs-choice"
    assert complete("install --json", SHELL="").status == 2
    assert complete("install --shell tcsh").status == 2
    assert complete("nonsense").status == 2


def test_without_a_home_nothing_is_written_anywhere(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "real"
    monkeypatch.setenv("HOME", str(real))
    for shell in SHELLS:
        assert run(f"completion install --shell {shell} --json").error["code"] == "no-home"
    assert not real.exists()


def test_the_folders_that_a_person_chose_are_used(complete, tmp_path: Path) -> None:
    chosen = tmp_path / "chosen"
    variables = {"XDG_DATA_HOME": str(chosen), "XDG_CONFIG_HOME": str(chosen)}
    for shell, end in {
        "bash": "bash-completion/completions/llmroadmap",
        "zsh": "zsh/site-functions/_llmroadmap",
        "fish": "fish/completions/llmroadmap.fish",
    }.items():
        complete(f"install --shell {shell}", **variables)
        assert (chosen / end).exists()
    complete("install --shell zsh --yes", ZDOTDIR=str(chosen))
    assert (chosen / ".zshrc").exists()


def test_bash_that_looks_for_completions_itself_needs_no_line(
    complete, person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(completion_scripts, "_BASH_COMPLETION", (os.devnull,))
    answer = complete("install --shell bash --yes --json").data
    assert answer["start_file"] == ""
    assert answer["changed"] == [str(person / PLACES["bash"])]


def test_in_chinese(complete) -> None:
    answer = complete("install --shell zsh --lang zh")
    assert "已写入" in answer.out
    assert "撤销" in answer.out


@pytest.mark.skipif(not shutil.which("sh"), reason="no sh")
def test_the_line_holds_any_path(tmp_path: Path) -> None:
    import subprocess

    path = tmp_path / "it's $(touch pwned) here"
    path.write_text("echo read\n")
    done = subprocess.run(
        ["sh", "-c", source_line(str(path))], cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout == b"read\n"
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize("answer", ["n", "", "what?"])
def test_a_no_leaves_nothing_behind(terminal: Run, person: Path, answer: str) -> None:
    (person / ".zshrc").write_text("setopt beep\n")
    ran = terminal("completion install --shell zsh", answer=answer, HOME=str(person))
    assert ran.status == 1
    assert "[y/N]" in ran.err
    assert "Nothing was changed" in ran.err
    assert [path.name for path in person.rglob("*")] == [".zshrc"]
    assert (person / ".zshrc").read_text() == "setopt beep\n"
    assert terminal("completion install --shell zsh", answer="y", HOME=str(person)).status == 0
    assert LINE in (person / ".zshrc").read_text()


def test_ctrl_c_leaves_nothing_behind(
    terminal: Run, person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(Stream):
        def readline(self, size: int | None = -1, /) -> str:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Interrupted(is_terminal=True))
    out, err = Stream(is_terminal=True), Stream(is_terminal=True)
    home = {"HOME": str(person), "LLMROADMAP_HOME": str(person.parent / "home"), "TERM": "xterm"}
    assert main(["completion", "install", "--shell", "zsh"], home, out, err) == 130
    assert "[y/N]" in err.getvalue()
    assert [*person.rglob("*")] == []


@pytest.mark.parametrize("shell", SHELLS)
def test_folders_that_were_made_go_again(complete, person: Path, shell: str) -> None:
    complete(f"install --shell {shell}")
    complete(f"uninstall --shell {shell}")
    # What other programs keep their things in stays, empty or not.
    left = [path.name for path in person.rglob("*")]
    assert left == ([".config"] if shell == "fish" else [".local", "share"])


@pytest.mark.parametrize("shell", SHELLS)
def test_folders_with_anything_in_them_stay(complete, person: Path, shell: str) -> None:
    other = (person / PLACES[shell]).parent / "other"
    other.parent.mkdir(parents=True)
    other.write_text("of somebody else")
    complete(f"install --shell {shell}")
    complete(f"uninstall --shell {shell}")
    assert [*other.parent.iterdir()] == [other]

"""status --line in the reader's own words, and as bars take it; the snippets of docs/prompt.md run."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from conftest import Run

PAGE = (Path(__file__).parents[2] / "docs" / "prompt.md").read_text("utf-8")


def test_the_words_that_were_asked_for(run: Run) -> None:
    run("done hf.0.1")
    ran = run(
        ["status", "--line", "--format", "{percent}% {id} {title} ({minutes}) {done}/{total}"]
    )
    total = run("status --json").data["total"]
    assert ran.out == f"0.3% hf.1.1 Introduction (10 min) 1/{total}\n"
    assert run(["status", "--format", "{roadmap}"]).out == "LLM\n"
    assert run(["status", "--format", "{week} · {weeks}", "--lang", "zh"]).out == "30 分钟 · 0\n"


def test_every_placeholder_of_the_page_is_one(run: Run) -> None:
    named = set(re.findall(r"`\{(\w+)\}`", PAGE))
    from llmroadmap.declaration import LineFormat

    assert named == set(LineFormat.PLACEHOLDERS)
    for name in named:
        assert run(["status", "--format", f"<{{{name}}}>"]).out.startswith("<")


@pytest.mark.parametrize("format", ["{nonsense}", "{", "{0}", "{percent.real}", "{percent:d}"])
def test_what_nothing_fills_is_refused(run: Run, format: str) -> None:
    error = run(["status", "--format", format, "--json"]).error
    assert (error["code"], error["option"]) == ("invalid-option", "--format")


def test_waybar(run: Run) -> None:
    run("start hf.0.1")
    shown = json.loads(run("status --waybar").out)
    assert shown["class"] == "started" and shown["percentage"] == 0
    assert shown["tooltip"].endswith("\nhf.0.1  Introduction")
    assert json.loads(run(["status", "--waybar", "--format", "{id}"]).out)["text"] == "hf.0.1"


def snippet(language: str) -> str:
    return PAGE.partition(f"```{language}\n")[2].partition("\n```")[0]


def test_the_snippets_run(home: Path, run: Run, tmp_path: Path) -> None:
    run("done hf.0.1")
    program = tmp_path / "bin" / "llmroadmap"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m llmroadmap "$@"\n')
    program.chmod(0o755)
    environ = {
        "PATH": f"{program.parent}:/usr/bin:/bin",
        "LLMROADMAP_HOME": str(home),
        "LLMROADMAP_LANG": "en",
    }

    def shown(line: str) -> str:
        return subprocess.run(
            ["sh", "-c", line], env=environ, capture_output=True, text=True, check=True
        ).stdout.strip()

    starship = tomllib.loads(snippet("toml"))["custom"]["llmroadmap"]
    assert shown(starship["command"]).startswith("LLM 0.3%")
    waybar = json.loads(f"{{{snippet('json')}}}")["custom/llmroadmap"]
    assert json.loads(shown(waybar["exec"]))["percentage"] == 0
    inside = re.search(r'#\((.*)\)"', snippet("tmux"))[1]
    assert shown(inside.replace("%%", "%")) == "0.3% hf.1.1"
    if shutil.which("tmux"):
        conf = tmp_path / "tmux.conf"
        conf.write_text(snippet("tmux") + "\n")
        tmux = ["tmux", "-f", str(conf), "-L", f"t{tmp_path.name}"]
        subprocess.run([*tmux, "new-session", "-d"], env={**environ, "TERM": "xterm"}, check=True)
        line = subprocess.run(
            [*tmux, "show", "-gv", "status-right"], capture_output=True, text=True, check=True
        )
        subprocess.run([*tmux, "kill-server"], check=True)
        assert "llmroadmap status --line" in line.stdout

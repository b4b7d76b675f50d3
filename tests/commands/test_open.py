import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SMALL, Run
from llmroadmap.core.model.addresses import is_web_address


def test_print_gives_the_bare_address(small: Run) -> None:
    assert small("open a.1 --print").out == "https://example.org/a/1\n"


def test_without_an_item_it_is_what_next_puts_first(small: Run) -> None:
    assert small("open --print --json").data["id"] == "a.1"


@pytest.mark.parametrize(
    ("lang", "url"),
    [
        ("en", "https://huggingface.co/learn/llm-course/chapter3/2"),
        ("zh", "https://huggingface.co/learn/llm-course/zh-CN/chapter3/2"),
    ],
)
def test_the_readers_language_comes_first(run: Run, lang: str, url: str) -> None:
    links = run(f"open hf.3.2 --print --lang {lang} --json").data["links"]
    assert [link["url"].split("?")[0] for link in links] == [url]
    every = run(f"open hf.3.2 --print --all --lang {lang}").out.split()
    assert len(every) > 1 and every[0] == links[0]["url"]
    second = run(f"open hf.3.2 --print --link 2 --lang {lang}").out.split()
    assert second == every[1:2]


def test_an_item_without_a_link_has_its_groups(run: Run) -> None:
    data = run("open papers.attention.skim --print --json").data
    assert data["of"]["id"] == "papers.attention"
    assert data["links"]


def test_no_link_anywhere(small: Run) -> None:
    ran = small("open b.1 --json")
    assert (ran.status, ran.error["code"], ran.error["item"]) == (1, "no-link", "b.1")


def test_pick_asks_nobody_who_cannot_answer(run: Run) -> None:
    ran = run("open hf.3.2 --pick --json")
    assert (ran.status, ran.error["code"]) == (2, "needs-choice")
    assert len(ran.error["choices"]) > 1
    shown = run("open hf.3.2 --pick")
    assert "--link" in shown.err
    assert "1 https://huggingface.co/" in shown.err


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("open hf.3.2 --all --link 1", "usage"),
        ("open hf.3.2 --link 99", "invalid-option"),
        ("open hf.3.2 --link x", "invalid-option"),
        ("open nothing.such", "unknown-item"),
    ],
)
def test_what_it_does_not_take(run: Run, line: str, code: str) -> None:
    ran = run(f"{line} --json")
    assert (ran.status, ran.error["code"]) == (2, code)


def test_only_the_web_is_opened() -> None:
    for url in (
        "file:///etc/passwd", "javascript:alert(1)", "ftp://example.org/a", "http://", "--help",
        "https://example.org/ a", "https://example.org/\x1b[31m", "",
    ):  # fmt: skip
        assert not is_web_address(url), url
    assert is_web_address("https://example.org/注意力")


def opened(tmp_path: Path, line: list[str], **environ: str) -> subprocess.CompletedProcess[str]:
    surroundings = {
        **os.environ,
        "LLMROADMAP_HOME": str(tmp_path / "home"),
        "LLMROADMAP_LANG": "en",
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
        **environ,
    }
    return subprocess.run(
        [sys.executable, "-m", "llmroadmap", *line, "--roadmap", str(SMALL)],
        env=surroundings, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for the browser")
def test_a_real_browser_gets_the_address_and_writes_nothing_into_the_answer(tmp_path: Path) -> None:
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {seen}\necho noise\n')
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    ran = opened(tmp_path, ["open", "a.1", "--json"], BROWSER=f"{browser} %s")
    assert seen.read_text() == "https://example.org/a/1"
    data = json.loads(ran.stdout)["data"]
    assert data["opened"] is True and data["id"] == "a.1"
    ran = opened(tmp_path, ["open", "a.1"], BROWSER=f"{browser} %s")
    assert "a.1" in ran.stdout and "noise" not in ran.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there is always a browser")
def test_without_a_browser_the_error_gives_the_address(tmp_path: Path) -> None:
    ran = opened(tmp_path, ["open", "a.1"], BROWSER="", PATH=str(tmp_path))
    assert ran.returncode == 1
    assert "https://example.org/a/1" in ran.stderr


def test_at_the_end_there_is_nothing_to_open_by_itself(small: Run) -> None:
    small("done a b c --yes")
    small("done a.x")
    assert small("open --print --json").error["code"] == "usage"


def test_the_link_that_opens_in_the_readers_region_comes_first(run: Run) -> None:
    usual, there = "huggingface.co/learn/llm-course/zh-CN/", "github.com/huggingface/course/"
    first = ["open", "hf.1.3", "--print", "--lang", "zh"]
    assert usual in run(first).out
    assert there in run(first, LANG="zh_CN.UTF-8").out
    run("config region none")
    assert usual in run(first, LANG="zh_CN.UTF-8").out
    run("config region cn")
    assert there in run(first).out
    assert there in run("next -n 1 --json --lang zh").data["steps"][0]["links"][0]["url"]
    assert there in run("show hf.1.3 --json --lang zh").data["links"][0]["url"]

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from typing_session import TypingSession


def test_a_started_step_is_in_progress_and_comes_first(small: Run) -> None:
    answer = small("start b.1 --json").data
    assert [(step["id"], step["state"]) for step in answer["changed"]] == [("b.1", "started")]
    first = small("next --json").data["steps"][0]
    assert (first["id"], first["reason"]["code"]) == ("b.1", "continue")


def test_without_a_name_it_is_what_next_puts_first(small: Run) -> None:
    assert [step["id"] for step in small("start --json").data["changed"]] == ["a.1"]
    again = small("start --json").data  # its clock runs: nothing to do
    assert (again["changed"], [step["id"] for step in again["unchanged"]]) == ([], ["a.1"])
    small("done")
    first = small("next --json").data["steps"][0]["id"]
    assert [step["id"] for step in small("start --json").data["changed"]] == [first]


def test_without_a_name_a_stopped_step_is_gone_on_with(small: Run) -> None:
    small("start a.1")
    small("stop", LLMROADMAP_NOW="2026-11-24T20:30:00+08:00")
    small("start", LLMROADMAP_NOW="2026-11-25T20:00:00+08:00")
    done = small("done --json", LLMROADMAP_NOW="2026-11-25T20:15:00+08:00").data
    assert done["took"] == {"a.1": 15}


def test_a_group_is_not_started_but_its_first_step_is_named(small: Run) -> None:
    answer = small("start a --json")
    assert answer.status == 2
    assert (answer.error["code"], answer.error["first"]) == ("group-given", "a.1")


def test_what_is_done_stays_done(small: Run) -> None:
    small("done a.1")
    answer = small("start a.1 --json").data
    assert answer["changed"] == []
    assert [(step["id"], step["state"]) for step in answer["unchanged"]] == [("a.1", "done")]


def test_done_knows_how_long_it_took(small: Run) -> None:
    small("start a.1", LLMROADMAP_NOW="2026-11-24T19:00:00+08:00")
    answer = small("done a.1 --json", LLMROADMAP_NOW="2026-11-24T19:42:10+08:00").data
    assert answer["took"] == {"a.1": 42}


def test_a_step_left_for_days_has_no_time(small: Run) -> None:
    small("start a.1", LLMROADMAP_NOW="2026-11-20T19:00:00+08:00")
    assert small("done a.1 --json").data["took"] == {}


def test_without_a_terminal_the_clock_just_runs(small: Run) -> None:
    data = small("start a.1 --for 25m --json", LLMROADMAP_NOW="2026-11-24T19:00:00+08:00").data
    assert data["counted_minutes"] is None
    assert small("stop --json", LLMROADMAP_NOW="2026-11-24T19:20:00+08:00").data["minutes"] == 20


def test_a_clock_begins_anew(small: Run) -> None:
    small("start a.1", LLMROADMAP_NOW="2026-11-23T19:00:00+08:00")
    small("start a.1 --for 25m", LLMROADMAP_NOW="2026-11-24T19:00:00+08:00")
    assert small("stop --json", LLMROADMAP_NOW="2026-11-24T19:20:00+08:00").data["minutes"] == 20


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_countdown_that_is_interrupted_asks_what_to_count(home: Path) -> None:
    environ = {**os.environ, "LLMROADMAP_HOME": str(home), "LLMROADMAP_LANG": "en", "TERM": "xterm"}
    environ.pop("LLMROADMAP_NOW", None)
    words = [sys.executable, "-m", "llmroadmap", "start", "hf.0.1", "--for", "25m"]
    with TypingSession(words, environ) as typed:
        typed.expect("24:5[0-9] left")
        typed.type("\x03")
        typed.expect("0 min counted")
    shown = subprocess.run(
        [sys.executable, "-m", "llmroadmap", "show", "hf.0.1", "--json"],
        env=environ, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(shown.stdout)["data"]["state"] == "started"


def test_the_word_of_the_screen_names_the_step_that_next_puts_first(terminal, run: Run) -> None:
    first = run("next -n 1 --json").data["steps"][0]["id"]
    assert run("start next").status == 2  # Nobody can say that it is meant.
    for word, command in (("下一步", "start"), ("next", "done")):
        said = terminal([command, word], answer="y")
        assert first in said.err + said.out
    assert run(f"show {first} --json").data["state"] == "done"

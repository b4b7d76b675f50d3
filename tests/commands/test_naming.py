"""Naming items on the command line: what is taken, asked and refused, and what is said."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from conftest import NOW, Run

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals", allow_module_level=True)

from typing_session import TypingSession


@pytest.fixture
def terminal(home: Path):
    """Run a line in a terminal: `terminal("done", "lora")`."""

    def start(*words: str, lang: str = "en", width: int = 80) -> TypingSession:
        environ = {
            **os.environ,
            "LLMROADMAP_HOME": str(home),
            "LLMROADMAP_NOW": NOW,
            "LLMROADMAP_LANG": lang,
            "TERM": "xterm-256color",
            "NO_COLOR": "1",
            "PYTHONUTF8": "1",
        }
        return TypingSession([sys.executable, "-m", "llmroadmap", *words], environ, width)

    return start


def finished(run: Run) -> list[str]:
    steps = run("list --done --json").data["steps"]
    return [step["id"] for step in steps]


def test_words_tick_the_step_and_the_answer_says_which(run: Run) -> None:
    answer = run(["done", "low-rank adaptation"])
    assert answer.status == 0
    assert "hf.11.4  LoRA (Low-Rank Adaptation)" in answer.out


def test_chinese_words(run: Run) -> None:
    assert [step["id"] for step in run("done 顿悟 --json").data["finished"]] == ["hf.12.3"]


@pytest.mark.parametrize("line", ["show atention", "list atention", "status atention"])
def test_reading_takes_a_close_match(run: Run, line: str) -> None:
    answer = run(line)
    assert answer.status == 0
    assert answer.out.startswith("There is no “atention”; the closest is papers.attention ")
    assert json.loads(run(f"{line} --json").out)["guessed"] == [
        {"name": "atention", "id": "papers.attention"}
    ]
    certain = line.replace("atention", "papers.attention")
    assert "guessed" not in json.loads(run(f"{certain} --json").out)


@pytest.mark.parametrize("verb", ["done", "start", "skip", "reopen"])
def test_changing_does_not(run: Run, verb: str) -> None:
    answer = run(f"{verb} hufmann --json")
    assert answer.status == 2
    assert answer.error["code"] == "unknown-item"
    assert ("cs106b.a9", "Huffman Coding") in [
        (each["id"], each["title"]) for each in answer.error["closest"]
    ]
    assert finished(run) == []


def test_several_are_named(run: Run) -> None:
    answer = run("done lora")
    assert answer.status == 2
    assert answer.out == ""
    assert "hf.11.4  LoRA (Low-Rank Adaptation) · Fine-tune Large Language Models\n" in answer.err
    assert "bili.21" in answer.err
    error = run("done lora --json").error
    assert error["code"] == "ambiguous-item"
    assert [each["id"] for each in error["candidates"]] == ["hf.11.4", "bili.21"]
    assert error["count"] == 2
    assert "closest" not in error


def test_guesses_of_one_title_say_where_they_stand(run: Run) -> None:
    said = run("done intrduction").err
    assert "hf.1.1   Introduction · Transformer models\n" in said
    assert "hf.2.1   Introduction · Using 🤗 Transformers\n" in said
    assert " Huffman Coding\n" in run("done hufmann").err  # no other is called so


def test_words_without_quotes_are_shown_with_them(run: Run) -> None:
    answer = run("done scaling laws paper")
    assert answer.status == 2
    assert 'llmroadmap done "scaling laws paper"' in answer.err
    assert run("done scaling laws paper --json").error["together"] == "scaling laws paper"
    assert finished(run) == []


def test_words_with_signs_of_the_shell_are_quoted_for_it(small: Run) -> None:
    answer = small(["done", "what", "attention", "`is`"])
    assert "llmroadmap done 'what attention `is`'" in answer.err


def test_words_that_name_one_item_together_are_confirmed(terminal, run: Run) -> None:
    with terminal("done", "scaling", "laws", "paper") as session:
        assert "cs324.scaling-laws.paper" in session.expect("Is it this one.*")
        session.type("y\n")
        session.rest()
    assert finished(run) == ["cs324.scaling-laws.paper"]


@pytest.mark.parametrize("verb", ["show", "list", "status", "log", "notes"])
def test_words_of_one_name_to_read(run: Run, verb: str) -> None:
    assert run(f"{verb} scaling laws paper --json").status == 0
    assert run(f"{verb} hf.3.2 hf.3.3").status == 2


def test_all_or_none(run: Run) -> None:
    assert run("done hf.0.1 xyzzy").status == 2
    assert finished(run) == []


def test_the_step_in_progress(run: Run) -> None:
    assert run("done .").status == 2
    run("start hf.3.2")
    assert [step["id"] for step in run("done . --json").data["finished"]] == ["hf.3.2"]
    run("start hf.3.3 hf.3.4")
    assert run("done . --json").error["code"] == "ambiguous-item"


def test_numbers_need_a_list_shown_in_this_terminal(run: Run) -> None:
    answer = run("done @1")
    assert answer.status == 2
    assert "no list was shown" in answer.err


def test_a_habit_by_words(run: Run) -> None:
    data = run(["checkin", "abstract accepted", "--json"]).data
    assert [habit["id"] for habit in data["checked_in"]] == ["radar.weekly"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_damaged_cache_changes_nothing(run: Run, home: Path, lang: str) -> None:
    run("next")
    for path in (home / "cache").iterdir():
        data = bytearray(path.read_bytes())
        data[-100:] = b"?" * 100
        path.write_bytes(data)
    assert run(["show", "huffman", "--lang", lang]).status == 0


def test_one_of_several_is_picked_by_number(terminal, run: Run) -> None:
    with terminal("done", "lora") as session:
        screen = session.expect("Which one.*")
        assert "1 hf.11.4  LoRA (Low-Rank Adaptation)" in screen
        assert "2 bili.21  LoRA: principles and practice" in screen
        session.type("2\n")
        session.rest()
    assert finished(run) == ["bili.21"]


@pytest.mark.parametrize("answer", ["\n", "0\n\n", "3\n\n", "x\n\n", "\x04"])
def test_none_of_several_is_picked(terminal, run: Run, answer: str) -> None:
    with terminal("done", "lora") as session:
        session.expect("Which one.*")
        session.type(answer)
        assert "Nothing was changed" in session.rest()
    assert finished(run) == []


@pytest.mark.parametrize(("answer", "done"), [("y\n", ["hf.11.4"]), ("\n", []), ("n\n", [])])
def test_a_guess_is_confirmed_before_a_change(terminal, run: Run, answer: str, done) -> None:
    with terminal("done", "low-rank adaptatoin") as session:
        assert "hf.11.4" in session.expect("Is it this one.*")
        session.type(answer)
        session.rest()
    assert finished(run) == done


def test_picking_in_chinese_at_40_columns(terminal) -> None:
    with terminal("show", "lora", lang="zh", width=40) as session:
        assert "bili.21  LoRA 原理与实战" in session.expect("选哪一项")
        session.type("1\n")
        assert "hf.11.4" in session.rest()


def test_json_asks_nothing(terminal) -> None:
    with terminal("done", "lora", "--json") as session:
        assert '"ambiguous-item"' in session.rest()


@pytest.fixture
def shell(home: Path):
    """Run lines of a shell in one terminal: `shell("next; done @2")` with `llmroadmap` left out."""

    def start(script: str, width: int = 80) -> str:
        environ = {
            **os.environ,
            "LLMROADMAP_HOME": str(home),
            "LLMROADMAP_NOW": NOW,
            "LLMROADMAP_LANG": "en",
            "TERM": "xterm-256color",
            "NO_COLOR": "1",
            "ME": f"{sys.executable} -m llmroadmap",
        }
        lines = "; ".join(f"$ME {each.strip()}" for each in script.split(";"))
        with TypingSession(["sh", "-c", lines], environ, width) as session:
            return session.rest()

    return start


def test_a_number_is_what_was_shown_under_it(shell, run: Run) -> None:
    screen = shell("next; done @1 @2")
    assert "hf.0.1  Introduction  @1" in screen
    assert "hf.1.1  Introduction  @2" in screen
    assert finished(run) == ["hf.0.1", "hf.1.1"]


@pytest.mark.parametrize("change", ["done @1", "done hf.0.1; undo", "use llm", "done @1 | cat"])
def test_numbers_are_those_of_what_was_shown_last(shell, run: Run, change: str) -> None:
    screen = shell(f"next; {change}; done @2")
    assert "There is no @2" in screen or "no list was shown" in screen
    assert "hf.1.1" not in finished(run)
    shell(f"next; {change}; next; done @1")
    assert finished(run)


def test_the_next_step_that_a_change_ends_with_is_the_first(shell, run: Run) -> None:
    screen = shell("done hf.0.1; start @1; done .; done @1")
    assert "Next: hf.1.1  Introduction · 10 min  @1" in screen
    assert finished(run) == ["hf.0.1", "hf.1.1", "hf.1.2"]


def test_what_changes_nothing_leaves_the_numbers(shell, run: Run) -> None:
    shell("next; show @1; done xyzzy; done @2")
    assert finished(run) == ["hf.1.1"]


@pytest.mark.parametrize("change", ["start @1", "start @1; stop", "note @1 x"])
def test_what_leaves_the_list_as_it_was_leaves_the_numbers(shell, run: Run, change: str) -> None:
    shell(f"next; {change}; done @2")
    assert finished(run) == ["hf.1.1"]


def test_numbers_are_understood_where_the_answer_is_piped(shell, run: Run) -> None:
    shell("next; done @2 @3 | cat")
    assert finished(run) == ["hf.1.1", "hf.1.2"]


def test_numbers_of_a_list_are_those_of_open_steps(shell, run: Run) -> None:
    run("done hf.3.2 hf.3.4")
    screen = shell("list hf.3; done @2")
    assert re.search(r"hf\.3\.1 +Introduction .*@1", screen)
    (done,) = (line for line in screen.splitlines() if "Processing the data" in line)
    assert "@" not in done
    assert re.search(r"hf\.3\.3 +Fine-tuning a model with the Trainer API .*@2", screen)
    assert finished(run) == ["hf.3.2", "hf.3.3", "hf.3.4"]


def test_what_is_done_has_numbers_where_only_that_is_listed(shell, run: Run) -> None:
    run("done hf.3.2 hf.3.4")
    assert re.search(r"hf\.3\.4 +A full training loop .*@2", shell("list hf.3 --done; reopen @2"))
    assert finished(run) == ["hf.3.2"]


def test_the_last_list_counts_also_where_it_is_empty(shell) -> None:
    screen = shell("next; list hf.3 --done; done @1")
    assert "There is no @1" in screen


def test_nothing_is_kept_of_what_is_not_shown_on_a_terminal(shell, run: Run, home: Path) -> None:
    shell("next | cat; list --json; next -q")
    assert not (home / "cache" / "shown").exists()
    assert "@1" not in run("next").out


def test_another_terminal_has_another_list(shell) -> None:
    shell("next")
    assert "no list was shown" in shell("show @1")


def test_a_list_of_another_roadmap_names_nothing(shell) -> None:
    small = Path(__file__).parents[1] / "small.yaml"
    assert "no list was shown" in shell(f"next; show @1 --roadmap {small}")


def test_a_cache_that_cannot_be_written_is_done_without(shell, home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("a file is in the way")
    screen = shell("next; done @1")
    assert "hf.0.1  Introduction" in screen
    assert "no list was shown" in screen


def test_an_id_that_is_none_is_looked_for_in_its_group(run: Run) -> None:
    error = run("done hf.1.99 --json").error
    assert error["within"] == "hf.1"
    assert error["closest"]
    assert all(each["id"].startswith("hf.1.") for each in error["closest"])
    assert "llmroadmap list hf.1" in error["hint"]
    assert run("list hf.1").status == 0


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("火锅", "llmroadmap find 火锅"),
        ("hot pot", "llmroadmap find hot pot"),
        ("foo.1.2", "llmroadmap list"),
        ("a; b", "llmroadmap list"),
        ("x" * 300, "llmroadmap list"),
    ],
)
def test_an_unknown_name_is_to_be_searched_for(run: Run, typed: str, advice: str) -> None:
    assert run(["done", typed, "--json"]).error["hint"].endswith(f": {advice}")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("verb", ["done", "start", "skip", "reopen"])
def test_a_habit_is_refused_in_words_for_what_was_wanted(run: Run, verb: str, lang: str) -> None:
    error = run(f"{verb} notes1 --json --lang {lang}").error
    others = {
        run(f"{other} notes1 --json --lang {lang}").error["message"]
        for other in ("done", "start", "skip", "reopen")
    }
    assert len(others) == 4
    assert error["code"] == "habit-given"
    assert error["verb"] == verb
    assert "llmroadmap " in error["hint"]

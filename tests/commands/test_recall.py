"""Recall: what is asked, in which order, how often; and that no answer is ever lost."""

import json
import os
import random
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fsrs
import pytest

from conftest import Ran, Run, without_styles
from typing_session import TypingSession

PLAN = """\
format: 1
id: small
title: Small
stages:
  - id: s
    title: S
    items:
      - id: a
        title: A
        items:
          - id: 1
            title: {en: Attention, zh: 注意力}
            links: [{url: https://example.org/attention}]
            recall:
              - question: {en: What is attention?, zh: 注意力是什么？}
                answer: {en: A weighted sum., zh: 加权和。}
              - question: What are its weights?
                answer: A softmax.
          - {id: 2, title: Embeddings}
          - {id: 3, title: Layers}
          - {id: 4, title: Heads}
          - {id: 5, title: Masks}
          - {id: 6, title: A quiz, kind: quiz}
      - {id: b, title: B, needs: [a.1]}
"""
# The steps are done on the first days of October; then it is late November.
LATER = "2026-11-24T20:00:00+08:00"


def on(day: int, month: int = 10) -> str:
    return f"2026-{month:02}-{day:02}T20:00:00+08:00"


@pytest.fixture
def learned(run: Run, tmp_path: Path) -> Run:
    """Run a line on a plan whose steps were finished, one a day, seven weeks ago."""
    path = tmp_path / "small.yaml"
    path.write_text(PLAN, encoding="utf-8")

    def line(text: str, **environ: str) -> object:
        return run(f"{text} --roadmap {path}", **environ)

    for step in range(1, 7):
        line(f"done a.{step}", LLMROADMAP_NOW=on(step))
    return line  # type: ignore[return-value]


@pytest.fixture
def asked(terminal: Run, learned: Run, tmp_path: Path) -> Callable[..., object]:
    """Like `learned`, on a terminal: `asked("recall", answer="\\n3\\n")`."""
    path = tmp_path / "small.yaml"
    return lambda text, **more: terminal(f"{text} --roadmap {path}", **more)


def test_the_least_known_three_are_asked_about(learned: Run) -> None:
    found = learned("recall --json").data
    assert [each["id"] for each in found["questions"]] == ["a.1", "a.2", "a.3"]
    assert found["did"] == "listed"
    assert found["known"] == {"percent": 62, "steps": 5, "to_recall": 3}
    first = found["questions"][0]
    assert (first["question"], first["answer"]) == ("What is attention?", "A weighted sum.")
    assert first["last"] == "2026-10-01"
    assert list(first["next_days"]) == ["1", "2", "3", "4"]
    assert list(first["next_days"].values()) == sorted(first["next_days"].values())


def test_a_question_in_the_readers_language(learned: Run) -> None:
    first = learned("recall --json --lang zh").data["questions"][0]
    assert (first["question"], first["answer"]) == ("注意力是什么？", "加权和。")


def test_each_day_has_its_most(learned: Run) -> None:
    for count, step in ((2, "a.1"), (1, "a.2"), (0, "a.3")):
        answer = learned(f"recall grade {step} 3 --json").data
        assert answer["known"]["to_recall"] == count
    assert learned("recall --json").data["questions"] == []
    tomorrow = learned("recall --json", LLMROADMAP_NOW=on(25, 11)).data
    assert [each["id"] for each in tomorrow["questions"]] == ["a.4", "a.5"]
    learned("config recall_max 4")
    assert [each["id"] for each in learned("recall --json").data["questions"]] == ["a.4"]


def test_after_a_pause_it_is_still_three(learned: Run) -> None:
    later = learned("recall --json", LLMROADMAP_NOW="2028-11-24T20:00:00+08:00").data
    assert len(later["questions"]) == 3


def test_questions_take_turns(learned: Run) -> None:
    learned("recall grade a.1 1")
    again = learned("recall a.1 --json").data["questions"]
    assert [each["question"] for each in again] == ["What are its weights?"]
    learned("recall grade a.1 1")
    assert learned("recall a.1 --json").data["questions"][0]["question"] == "What is attention?"


def test_ones_own_questions_are_asked(learned: Run) -> None:
    learned("note a.2 '问：向量是什么？ 答：一列数'")
    learned("note a.6 'Q: which one was wrong? A: the third'")
    found = learned("recall a --json").data["questions"]
    assert [(each["id"], each["question"]) for each in found[:2]] == [
        ("a.1", "What is attention?"),
        ("a.2", "向量是什么？"),
    ]
    assert learned("recall a.6 --json").data["questions"][0]["answer"] == "the third"


def test_without_a_question_it_is_to_be_said_in_two_sentences(learned: Run) -> None:
    assert "Say in two sentences: Embeddings" in learned("recall").out
    assert "用两句话说说：Embeddings" in learned("recall --lang zh").out


def test_only_what_is_done_is_graded(learned: Run) -> None:
    ran = learned("recall grade b 3 --json")
    assert (ran.status, ran.error["code"], ran.error["item"]) == (2, "not-finished", "b")
    assert learned("recall b --json").error["code"] == "not-finished"
    for wrong in ("recall grade a.1 5", "recall grade a.1 good"):
        assert learned(f"{wrong} --json").error["code"] == "invalid-option"
    for missing in ("recall grade", "recall grade a.1"):
        assert learned(f"{missing} --json").error["code"] == "usage"
    assert learned("log --json").data["entries"][-1]["do"] != "recall"


def test_nothing_is_finished_yet(small: Run) -> None:
    assert small("recall").out == "Nothing to recall yet: finish a step first.\n"
    assert small("recall --json").data["known"] is None


def test_what_was_learned_yesterday_is_not_asked_about(learned: Run) -> None:
    out = learned("recall", LLMROADMAP_NOW=on(7)).out
    assert "Nothing to recall today. Next review: Fri 9 Oct 2026." in out


def test_undo_takes_an_answer_back(learned: Run) -> None:
    before = learned("recall --json").data
    learned("recall grade a.1 4")
    learned("undo")
    assert learned("recall --json").data == before


def test_a_session(asked: Run, learned: Run) -> None:
    ran = asked("recall", answer="\n3\n\n1\n\n4")
    assert ran.status == 0
    said = without_styles(ran.err)
    assert said.index("What is attention?") < said.index("A weighted sum.") < said.index("1-4")
    assert "https://example.org/attention" in said
    out = without_styles(ran.out)
    assert out.count("✓") == 3
    assert "That's all for today." in out
    assert "llmroadmap config recall off" in out  # the first time only
    log = [each["do"] for each in learned("log --json").data["entries"]]
    assert log.count("recall") == 3


def test_a_session_with_skip_undo_and_quit(asked: Run, learned: Run, home: Path) -> None:
    ran = asked("recall", answer="s\n\n9\n2\nu\n\n4\nq")
    assert without_styles(ran.out).count("✓") == 1
    stored = learned("recall a.2 --json").data["questions"][0]
    assert stored["last"] == "2026-11-24"
    assert learned("recall --json").data["known"]["to_recall"] == 2
    grades = [each for each in events_of(home) if each["do"] in ("recall", "undo")]
    assert [each.get("grade", each["do"]) for each in grades] == [2, "undo", 4]


def events_of(home: Path) -> list[dict[str, object]]:
    path = home / "data" / "progress" / "small.json"
    return json.loads(path.read_text(encoding="utf-8"))["events"]


def test_undo_before_the_first_answer_asks_again(asked: Run) -> None:
    said = without_styles(asked("recall", answer="u\nq").err)
    assert said.count("What is attention?") == 2


def test_the_end_of_the_input_ends_it(asked: Run) -> None:
    ran = asked("recall", answer="")
    assert ran.status == 0
    assert "✓" not in ran.out


def test_json_never_asks(asked: Run) -> None:
    ran = asked("recall --json", answer="\n3")
    assert ran.data["did"] == "listed"
    assert ran.err == ""


def test_ones_own_notes_are_shown_with_the_answer(asked: Run, learned: Run) -> None:
    learned("note a.2 'a table of vectors'")
    said = without_styles(asked("recall a.2", answer="\nq").err)
    assert said.index("Say in two sentences") < said.index("a table of vectors")


def test_until_a_day(learned: Run) -> None:
    found = learned("recall --by 2026-12-24 --json").data
    plan = found["by"]
    assert plan["day"] == "2026-12-24"
    assert plan["known_percent"] > plan["without_percent"]
    assert all(len(day["items"]) <= 3 for day in plan["days"])
    assert max(day["day"] for day in plan["days"]) == "2026-12-23"
    assert learned("recall --by 2026-11-24 --json").error["code"] == "invalid-option"
    words = learned("recall --by 2026-12-24").out
    assert words.startswith("On Thu 24 Dec 2026: with 3 a day you will know about ")


# -- in a terminal, and killed ----------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_a_session_that_is_killed_keeps_every_answer(
    learned: Run, home: Path, tmp_path: Path
) -> None:
    environ = {
        **os.environ,
        "LLMROADMAP_HOME": str(home),
        "LLMROADMAP_NOW": LATER,
        "LLMROADMAP_LANG": "en",
        "LLMROADMAP_DEVICE": "test",
        "TERM": "xterm",
    }
    words = [
        sys.executable,
        "-m",
        "llmroadmap",
        "recall",
        "--roadmap",
        str(tmp_path / "small.yaml"),
    ]
    with TypingSession(words, environ) as session:
        for grade in ("3", "1"):
            session.expect("press Enter")
            session.type("\r")
            session.expect("How well")
            session.type(f"{grade}\r")
        session.expect("3/3")
        session.expect("press Enter")
        session.type("\r")
        session.expect("How well")
        # Leaving the block kills it with SIGKILL, in the middle of the third question.
    found = [each["grade"] for each in events_of(home) if each["do"] == "recall"]
    assert found == [3, 1]
    assert learned("recall --json").data["known"]["to_recall"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_ctrl_c_ends_a_session_with_what_was_answered(
    learned: Run, home: Path, tmp_path: Path
) -> None:
    environ = {
        **os.environ,
        "LLMROADMAP_HOME": str(home),
        "LLMROADMAP_NOW": LATER,
        "LLMROADMAP_LANG": "en",
        "TERM": "xterm",
    }
    words = [
        sys.executable,
        "-m",
        "llmroadmap",
        "recall",
        "--roadmap",
        str(tmp_path / "small.yaml"),
    ]
    with TypingSession(words, environ) as session:
        session.expect("press Enter")
        session.type("\r")
        session.expect("How well")
        session.type("2\r")
        session.expect("2/3")
        session.expect("press Enter")
        session.type("\x03")
        shown = session.rest()
    assert "with effort · again in" in shown
    assert "Traceback" not in shown


# -- beside other things ------------------------------------------------------------------------


def test_nothing_is_said_of_it_before_it_is_used(learned: Run) -> None:
    for command in ("today", "status", "stats"):
        assert learned(f"{command} --json").data["recall"] is None
    assert learned("next --json").data["again"] is None
    assert "recall" not in learned("today").out


def test_today_and_status_say_it_once_it_is_used(learned: Run) -> None:
    percent = learned("status --json").data["percent"]
    learned("recall grade a.1 3")
    known = learned("recall --json").data["known"]
    for command in ("today", "status", "stats"):
        assert learned(f"{command} --json").data["recall"] == known
    assert "2 to recall today: llmroadmap recall" in learned("today").out
    assert f"About {known['percent']}% of 5 finished steps" in learned("status").out
    assert learned("status --json").data["percent"] == percent
    learned("config recall off")
    assert learned("today --json").data["recall"] is None
    learned("config recall on")
    learned("undo")
    assert learned("today --json").data["recall"]["to_recall"] == 3


def test_what_was_forgotten_is_offered_again_where_it_is_needed(learned: Run) -> None:
    learned("recall grade a.1 1")
    again = learned("next --json").data["again"]
    assert again == {"id": "a.1", "title": "Attention", "needed_by": "b", "day": "2026-11-24"}
    out = learned("next").out
    assert "Review first: a.1  Attention" in out
    assert "b builds on it, and you had forgotten it on Tue 24 Nov 2026" in out
    learned("recall grade a.1 3")
    assert learned("next --json").data["again"] is None


def test_it_is_proposed_once_after_twenty_steps(run: Run) -> None:
    steps = [f"hf.1.{n}" for n in (1, 2, 3, 4, 5, 6, 8, 9, 10)] + [f"hf.2.{n}" for n in range(1, 9)]
    steps += ["hf.3.1", "hf.3.2"]
    for step in steps:
        assert run(f"done {step} --json").data["try_recall"] is False
    ran = run("done hf.3.3")
    assert "Two minutes a day help you remember them: llmroadmap recall" in ran.out
    assert run("done hf.3.4 --json").data["try_recall"] is False


# -- a year ---------------------------------------------------------------------------------------


def year_plan() -> str:
    steps = "\n".join(f"      - {{id: {n}, title: Step {n}}}" for n in range(346))
    return (
        "format: 1\nid: year\ntitle: A year\nstages:\n  - id: s\n    title: S\n    items:\n"
        f"    - id: c\n      title: C\n      items:\n{steps}\n"
    )


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
def test_a_year_stays_within_the_cap_and_status_is_right_about_it(
    run: Run, tmp_path: Path, seed: int
) -> None:
    """A learner who forgets as FSRS says: what they know is compared with what `status` tells."""
    path = tmp_path / "year.yaml"
    path.write_text(year_plan(), encoding="utf-8")
    chance = random.Random(seed)
    scheduler = fsrs.Scheduler(
        desired_retention=0.8, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    cards: dict[str, fsrs.Card] = {}
    done = 0
    wrong = []
    for day in range(364):
        now = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)

        def line(text: str, now: datetime = now) -> Ran:
            return run(f"{text} --roadmap {path}", LLMROADMAP_NOW=now.isoformat())

        while done < 346 * (day + 1) / 364:
            line(f"-q done c.{done}")
            made = fsrs.Card(card_id=done + 1, due=now)
            cards[f"c.{done}"], _ = scheduler.review_card(made, fsrs.Rating.Good, now)
            done += 1
        asked = line("recall --json").data["questions"]
        assert len(asked) <= 3
        for each in asked:
            card = cards[each["id"]]
            knows = chance.random() < scheduler.get_card_retrievability(card, now)
            grade = chance.choice((2, 3, 3, 4)) if knows else 1
            cards[each["id"]], _ = scheduler.review_card(card, fsrs.Rating(grade), now)
            line(f"-q recall grade {each['id']} {grade}")
        assert line("recall --json").data["questions"] == [] or len(asked) < 3
        if day % 28 == 27:
            real = [scheduler.get_card_retrievability(card, now) for card in cards.values()]
            told = line("status --json").data["recall"]
            assert told["steps"] == len(cards)
            wrong.append(abs(told["percent"] / 100 - sum(real) / len(real)))
    assert max(wrong) <= 0.02


@pytest.mark.parametrize(
    ("day", "lang", "said"),
    [
        ("2026-11-24", "en", "Your 1 finished step is probably still known."),
        ("2026-11-24", "zh", "学过的 1 步，现在应该都还记得。"),
        ("2027-03-24", "en", "The one finished step is still known with a chance of about"),
        ("2027-03-24", "zh", "学过的 1 步，大概还记得"),
    ],
)
def test_one_finished_step_is_said_as_one(run: Run, day: str, lang: str, said: str) -> None:
    run("done hf.1.4")
    run("config recall on")
    assert said in run(f"status --lang {lang}", LLMROADMAP_NOW=f"{day}T20:00:00+08:00").out

"""Memories: the same as py-fsrs and Anki reckon them, and folded from what is in the record."""

import os
import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import fsrs
import pytest

from interop import python_with
from llmroadmap.core.progress.fold import advance, fold
from llmroadmap.core.progress.progress import nothing_yet
from llmroadmap.core.study.fsrs_memory import RETENTION, Fsrs
from llmroadmap.core.study.memory import (
    Memories,
    Memory,
    answered_on,
    asked_about,
    due,
    lapsed,
    memories_of,
    reviews,
)
from trees import event, group, roadmap, step

TODAY = 740_000
Review = tuple[int, int]


def histories(count: int) -> list[list[Review]]:
    """Random histories that end before today: the day and grade of each review."""
    chance = random.Random(21)
    made = []
    for _ in range(count):
        gaps = [
            chance.choice((1, 2, 3, 5, 8, 13, 30, 90, 200)) for _ in range(chance.randint(1, 8))
        ]
        grades = [3, *(chance.choice((1, 2, 3, 3, 4)) for _ in gaps[1:])]
        days = [TODAY - sum(gaps[place:]) for place in range(len(gaps))]
        made.append(list(zip(days, grades, strict=True)))
    return made


def exact(memory: Memory) -> float:
    """The days until the chance is down to what is wanted, before they are rounded."""
    curve = Fsrs().curve
    return memory.stability / curve.factor * (RETENTION ** (1 / curve.decay) - 1)


def test_the_same_as_py_fsrs() -> None:
    ours = Fsrs()
    scheduler = fsrs.Scheduler(
        desired_retention=0.8, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    for history in histories(100):
        card = fsrs.Card(card_id=1)
        begin = datetime(2020, 1, 1, 9, tzinfo=UTC)
        for day, grade in history:
            moment = begin + timedelta(days=day - history[0][0])
            card, _ = scheduler.review_card(card, fsrs.Rating(grade), moment)
        memory = ours.memory(tuple(history))
        assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
        assert memory.due - memory.last == (card.due - card.last_review).days
        later = card.last_review + timedelta(days=17)
        there = scheduler.get_card_retrievability(card, later)
        assert ours.curve.known(memory, memory.last + 17) == pytest.approx(there, abs=1e-12)


def test_an_answer_more_is_the_same_as_all_of_them_again() -> None:
    ours = Fsrs()
    for history in histories(40):
        *before, last = history
        if before:
            after = ours.after(ours.memory(tuple(before)), *last)
            assert after == ours.memory(tuple(history))


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A collection of Anki's with FSRS on, and without its fuzz, which it adds by chance."""
    os.environ["ANKI_TEST_MODE"] = "1"
    own = Path(python_with("anki")).parents[1] / "lib"
    sys.path += [str(each) for each in own.glob("python*/site-packages")]  # behind our own
    from anki.collection import Collection

    collection = Collection(str(Path(tmp_path_factory.mktemp("anki")) / "collection.anki2"))
    collection.set_config("fsrs", True)
    deck = collection.decks.config_dict_for_deck_id(1)
    deck["desiredRetention"] = RETENTION
    deck["new"]["delays"] = []
    deck["lapse"] |= {"delays": [], "leechFails": 99}
    collection.decks.update_config(deck)
    yield collection
    collection.close()


def anki_days(collection: Any, history: list[Review], number: int) -> dict[int, int]:
    """After how many days Anki would ask again, by grade, were the card asked today."""
    from anki.cards import FSRSMemoryState

    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"] = f"question {number}"
    collection.add_note(note, 1)
    (card_id,) = note.card_ids()
    now = int(time.time())
    for place, (day, grade) in enumerate(history):
        at = 1000 * (now + (day - TODAY) * 86400) + number
        kind = min(place, 1)
        row = (at, card_id, -1, grade, 1, kind, 2500, 1000, kind)
        collection.db.execute("insert into revlog values (?,?,?,?,?,?,?,?,?)", *row)
    state = collection.compute_memory_state(card_id)
    card = collection.get_card(card_id)
    card.type = card.queue = 2
    card.ivl, card.due, card.reps, card.factor = 1, collection.sched.today, len(history), 2500
    card.memory_state = FSRSMemoryState(stability=state.stability, difficulty=state.difficulty)
    card.desired_retention, card.decay = RETENTION, state.decay
    card.last_review_time = now + (history[-1][0] - TODAY) * 86400
    collection.update_card(card)
    states = collection._backend.get_scheduling_states(card_id)
    each = {1: states.again, 2: states.hard, 3: states.good, 4: states.easy}
    days = {grade: found.normal.review.scheduled_days for grade, found in each.items()}
    days[1] = (
        states.again.normal.review.scheduled_days
        or states.again.normal.relearning.review.scheduled_days
    )
    return days


def test_the_same_as_anki(anki: Any) -> None:
    ours = Fsrs()
    for number, history in enumerate(histories(100)):
        memory = ours.memory(tuple(history))
        theirs = anki_days(anki, history, number)
        before = 0
        for grade in (2, 3, 4):
            # Anki reckons with 32 bits, and lets a better grade never come back on the same day.
            wanted = max(exact(ours.after(memory, TODAY, grade)), before + 1)
            assert abs(theirs[grade] - wanted) <= 0.5 + wanted * 1e-5, (history, grade)
            before = theirs[grade]
        wanted = max(exact(ours.after(memory, TODAY, 1)), 1)
        assert abs(theirs[1] - wanted) <= 0.5 + wanted * 1e-5, history


PLAN = roadmap(
    group(
        "s",
        group("a", step("1"), step("2"), step("3", kind="quiz"), step("4", minutes=10)),
        step("b", kind="quiz", recall=[{"question": "Q", "answer": "A"}]),
    )
)


def recalled(item: str, day: int, grade: int) -> Any:
    return event("recall", item, day * 24 * 60, grade=grade)


def node(item: str) -> int:
    found = PLAN.ids.find(item)
    assert found is not None
    return found


def test_what_can_be_asked_about() -> None:
    everything = [event("done", name, n) for n, name in enumerate(("a.1", "a.3", "a.4", "b"))]
    progress = fold(PLAN, [*everything, event("start", "a.2", 9)])
    assert asked_about(progress) == [node("a.1"), node("b")]
    # One's own question makes any finished step one that is asked about.
    noted = fold(PLAN, [*everything, event("note", "a.3", 10, text="x\nQ: why?\nA: so")])
    assert asked_about(noted) == [node("a.1"), node("a.3"), node("b")]


def test_reviews_are_the_day_it_was_done_and_the_answers_since() -> None:
    events = [event("done", "a.1", 0), recalled("a.1", 9, 2), recalled("a.1", 4, 4)]
    progress = fold(PLAN, events)
    first = progress.finished[node("a.1")]
    assert reviews(progress, node("a.1")) == ((first, 3), (first + 4, 4), (first + 9, 2))


def test_an_answer_that_was_undone_never_was() -> None:
    answer = recalled("a.1", 9, 1)
    progress = fold(
        PLAN, [event("done", "a.1", 0), answer, event("undo", "", 30000, of=answer["change"])]
    )
    assert len(reviews(progress, node("a.1"))) == 1


def test_grades_of_no_kind_are_passed_over() -> None:
    events = [event("done", "a.1", 0), *(recalled("a.1", 9, grade) for grade in (0, 5, "3", True))]
    assert len(reviews(fold(PLAN, events), node("a.1"))) == 1


def test_answers_follow_a_step_that_was_moved() -> None:
    events = [
        event("done", "old", 0),
        recalled("old", 9, 2),
        event("moved", "old", 20 * 24 * 60, to="a.1"),
        recalled("a.1", 30, 3),
    ]
    assert [grade for _, grade in reviews(fold(PLAN, events), node("a.1"))] == [3, 2, 3]


def test_being_asked_is_not_studying() -> None:
    events = [event("done", "a.1", 0), event("done", "b", 1)]
    before, after = fold(PLAN, events), fold(PLAN, [*events, recalled("a.1", 9, 3)])
    assert list(before.touched) == list(after.touched)
    assert len(after.active_days) == len(before.active_days) + 1


def test_the_least_known_comes_first_and_none_twice_a_day() -> None:
    ours = Fsrs()
    made = {n: ours.memory(((TODAY - ago, 3),)) for n, ago in enumerate((3, 40, 9, 400))}
    found = Memories(ours.curve, made)
    assert due(found, TODAY) == [3, 1, 2]
    made[3] = ours.after(made[3], TODAY, 1)
    assert due(found, TODAY) == [1, 2]


def test_lapsed_is_what_was_forgotten_when_it_was_last_asked() -> None:
    events = [event("done", "a.1", 0), event("done", "a.2", 1), recalled("a.1", 9, 1)]
    nodes = range(len(PLAN))
    assert list(lapsed(fold(PLAN, events), iter(nodes))) == [node("a.1")]
    assert list(lapsed(fold(PLAN, [*events, recalled("a.1", 11, 2)]), iter(nodes))) == []


def test_a_simulated_year_stays_within_three_a_day_and_knows_what_is_known() -> None:
    """346 steps in a year, by a learner who forgets as FSRS says; the program only sees answers."""
    plan = roadmap(group("s", group("c", *(step(str(n)) for n in range(346)))))
    chance, ours = random.Random(7), Fsrs()
    scheduler = fsrs.Scheduler(
        desired_retention=0.8, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    begin = datetime(2026, 1, 5, 8, tzinfo=UTC)
    cards: list[fsrs.Card] = []
    progress, memories = nothing_yet(plan), Memories(ours.curve, {})
    answers = hits = 0
    for day in range(364):
        now = begin + timedelta(days=day)
        while len(cards) < 346 * (day + 1) / 364:
            events = [event("done", f"c.{len(cards)}", day * 1440 + len(cards) % 3)]
            progress = advance(progress, events)
            card = fsrs.Card(card_id=len(cards) + 1, due=now)
            cards.append(scheduler.review_card(card, fsrs.Rating.Good, now)[0])
        memories = memories_of(progress, ours.curve, lambda _, passed: ours.memory(passed))
        for place, asked in enumerate(due(memories, now.toordinal())[:3]):
            number = asked - 2  # behind the stage and the course
            knows = chance.random() < scheduler.get_card_retrievability(cards[number], now)
            grade = chance.choice((2, 3, 3, 4)) if knows else 1
            rating = fsrs.Rating(grade)
            cards[number] = scheduler.review_card(cards[number], rating, now)[0]
            event_ = event("recall", f"c.{number}", day * 1440 + 10 + place, grade=grade)
            progress = advance(progress, [event_])
            answers, hits = answers + 1, hits + knows
        assert answered_on(progress, now.toordinal()) <= 3
        if day % 28 == 27:
            memories = memories_of(progress, ours.curve, lambda _, passed: ours.memory(passed))
            real = [scheduler.get_card_retrievability(card, now) for card in cards]
            assert memories.mean(now.toordinal()) == pytest.approx(sum(real) / len(real), abs=0.02)
    assert answers > 600
    assert hits / answers > 0.6

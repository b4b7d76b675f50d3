"""The table of verbs: a row that lacks a part is found here."""

from pathlib import Path

import pytest

from llmroadmap.core.lookup.complete import KINDS
from llmroadmap.core.progress.events import Draft, Event
from llmroadmap.core.progress.fold import advance, can_advance, fold
from llmroadmap.core.progress.progress import STATES
from llmroadmap.core.progress.verbs import STATE_VERBS, UNKNOWN, VERBS, verb_of
from llmroadmap.locales import LANGUAGES
from llmroadmap.storage.progress_schema import _Event
from texts_of import texts_of
from trees import event, group, roadmap, step

ROOT = Path(__file__).parents[3]
EACH = pytest.mark.parametrize("name", VERBS)
PLAN = roadmap(group("s", step("a"), step("b")))


@EACH
def test_only_verbs_of_states_say_states(name: str) -> None:
    verb = VERBS[name]
    assert (verb.effect == "state") == bool(verb.after) == bool(verb.before) == bool(verb.offered)
    assert {verb.after or "open", *verb.before} <= set(STATES)
    assert verb.after not in verb.before
    assert set(verb.offered) <= set(verb.before)


def test_every_state_can_be_reached_and_left() -> None:
    rows = [VERBS[name] for name in STATE_VERBS]
    assert {verb.after for verb in rows} == set(STATES)
    assert {state for verb in rows for state in verb.before} == set(STATES)


@EACH
def test_study_is_activity(name: str) -> None:
    assert VERBS[name].is_active or not VERBS[name].is_study


@EACH
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_verb_has_its_text(name: str, lang: str) -> None:
    assert texts_of(lang)[f"log.verbs.{name}"]


def test_no_text_is_of_no_verb() -> None:
    texts = [key.rpartition(".")[2] for key in texts_of("en") if key.startswith("log.verbs.")]
    assert set(texts) == set(VERBS)


@EACH
def test_every_verb_is_in_the_table_for_readers(name: str) -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.split("\n") if line.startswith("| `do` |")]
    assert f"`{name}`" in row


def test_the_fields_of_verbs_are_fields_of_events() -> None:
    carried = {field for verb in VERBS.values() for field in verb.carries}
    # `via`: who wrote it down, which any verb may have.
    assert carried | {"do", "item", "on", "via"} == set(Draft.__annotations__)
    # A pause that ends in a way only a newer program knows is not ours to refuse.
    assert set(Event.__annotations__) - {"until"} == set(_Event.model_fields)


@EACH
def test_the_fold_goes_on_with_those_that_say_so(name: str) -> None:
    first, then = event("start", "a", 0), event(name, "a", 1)
    before = fold(PLAN, [first])
    assert can_advance(before, [then]) == VERBS[name].advances
    if VERBS[name].advances:
        after, whole = advance(before, [then]), fold(PLAN, [first, then])
        assert (after.states, after.active_days) == (whole.states, whole.active_days)


@EACH
def test_the_fold_does_what_the_row_says(name: str) -> None:
    verb = VERBS[name]
    after = fold(PLAN, [event(name, "a", 0, minutes=5, url="https://example.org", until="")])
    assert after.state(PLAN.ids.find("a")) == (verb.after or "open")
    assert bool(after.active_days) == verb.is_active
    assert bool(after.sittings) == ("minutes" in verb.carries)


def test_an_unknown_verb_does_nothing() -> None:
    assert verb_of("later") is UNKNOWN
    after = fold(PLAN, [event("later", "a", 0, minutes=5)])
    assert after.states == fold(PLAN, []).states
    assert not after.active_days and not after.sittings


def test_tab_knows_a_kind_for_every_verb() -> None:
    assert {"unstarted", "open", "closed"} <= set(KINDS)

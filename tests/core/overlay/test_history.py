from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.core.overlay.history import update_of
from llmroadmap.core.overlay.model import Overlay, value_at, with_value
from llmroadmap.core.progress.events import Event
from trees import event

PATH = ("kinds", "video")


def adjusted(before: Any, after: Any, minute: int, path: tuple[str, ...] = PATH) -> Event:
    return event("adjust", minute=minute, own={"path": [*path], "before": before, "after": after})


def followed(overlay: Overlay, events: list[Event]) -> Overlay:
    for path, value in update_of(overlay, events).values:
        overlay = with_value(overlay, path, value)
    return overlay


def test_the_newest_change_holds() -> None:
    events = [adjusted(None, 40, 1), adjusted(40, 50, 2)]
    assert followed({}, events) == {"kinds": {"video": 50}}
    assert followed({"kinds": {"video": 40}}, events) == {"kinds": {"video": 50}}


def test_what_was_undone_is_as_it_was_before() -> None:
    events = [adjusted(None, 40, 1), adjusted(40, 50, 2), event("undo", minute=3, of="c2")]
    assert followed({"kinds": {"video": 50}}, events) == {"kinds": {"video": 40}}
    events += [event("undo", minute=4, of="c1")]
    assert followed({"kinds": {"video": 50}}, events) == {}


def test_what_was_edited_by_hand_stays() -> None:
    overlay: Overlay = {"kinds": {"video": 33}}
    update = update_of(overlay, [adjusted(None, 40, 1)])
    assert (update.values, update.kept) == ([], [PATH])


def test_only_the_paths_that_were_asked_for_are_looked_at() -> None:
    events = [adjusted(None, 40, 1), adjusted(None, True, 2, ("mute", "a"))]
    assert update_of({}, events, [("mute", "a")]).values == [(("mute", "a"), True)]


def test_what_a_newer_program_wrote_is_passed_over() -> None:
    assert update_of({}, [event("adjust", minute=1, own={"path": "x"})]).values == []
    assert update_of({}, [event("adjust", minute=1)]).values == []


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from([None, 1, 2])), max_size=12),
    st.data(),
)
def test_two_machines_come_to_the_same_whatever_each_has_seen(
    changes: list[tuple[str, int | None]], data: st.DataObject
) -> None:
    events: list[Event] = []
    mine: Overlay = {}
    for minute, (kind, minutes) in enumerate(changes):
        path = ("kinds", kind)
        events.append(adjusted(value_at(mine, path), minutes, minute, path))
        mine = with_value(mine, path, minutes)
    seen = data.draw(st.integers(0, len(events)))
    theirs = followed({}, events[:seen])
    assert followed(theirs, events) == followed(mine, events) == mine

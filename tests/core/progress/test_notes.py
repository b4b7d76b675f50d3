"""Which item a note stands on when the plan was changed under it."""

from llmroadmap.core.progress.notes import below, notes, retired_title, standing
from trees import event, group, roadmap, steps

PLAN = roadmap(
    group("s1", group("a", *steps("1 2")), group("b", *steps("1"), was=["old"])),
    retired=[{"id": "gone", "title": {"en": "Gone", "zh": "没了"}}],
)


def items(*events) -> list[tuple[str, str]]:
    return [(note.item, note.text) for note in notes(events, PLAN)]


def test_by_item_then_by_time() -> None:
    assert items(
        event("note", "b.1", 1, text="x"), event("note", "gone", 2, text="lost"),
        event("note", "a.2", 3, text="late"), event("note", "a.2", 0, text="early"),
    ) == [("a.2", "early"), ("a.2", "late"), ("b.1", "x"), ("gone", "lost")]  # fmt: skip


def test_former_ids_and_moves_are_followed() -> None:
    assert items(event("note", "old.1", text="x")) == [("b.1", "x")]
    moved = event("moved", "x", 2, to="a")
    assert items(event("note", "x.1", 1, text="before"), moved) == [("a.1", "before")]
    # What comes after a move means the id as it is then.
    assert items(moved, event("note", "x.1", 3, text="after")) == [("x.1", "after")]
    again = event("moved", "y", 1, to="x")
    assert items(event("note", "y.2", 0, text="twice"), again, moved) == [("a.2", "twice")]


def test_what_was_undone_is_not_there() -> None:
    written = event("note", "a.1", 1, text="x")
    assert items(written, event("undo", minute=2, of=written["change"])) == []


def test_every_live_event_has_its_item() -> None:
    events = [event("done", "old.1", 1), event("pause", minute=2)]
    assert [item for _, item in standing(events, PLAN)] == ["b.1", ""]


def test_of_a_group() -> None:
    found = notes([event("note", "a.1", text="x"), event("note", "b", text="y")], PLAN)
    top = PLAN.find("a")
    assert top is not None
    assert [note.item for note in below(found, PLAN, top)] == ["a.1"]


def test_titles_of_what_is_gone() -> None:
    assert retired_title(PLAN, "gone") == {"en": "Gone", "zh": "没了"}
    assert retired_title(PLAN, "never") == ""

"""Small roadmaps and histories written down in a line, and random ones."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.events import Event
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.progress.verbs import VERBS

BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)


def step(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name, **more}


def group(name: str, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name, "items": list(items), **more}


def parallel(name: str, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return group(name, *items, order="parallel", **more)


def roadmap(*stages: dict[str, Any], **head: Any) -> Roadmap:
    tree = {"format": 1, "id": "test", "title": "Test", "stages": list(stages), **head}
    return build_roadmap(tree, "print")


def steps(text: str) -> list[dict[str, Any]]:
    return [step(name) for name in text.split()]


def event(do: str, item: str = "", minute: int = 0, **more: Any) -> Event:
    """An event of the given minute; its id and change follow from that."""
    made: dict[str, Any] = {
        "id": f"e{minute:05}",
        "at": (BEGIN + timedelta(minutes=minute)).isoformat(),
        "do": do,
        "change": f"c{minute}",
    }
    if item:
        made["item"] = item
    return {**made, **more}  # type: ignore[typeddict-item]


def history(*lines: str) -> list[Event]:
    """Events a minute apart: `done a.1`, `moved a b`, `undo 1` (the change of line 1)."""
    made = []
    for minute, words in enumerate(lines):
        do, *rest = words.split()
        if do in ("undo", "redo"):
            made.append(event(do, minute=minute, of=f"c{rest[0]}"))
        elif do == "moved":
            made.append(event(do, rest[0], minute, to=rest[1]))
        elif do == "proof":
            made.append(event(do, rest[0], minute, url=rest[1]))
        else:
            made.append(event(do, " ".join(rest), minute))
    return made


def states(progress: Progress) -> dict[str, str]:
    """The state of every step that is not open."""
    found = progress.roadmap
    return {
        found.id_of(node): state
        for node in range(len(found))
        if found.is_step(node) and (state := progress.state(node)) != "open"
    }


def known(progress: Progress) -> tuple[Any, ...]:
    """Everything that a fold comes to, to be compared."""
    return (
        bytes(progress.states),
        *map(list, progress.columns()),
        bytes(progress.sittings),
        progress.item_details,
        progress.orphaned,
        progress.active_days,
        progress.pauses,
        progress.newest,
    )


@st.composite
def random_trees(draw: st.DrawFn) -> dict[str, Any]:
    """Trees whose needs point up the file only, so that they can always be finished."""
    finished: list[str] = []  # ids whose whole subtree stands before what comes next

    def item(name: str, full: str, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {"id": name, "title": full}
        if finished and draw(st.integers(0, 3)) == 0:
            made["needs"] = draw(st.lists(st.sampled_from(finished), min_size=1, max_size=2))
        if draw(st.integers(0, 5)) == 0:
            made["optional"] = True
        if depth and draw(st.booleans()):
            if draw(st.booleans()):
                made["order"] = "parallel"
            count = draw(st.integers(0, 3))
            made["items"] = [item(str(n), f"{full}.{n}", depth - 1) for n in range(count)]
        finished.append(full)
        return made

    stages = []
    for number in range(draw(st.integers(1, 3))):
        courses = [f"{'xyz'[number]}{n}" for n in range(draw(st.integers(0, 3)))]
        items = [item(name, name, 2) for name in courses]
        order = draw(st.sampled_from(["sequence", "parallel"]))
        stages.append({"id": f"s{number}", "title": "", "order": order, "items": items})
        finished.append(f"s{number}")
    return {"format": 1, "id": "random", "title": "Random", "stages": stages}


@st.composite
def random_histories(draw: st.DrawFn, items: Sequence[str], most: int = 25) -> list[Event]:
    """Events of every verb in any order, some at one instant, some in one change."""
    count = draw(st.integers(0, most))
    made: list[Event] = []
    for number in range(count):
        do = draw(st.sampled_from((*VERBS, "later")))
        minute = draw(st.integers(0, 40))
        more: dict[str, Any] = {"id": f"e{number:03}", "change": f"c{draw(st.integers(0, 8))}"}
        if do in ("undo", "redo"):
            more["of"] = f"c{draw(st.integers(0, 8))}"
        if do == "moved":
            more["to"] = draw(st.sampled_from(items))
        if do == "proof":
            more["url"] = f"https://example.org/{number}"
        if do in VERBS and "minutes" in VERBS[do].carries and draw(st.booleans()):
            more["minutes"] = draw(st.integers(0, 90))
        if do == "pause" and draw(st.booleans()):
            more["until"] = f"2026-01-{draw(st.integers(1, 28)):02}"
        if draw(st.booleans()):
            more["on"] = f"2026-01-{draw(st.integers(1, 28)):02}"
        made.append(event(do, draw(st.sampled_from(items)), minute, **more))
    return made

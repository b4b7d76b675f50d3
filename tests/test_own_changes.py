"""A year of updates of the plan under the learner's own changes: each still holds, or is reported."""

from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.overlay.apply import apply
from llmroadmap.core.overlay.model import Overlay
from trees import group, step

IDS = [f"{course}.{number}" for course in "abc" for number in range(1, 6)]


def plan_of(ids: list[str]) -> dict[str, Any]:
    """A plan that has these steps, in this order of the courses."""
    courses: dict[str, list[Any]] = {}
    for full_id in ids:
        course, number = full_id.split(".")
        courses.setdefault(course, []).append(step(number))
    stages = [group(f"s{n}", group(c, *steps)) for n, (c, steps) in enumerate(courses.items(), 1)]
    return {"format": 1, "id": "t", "title": "T", "stages": stages or [{"id": "s1", "title": "S"}]}


places = st.sampled_from([*IDS, *"abc", "gone.1"])
own_steps = st.fixed_dictionaries(
    {"place": st.sampled_from(["after", "before", "in"]), "anchor": places}
)


@given(
    st.lists(st.sampled_from(IDS), unique=True),
    st.lists(own_steps, max_size=8),
    st.dictionaries(places, st.integers(1, 90), max_size=8),
    st.lists(places, unique=True, max_size=8),
)
def test_every_change_holds_or_is_reported(
    kept: list[str], own: list[dict[str, str]], minutes: dict[str, int], muted: list[str]
) -> None:
    overlay: Overlay = {
        "add": [
            {"id": f"x{n}", "title": "X", each["place"]: each["anchor"]}  # type: ignore[typeddict-item,misc]
            for n, each in enumerate(own)
        ],
        "change": {name: {"minutes": each} for name, each in minutes.items()},
        "mute": muted,
    }
    tree = plan_of(sorted(kept, key=IDS.index))
    missing = apply(tree, overlay)  # type: ignore[arg-type]
    roadmap = build_roadmap(tree)  # type: ignore[arg-type]
    assert all(roadmap.ids.find(f"+x{n}") is not None for n in range(len(own)))
    for name in muted:
        node = roadmap.ids.find(name)
        assert (name in missing) if node is None else roadmap.is_muted(node)
    for name in minutes:
        node = roadmap.ids.find(name)
        assert (name in missing) if node is None else _is_estimated(roadmap, node, minutes)


def _is_estimated(roadmap: Roadmap, node: int, minutes: dict[str, int]) -> bool:
    """Each step below has the estimate of the nearest item above it that has one."""
    return all(
        roadmap.columns.minutes[each]
        == next(
            minutes[name]
            for name in (roadmap.id_of(n) for n in reversed(roadmap.path(each)))
            if name in minutes
        )
        for each in roadmap.subtree(node)
        if roadmap.is_step(each)
    )


def versions() -> list[str]:
    """Twelve monthly versions of a plan in Markdown: lessons come, go, move and are renamed."""
    chance = Random(7)
    lessons = [f"Lesson {number}: {topic}" for number, topic in enumerate(TOPICS, 1)]
    found = []
    for month in range(12):
        found.append("# Course\n\n## Part\n\n" + "".join(f"- [ ] {each}\n" for each in lessons))
        lessons.insert(chance.randrange(len(lessons)), f"New in month {month + 1}")
        if month % 3 == 1:
            lessons.pop(chance.randrange(len(lessons)))
    return found


TOPICS = "sets maps trees heaps graphs sorting hashing paths flows strings games proofs".split()


def test_a_year_of_an_imported_plan(run: Run, plan: Any, home: Path) -> None:
    first, *later = versions()
    run(["add", plan(first), "--id", "course"])
    run("use course")
    steps = [each["id"] for each in run("list --all --json").data["steps"]]
    run(f"done {steps[0]} {steps[1]}")
    for number in range(4):
        run(["insert", f"Own {number}", "--after", steps[number]])
        run(f"estimate {steps[number + 2]} {20 + number}m")
        run(f"mute {steps[number + 6]}")
        run(f"due {steps[number + 4]} 2027-0{number + 1}-15")
        run(f"tag {steps[number + 3]} exam")
    for month, text in enumerate(later):
        now = f"2027-{month + 1:02}-01T20:00:00+08:00"
        assert run(["update", "course", plan(text), "--yes"], LLMROADMAP_NOW=now).status == 0
        listed = {each["id"] for each in run("list --all --json").data["steps"]}
        assert {f"+own-{number}" for number in range(4)} <= listed
        report = run("doctor").out
        for number in range(4):
            for name, command in (
                (steps[number + 2], "estimate"),
                (steps[number + 6], "mute"),
                (steps[number + 4], "due"),
                (steps[number + 3], "tag"),
            ):
                wished = [each["id"] for each in run(f"{command} --json").data["listed"]]
                assert name in wished
                assert name in listed or name in report
    status = run("status --json").data
    earlier = [each for each in status["earlier"] if each["state"] == "done"]
    assert status["done"] + len(earlier) == 2

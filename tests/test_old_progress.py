"""Progress made on the roadmap as it was in November 2026 stands where it belongs on today's."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import Run
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.storage.roadmap_file import read_tree

# Full id, what it was (group, step, habit) and English title of every item of that roadmap.
LINES = (Path(__file__).parent / "roadmap_2026_11.tsv").read_text("utf-8").splitlines()
OLD = [line.split("\t") for line in LINES]
STEPS = [name for name, what, _ in OLD if what == "step"]
TREE = read_tree(bundled_roadmap())
ROADMAP = build_roadmap(TREE)
# Steps that were split: the parts, all of which a tick on the old step holds for.
PARTS = {
    old: [ROADMAP.id_of(node) for node in (ROADMAP.find(old), *ROADMAP.further_parts(old))]
    for old in ROADMAP.was
}
RETIRED = {entry["id"]: entry["title"]["en"] for entry in TREE["retired"]}

# Titles that were worded anew; what is done is the same.
REWORDED = {
    "papers": "Reading papers closely",
    **{f"wrap{n}": f"Wrap-up of stage {n}" for n in "123"},
    **{f"wrap{n}.summary": f"Stage {n} summary" for n in "123"},
    **{f"wrap{n}.post": f"Stage {n} blog post" for n in "123"},
    **{f"wrap{n}.demo": f"Stage {n} demo" for n in "12"},
    **{f"notes{n}": f"Tidy the week's notes and code (stage {n})" for n in "123"},
}


@pytest.mark.parametrize(("name", "what", "title"), OLD, ids=[name for name, *_ in OLD])
def test_an_old_id_means_the_same_or_is_retired_with_its_title(
    name: str, what: str, title: str
) -> None:
    node = ROADMAP.find(name)
    if node is None:
        assert RETIRED[name] == title
        return
    if name in PARTS:
        assert all(ROADMAP.is_step(ROADMAP.ids.find(part)) for part in PARTS[name])
        return
    assert ROADMAP.id_of(node) == name
    is_group = not (ROADMAP.is_step(node) or ROADMAP.is_habit(node))
    assert {"group": is_group, "step": ROADMAP.is_step(node), "habit": ROADMAP.is_habit(node)}[what]
    assert ROADMAP.item(node).title("en") == REWORDED.get(name, title)


def write_progress(run: Run, home: Path, done: Sequence[str]) -> None:
    """Write the progress file that ticking these steps in the old roadmap left behind."""
    run("done hf.0.1")
    [path] = (home / "data" / "progress").glob("*.json")
    document = json.loads(path.read_text("utf-8"))
    [pattern] = document["events"]
    del pattern["sum"]  # of the event that the others are made from
    document["events"] = [
        {**pattern, "id": f"{number:08d}" + pattern["id"][8:], "item": name}
        for number, name in enumerate(done)
    ]
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")


@pytest.mark.parametrize(
    "done", [STEPS, STEPS[::2], STEPS[: len(STEPS) // 2]], ids=["all", "every second", "half-way"]
)
def test_no_tick_is_lost_or_on_a_wrong_step(run: Run, home: Path, done: list[str]) -> None:
    write_progress(run, home, done)
    listed = run("list --all --json").data["steps"]
    ticked = {step["id"] for step in listed if step["state"] == "done"}
    kept = [PARTS.get(name, [name]) for name in done if name not in RETIRED]
    assert ticked == {part for parts in kept for part in parts}
    earlier = run("status --json").data["earlier"]
    gone = {entry["id"]: entry["title"] for entry in earlier}
    assert gone == {name: RETIRED[name] for name in done if name in RETIRED}

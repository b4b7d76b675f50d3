"""Markdown plans as their authors revise them: read, read again, and updated by the program."""

import random
from collections.abc import Callable

import pytest

from conftest import Run
from imported_plans import steps as read_steps
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.kept_ids import keep_ids
from llmroadmap.formats.markdown.reading import read_markdown
from llmroadmap.formats.roadmap_yaml.schema import validate_tree
from plan_revisions import REVISIONS, Author, Thing, as_markdown, revised, steps

# Neither names a step that a reader could tell from another.
CLEAR = [name for name in REVISIONS if name not in ("translate", "swap_titles", "insert_namesake")]


def by_key(read: ImportedPlan, plan: list[Thing]) -> dict[int, str]:
    """The full id that each step got."""
    found = list(read_steps(read).items())
    written = list(steps(plan))
    assert [item["title"].split(" (")[0] for _, item in found] == [
        step.title.split(" (")[0] for step in written
    ]
    return {step.key: full for (full, _), step in zip(found, written, strict=True)}


@pytest.mark.parametrize("lang", ["en", "zh", "es"])
def test_ids_stay_with_their_steps(lang: str) -> None:
    for seed in range(25):
        chance = random.Random(seed)
        author = Author(chance, lang, linked=chance.choice([0.3, 1]))
        old = author.plan(3, 4)
        names = [chance.choice(CLEAR) for _ in range(3)]
        new = revised(author, old, names)
        first = read_markdown(as_markdown(old))
        second = keep_ids(read_markdown(as_markdown(new)), validate_tree(first.roadmap))
        before, after = by_key(first, old), by_key(second, new)
        owner = {full: key for key, full in before.items()}
        things = {step.key: step for step in steps(old)}
        for step in steps(new):
            was = owner.get(after[step.key])
            is_told_apart = was is not None and (
                things[was].title != step.title or bool(things[was].links)
            )
            assert was in (None, step.key) or not is_told_apart, (names, things[was], step)


@pytest.mark.parametrize("seed", range(4))
def test_the_program_gives_no_tick_away(run: Run, plan: Callable[..., str], seed: int) -> None:
    chance = random.Random(seed)
    author = Author(chance, ["en", "zh", "es", "en"][seed], linked=1)
    old = author.plan(3, 4)
    run(["add", plan(as_markdown(old), "plan.md"), "--id", "p"])
    listed = run("list --roadmap p --all --json").data["steps"]
    keys = [step.key for step in steps(old)]
    ticked = set(chance.sample(keys, 8))
    names = [each["id"] for each, key in zip(listed, keys, strict=True) if key in ticked]
    run(["done", *names, "--roadmap", "p"])
    for _ in range(3):
        old = revised(author, old, [chance.choice(CLEAR)])
        run(["update", "p", plan(as_markdown(old), "plan.md"), "--yes"])
    now = run("list --roadmap p --all --json").data["steps"]
    written = list(steps(old))
    assert len(now) == len(written)
    done = {s.key for each, s in zip(now, written, strict=True) if each["state"] == "done"}
    assert done <= ticked
    kept = ticked & {step.key for step in written}
    assert len(kept - done) <= 1, "addresses and titles were there"

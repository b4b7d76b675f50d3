"""What authors do to their plans: no tick on another step, none lost where title and place agree."""

import random
import re
from collections.abc import Callable

import pytest

from llmroadmap.core.plan_diff.diff import compare_plans
from llmroadmap.core.plan_diff.plan_items import PlanItem
from plan_revisions import REVISIONS, Author, Thing, revised

Ids = Callable[[list[Thing], str], dict[int, str]]


def by_place(plan: list[Thing], version: str) -> dict[int, str]:
    """Ids that say no more than where something stands: ch2.3."""
    ids = {}
    for number, chapter in enumerate(plan, 1):
        ids[chapter.key] = f"ch{number}"
        ids |= {step.key: str(n) for n, step in enumerate(chapter.items or (), 1)}
    return ids


def by_title(plan: list[Thing], version: str) -> dict[int, str]:
    """Ids made from titles, as importers do."""
    ids: dict[int, str] = {}
    for things in (plan, *(chapter.items or [] for chapter in plan)):
        used: set[str] = set()
        for thing in things:
            plain = name = "-".join(re.findall(r"[a-z0-9]+", thing.title.lower())) or "x"
            while name in used:
                name = f"{plain}-{len(used)}"
            used.add(name)
            ids[thing.key] = name
    return ids


def by_author(plan: list[Thing], version: str) -> dict[int, str]:
    """Ids that an author has given for good."""
    return {thing.key: f"k{thing.key}x" for thing in everything(plan)}


def by_nothing(plan: list[Thing], version: str) -> dict[int, str]:
    """Ids that say nothing: what importers compare before they give any."""
    return {thing.key: f"{version}{thing.key}z" for thing in everything(plan)}


def everything(plan: list[Thing]) -> list[Thing]:
    return [*plan, *(step for chapter in plan for step in chapter.items or ())]


def plan_items(plan: list[Thing], ids: dict[int, str]) -> dict[int, PlanItem]:
    found: dict[int, PlanItem] = {}
    for chapter in plan:
        name = ids[chapter.key]
        found[chapter.key] = PlanItem(
            id=name, title=(chapter.title,), is_group=True, place=len(found)
        )
        for step in chapter.items or ():
            found[step.key] = PlanItem(
                id=f"{name}.{ids[step.key]}",
                title=(step.title,),
                links=tuple(step.links),
                parent=name,
                place=len(found),
            )
    return found


def is_told_apart(old: Thing, new: Thing) -> bool:
    """Whether anything that a reader sees says that a step is not that other one."""
    return old.title != new.title or bool(old.links)


def chapters(plan: list[Thing]) -> dict[int, Thing]:
    return {step.key: chapter for chapter in plan for step in chapter.items or ()}


def check(names: list[str], chance: random.Random, lang: str, ids: Ids) -> None:
    author = Author(chance, lang, linked=chance.choice([0, 0.3, 0.6, 1]))
    old = author.plan()
    new = revised(author, old, names)
    before, after = plan_items(old, ids(old, "o")), plan_items(new, ids(new, "n"))
    changes = compare_plans(list(before.values()), list(after.values()))
    became = {match.old.id: match.new.id for match in changes.matches}
    things = {after[thing.key].id: thing for thing in everything(new)}
    here, there = chapters(old), chapters(new)
    for key, chapter in here.items():
        step = next(each for each in chapter.items or () if each.key == key)
        found = things.get(became.get(before[key].id, ""))
        if found is not None:
            assert found.key == key or not is_told_apart(step, found), (names, step, found)
        elif key in there:
            now = next(each for each in there[key].items or () if each.key == key)
            # Of two of one title in one chapter, which it is may not be certain.
            alone = sum(each.title == now.title for each in there[key].items or ()) == 1
            is_same_place = there[key].key == chapter.key and re.sub(
                r"\d", "", chapter.title
            ) == re.sub(r"\d", "", there[key].title)
            assert not (step.title == now.title and is_same_place and alone), (names, step, now)


IDS = [by_place, by_title, by_author, by_nothing]


@pytest.mark.parametrize("ids", IDS, ids=lambda ids: ids.__name__)
@pytest.mark.parametrize("name", REVISIONS)
def test_one_revision(name: str, ids: Ids) -> None:
    for seed in range(8):
        for lang in ("en", "zh", "es"):
            check([name], random.Random(seed), lang, ids)


@pytest.mark.parametrize("ids", IDS, ids=lambda ids: ids.__name__)
def test_a_year_of_revisions(ids: Ids) -> None:
    for seed in range(150):
        chance = random.Random(seed)
        names = [chance.choice(list(REVISIONS)) for _ in range(chance.randint(2, 6))]
        # With every address new, and every title in another language, nothing is left to go by.
        names = [name for name in names if name != "translate"]
        if "change_addresses" in names:
            names = [n for n in names if n not in ("swap_titles", "insert_namesake")]
        check(names, chance, chance.choice(["en", "zh", "es"]), ids)

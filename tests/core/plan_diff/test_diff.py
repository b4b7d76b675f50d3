"""What became of every item when a plan changed: no tick lost, none on a different step."""

import random
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmroadmap.core.plan_diff.diff import Gone, PlanChanges, Split, compare_plans
from llmroadmap.core.plan_diff.moves import moves
from llmroadmap.core.plan_diff.plan_items import PlanItem
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.progress.progress import DONE, Progress
from trees import event, group, roadmap, states, step

Items = list[dict[str, Any]]


def plan(*items: dict[str, Any]) -> list[PlanItem]:
    """The items of a stage `s`, as the comparison takes them."""
    return list(_plan_items(items, "", "s"))


def _plan_items(items: Iterable[dict[str, Any]], prefix: str, parent: str) -> Iterable[PlanItem]:
    for item in items:
        full = prefix + item["id"]
        title = item["title"]
        yield PlanItem(
            id=full,
            title=tuple(title.values()) if isinstance(title, dict) else (title,),
            links=tuple(link["url"] for link in item.get("links", ())),
            parent=parent,
            was=tuple(item.get("was", ())),
            origin=item.get("origin"),
            is_group="items" in item,
        )
        yield from _plan_items(item.get("items", ()), f"{full}.", full)


def titled(name: str, title: str, *urls: str, **more: Any) -> dict[str, Any]:
    if urls:
        more["links"] = [{"url": url} for url in urls]
    return step(name, **more) | {"title": title}


def became(changes: PlanChanges) -> dict[str, str]:
    return {match.old.id: match.new.id for match in changes.matches}


A, B, C = "https://a.example/1", "https://b.example/2", "https://c.example/3"


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        pytest.param(titled("a", "One"), titled("a", "One"), "id", id="nothing-changed"),
        pytest.param(titled("a", "One", A), titled("a", "Uno", A), "id", id="other-words"),
        pytest.param(titled("a", "One"), titled("a", "Uno"), "id", id="nothing-says-it-is-another"),
        pytest.param(titled("a", "One", A), titled("a", "One", B), "id", id="link-replaced"),
        pytest.param(
            titled("a", "One", A, origin="n1"),
            titled("a", "Uno", B, origin="n1"),
            "id",
            id="same-origin-outweighs-all",
        ),
        pytest.param(titled("a", "One"), titled("b", "Uno", was=["a"]), "was", id="was"),
        pytest.param(
            titled("one", "One", origin="n1"),
            titled("uno", "Uno", origin="n1"),
            "origin",
            id="origin",
        ),
        pytest.param(
            titled("one", "One", "http://www.A.example/1/"),
            titled("uno", "Uno", A),
            "link",
            id="address-in-another-spelling",
        ),
        pytest.param(
            titled("x1", "The Attention!"), titled("x2", "attention"), "title", id="title"
        ),
        pytest.param(
            titled("x1", "Intro to R"), titled("x2", "Introduction to R"), "title", id="intro"
        ),
        pytest.param(titled("x1", "Pyhton tips"), titled("x2", "Python tips"), "title", id="slip"),
        pytest.param(
            titled("x1", "Transformer"), titled("x2", "Transformers"), "title", id="plural"
        ),
        pytest.param(
            titled("x1", "注意力机制"), titled("x2", "注意力 机制"), "title", id="chinese"
        ),
        pytest.param(
            titled("r1", "Read", A), titled("r2", "Read", B), "title", id="place-and-title-agree"
        ),
        pytest.param(
            titled("m1", "Sets and maps", A),
            titled("m2", "Sets, maps and trees", B, A),
            "link",
            id="second-address-and-alike",
        ),
        pytest.param(
            step("x1") | {"title": {"en": "One", "zh": "其一"}},
            titled("x2", "其一"),
            "title",
            id="one-language-is-enough",
        ),
    ],
)
def test_recognised(old: dict[str, Any], new: dict[str, Any], how: str) -> None:
    others = [titled("k1", "Kept things", C), titled("k2", "More of them")]
    changes = compare_plans(plan(old, *others), plan(*others, new))
    (match,) = [match for match in changes.matches if match.old.id == old["id"]]
    assert (match.new.id, match.how) == (new["id"], how)
    assert (not changes.gone, not changes.split, not changes.new) == (True, True, True)
    expected = [] if old["id"] == new["id"] or how == "id" else [(old["id"], new["id"])]
    assert moves(changes) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(titled("a", "Docker", A), titled("a", "Podman", B), id="id-used-again"),
        pytest.param(
            titled("a", "Docker", origin="n1"), titled("a", "Podman", origin="n2"), id="by-origin"
        ),
        pytest.param(
            titled("docker", "Docker", A, origin="n1"),
            titled("podman", "Podman", B, origin="n1"),
            id="origin-used-again",
        ),
        pytest.param(titled("java", "Java basics"), titled("js", "JavaScript basics"), id="java"),
        pytest.param(titled("http", "HTTP"), titled("https", "HTTPS"), id="https"),
        pytest.param(titled("p1", "Part 1"), titled("p2", "Part 2"), id="numbers"),
        pytest.param(
            titled("su", "Supervised learning"), titled("un", "Unsupervised learning"), id="un"
        ),
        pytest.param(titled("en", "Encoders"), titled("de", "Decoders"), id="first-letter"),
        pytest.param(titled("re", "Regression"), titled("lo", "Logistic regression"), id="longer"),
        pytest.param(
            titled("cs1", "CS1: Networks, taught by Ada", A),
            titled("cs1", "CS1: Networks, taught by Bob", B),
            id="equal-slug-other-address",
        ),
        pytest.param(
            titled("old", "Signals", A), titled("new", "Vision", B, A), id="secondary-link-alone"
        ),
        pytest.param(
            titled("old", "Signals", A, B), titled("new", "Vision", B), id="former-secondary-link"
        ),
        pytest.param(titled("3", "Sets"), titled("3", "Graphs"), id="id-made-by-place"),
        pytest.param(titled("sets", "Sets"), titled("sets", "Graphs"), id="id-made-from-title"),
        pytest.param(titled("1", "Day 1"), titled("1", "Day 2"), id="another-day"),
        pytest.param(titled("1", "第三章"), titled("1", "第四章"), id="another-chapter-in-chinese"),
        pytest.param(
            titled("x", "Read chapter 1", A), titled("y", "Read chapter 2", A), id="another-chapter"
        ),
    ],
)
def test_never_taken_for_the_same(old: dict[str, Any], new: dict[str, Any]) -> None:
    changes = compare_plans(plan(old), plan(new))
    assert not changes.matches
    assert [item.id for item in changes.new] == [new["id"]]
    assert all(move[1] != new["id"] for move in moves(changes))
    (gone,) = changes.gone
    assert gone.reused == (old["id"] == new["id"])
    if gone.reused:
        assert moves(changes) == [(old["id"], f"{old['id']}-earlier")]
        assert moves(changes, {old["id"]: new["id"]}) == []
    elif not gone.sure:
        assert moves(changes, {old["id"]: new["id"]}) == [(old["id"], new["id"])]


def test_renumbered_chapters_by_their_titles() -> None:
    old = plan(group("c", titled("1", "Tokens"), titled("2", "Attention"), titled("3", "Training")))
    new = plan(
        group("c", titled("1", "History"), titled("2", "Tokens"), titled("3", "Attention")),
    )
    changes = compare_plans(old, new)
    assert became(changes) == {"c": "c", "c.1": "c.2", "c.2": "c.3"}
    assert [gone.old.id for gone in changes.gone] == ["c.3"]
    # The last leaves first, so that nothing is taken along by what comes after it.
    assert moves(changes) == [("c.3", "c.3-earlier"), ("c.2", "c.3"), ("c.1", "c.2")]


def test_two_that_changed_their_ids_with_each_other() -> None:
    old = plan(titled("a", "Read", A), titled("b", "Read", B))
    new = plan(titled("a", "Read", B), titled("b", "Read", A))
    changes = compare_plans(old, new)
    assert became(changes) == {"a": "b", "b": "a"}
    assert moves(changes) == [("a", "aside-1"), ("b", "a"), ("aside-1", "b")]


def test_equal_titles_are_no_keys() -> None:
    old = plan(titled("r1", "Read"), titled("r2", "Read"))
    changes = compare_plans(old, plan(titled("r2", "Read"), titled("r3", "Read")))
    assert became(changes) == {"r2": "r2"}
    (gone,) = changes.gone
    assert gone == Gone(old[0], ("r3",))


def test_a_title_alone_does_not_lead_to_another_parent() -> None:
    both = titled("x", "Final project"), titled("y", "Backpropagation by hand, twice")
    old = plan(group("g", *both, titled("z", "Zeroes"), titled("q", "Quotients")))
    new = plan(group("h", *both, titled("m", "Matrices"), titled("p", "Products")))
    changes = compare_plans(old, new)
    assert became(changes) == {"g.y": "h.y"}
    (gone,) = [gone for gone in changes.gone if gone.old.id == "g.x"]
    assert gone.candidates == ("h.x",)


def test_a_group_is_known_by_what_is_in_it() -> None:
    names = [titled("v", "Variables"), titled("l", "Loops"), titled("f", "Functions")]
    old = plan(group("basics", *names))
    new = plan(group("first-steps", *names))
    changes = compare_plans(old, new)
    assert became(changes)["basics.v"] == "first-steps.v"
    assert moves(changes) == [("basics", "first-steps")]


def test_a_group_with_something_new_moves_item_by_item() -> None:
    old = plan(group("g", titled("a", "A", A), titled("b", "B", B), origin="n1"))
    new = plan(group("h", titled("a", "A", A), titled("b", "B", B), titled("c", "C"), origin="n1"))
    changes = compare_plans(old, new)
    assert moves(changes) == [("g.a", "h.a"), ("g.b", "h.b")]
    assert [match.new.id for match in changes.renamed] == ["h", "h.a", "h.b"]
    assert not changes.moved


def test_moved_and_retitled() -> None:
    old = plan(group("g", titled("a", "A", A)), group("h", titled("b", "B")))
    new = plan(group("g", titled("c", "C")), group("h", titled("a", "Aa", A), titled("b", "B")))
    changes = compare_plans(old, new)
    assert [(m.old.id, m.new.id) for m in changes.moved] == [("g.a", "h.a")]
    assert [m.old.id for m in changes.retitled] == ["g.a"]
    assert [m.old.id for m in changes.same] == ["g", "h", "h.b"]


@pytest.mark.parametrize(
    ("new", "parts", "whole"),
    [
        (group("a", titled("1", "First half"), titled("2", "Second half")), ("a.1", "a.2"), "a"),
        (
            group("z", titled("1", "First half"), titled("2", "Second half"), links=[{"url": A}]),
            ("z.1", "z.2"),
            "z",
        ),
    ],
)
def test_a_step_that_became_a_group(
    new: dict[str, Any], parts: tuple[str, ...], whole: str
) -> None:
    old = plan(titled("a", "Attention", A))
    changes = compare_plans(old, plan(new | {"title": "Attention"}))
    assert changes.split == (Split(old[0], parts, whole),)
    assert moves(changes) == []
    answered = moves(changes, {"a": parts[0]})
    assert answered == ([("a", "aside-1"), ("aside-1", "a.1")] if whole == "a" else [("a", "z.1")])


def test_a_step_that_became_several() -> None:
    old = plan(titled("attention", "Attention"))
    changes = compare_plans(
        old, plan(titled("a1", "Attention, part one"), titled("a2", "Attention, part two"))
    )
    assert changes.split == (Split(old[0], ("a1", "a2")),)
    assert changes.unsure == changes.split


def test_an_answer_that_names_no_item_is_none() -> None:
    changes = compare_plans(plan(titled("a", "Docker", A)), plan(titled("a", "Podman", B)))
    assert moves(changes, {"a": "nowhere"}) == [("a", "a-earlier")]


# --- a history of versions, with ticks between them ---


FIRST: Items = [
    group(
        "basics",
        titled("python", "Python", A, origin="n1"),
        titled("numpy", "NumPy arrays", origin="n2"),
        titled("pandas", "Pandas", origin="n3"),
    ),
    group(
        "models",
        titled("attention", "Attention", B, origin="n4"),
        titled("rnn", "Recurrent networks", origin="n5"),
        titled("lab", "Lab", "https://lab.example/1"),
    ),
]
# The group has another name; a step moved; one was reworded; one is new.
SECOND: Items = [
    group(
        "foundations",
        titled("python-3", "Python 3", A, origin="n1"),
        titled("numpy", "NumPy arrays", origin="n2"),
        titled("setup", "Setting up", origin="n6"),
    )
    | {"origin": "g1"},
    group(
        "models",
        titled("pandas", "Pandas", origin="n3"),
        titled("attention", "Attention", B, origin="n4"),
        titled("rnn", "Recurrent networks", origin="n5"),
        titled("lab", "Lab", "https://lab.example/1"),
        titled("lab-2", "Lab", "https://lab.example/2"),
    ),
]
# Attention became a group; one was dropped and its id given to something else; labs swapped ids.
THIRD: Items = [
    SECOND[0],
    group(
        "models",
        titled("pandas", "Pandas", origin="n3"),
        group("attention", titled("self", "Self-attention"), titled("cross", "Cross-attention")),
        titled("rnn", "Root cause analysis", C, origin="n9"),
        titled("lab", "Lab", "https://lab.example/2"),
        titled("lab-2", "Lab", "https://lab.example/1"),
    ),
]
# The dropped one is back under another id, and everything lies one level deeper.
FOURTH: Items = [
    group(
        "course",
        *THIRD,
        group("more", titled("recurrent", "Recurrent networks", origin="n5")),
    )
]


def test_a_history_of_four_versions() -> None:
    events: list[Any] = []

    def add(do: str, item: str, **more: Any) -> None:
        events.append(event(do, item, len(events), **more))

    def update(old: Items, new: Items) -> Progress:
        for source, target in moves(compare_plans(plan(*old), plan(*new))):
            add("moved", source, to=target)
        return fold(roadmap({"id": "s", "title": "S", "items": new}), events)

    for name in ("basics.python", "basics.pandas", "models.attention", "models.rnn", "models.lab"):
        add("done", name)
    second = update(FIRST, SECOND)
    assert done(second) == {
        *("foundations.python-3", "models.pandas", "models.attention", "models.rnn", "models.lab")
    }
    add("done", "foundations.numpy")
    third = update(SECOND, THIRD)
    assert done(third) == {
        *("foundations.python-3", "foundations.numpy", "models.pandas", "models.lab-2")
    }
    # Neither of the parts is done, and neither is the namesake: both ticks wait under "earlier".
    assert set(third.orphaned) == {"models.attention", "models.rnn-earlier"}
    add("done", "models.attention.self")
    fourth = update(THIRD, FOURTH)
    assert done(fourth) == {
        *("course.foundations.python-3", "course.foundations.numpy", "course.models.pandas"),
        *("course.models.lab-2", "course.models.attention.self"),
    }
    assert {details.get("mark") for details in fourth.orphaned.values()} == {DONE}
    assert len(fourth.orphaned) == 2


def done(progress: Progress) -> set[str]:
    return {name for name, state in states(progress).items() if state == "done"}


# --- any plan ---

WORDS = "attention tokens training loss data model graph search memory agent".split()


@st.composite
def plans(draw: st.DrawFn) -> list[PlanItem]:
    """Plans with repeated titles and links, some without either, of groups and steps."""
    items: list[PlanItem] = []
    for number in range(draw(st.integers(1, 4))):
        parent = f"g{number}"
        items.append(PlanItem(parent, (draw(st.sampled_from(WORDS)),), (), "s", is_group=True))
        for place in range(draw(st.integers(0, 5))):
            words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
            links = draw(st.lists(st.sampled_from([A, B, C]), max_size=1))
            origin = draw(st.none() | st.just(f"o{number}{place}"))
            title = (" ".join(words),)
            items.append(PlanItem(f"{parent}.{place}", title, tuple(links), parent, (), origin))
    return items


@given(plans(), st.randoms(use_true_random=False))
def test_another_order_changes_nothing(old: list[PlanItem], chance: random.Random) -> None:
    new = old.copy()
    chance.shuffle(new)
    changes = compare_plans(old, new)
    assert became(changes) == {item.id: item.id for item in old}
    assert moves(changes) == []
    assert compare_plans(new, old).matches == changes.matches


@given(plans(), plans())
def test_additions_neither_lose_nor_misplace(old: list[PlanItem], more: list[PlanItem]) -> None:
    added = [
        PlanItem(f"n{item.id}", item.title, item.links, f"n{item.parent}", (), None, item.is_group)
        for item in more
    ]
    changes = compare_plans(old, [*added, *old])
    assert became(changes) == {item.id: item.id for item in old}
    assert {item.id for item in changes.new} == {item.id for item in added}


@settings(max_examples=300)
@given(plans(), plans())
def test_any_two_plans(old: list[PlanItem], new: list[PlanItem]) -> None:
    changes = compare_plans(old, new)
    pairs = became(changes)
    assert len(set(pairs.values())) == len(pairs)
    accounted = [*pairs, *(s.old.id for s in changes.split), *(g.old.id for g in changes.gone)]
    assert sorted(accounted) == sorted(item.id for item in old)
    shuffled = compare_plans(old[::-1], new[::-1])
    assert shuffled == changes
    assert _played(old, changes) == _expected(old, changes)


def _played(old: Sequence[PlanItem], changes: PlanChanges) -> dict[str, str]:
    """Where the tick of each old step is after the moves: by the plainest rule there is."""
    places = {item.id: item.id for item in old if not item.is_group}
    for source, target in moves(changes):
        for step_id, place in places.items():
            if place == source or place.startswith(f"{source}."):
                places[step_id] = target + place[len(source) :]
    return places


def _expected(old: Sequence[PlanItem], changes: PlanChanges) -> dict[str, str]:
    pairs = became(changes)
    reused = {gone.old.id for gone in changes.gone if gone.reused}
    return {
        item.id: pairs.get(item.id, f"{item.id}-earlier" if item.id in reused else item.id)
        for item in old
        if not item.is_group
    }


def test_ten_thousand_items_take_no_comparison_of_all_with_all() -> None:
    old = [
        PlanItem(f"g{n // 20}.i{n}", (f"Lesson {n} about {WORDS[n % 10]}",), (), f"g{n // 20}")
        for n in range(10_000)
    ]
    new = [
        PlanItem(f"h{n // 20}.i{n}", (f"Lesson {n} about {WORDS[n % 10]}",), (), f"h{n // 20}")
        for n in range(10_000)
    ]
    assert len(compare_plans(old, new).matches) == 10_000

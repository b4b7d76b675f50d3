import pytest

from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.overlay.apply import Filters, apply
from llmroadmap.core.overlay.model import Overlay
from llmroadmap.core.progress.progress import nothing_yet
from llmroadmap.core.study.selection import next_steps
from trees import group, parallel, step, steps


def laid_over(overlay: Overlay, filters: Filters = Filters()) -> tuple[Roadmap, list[str]]:
    """A plan of two stages with the overlay over it, and the ids that it does not have."""
    tree = {
        "format": 1,
        "id": "test",
        "title": "Test",
        "minutes": {"video": 30},
        "stages": [
            group(
                "s1",
                group("a", *steps("1 2 3")),
                group("b", step("1", kind="video"), step("2", kind="paper", topics=["Graphs"])),
            ),
            group("s2", parallel("c", *steps("1 2"), was=["old"]), group("d", *steps("1"))),
        ],
    }
    missing = apply(tree, overlay, filters)  # type: ignore[arg-type]
    return build_roadmap(tree, "print"), missing  # type: ignore[arg-type]


def ids(roadmap: Roadmap) -> list[str]:
    return list(roadmap.ids.all())


def around(roadmap: Roadmap, full_id: str) -> tuple[str, str]:
    """The ids in front of and behind an item among its siblings; "" where there is none."""
    node = roadmap.ids.find(full_id)
    assert node is not None
    parent = roadmap.columns.parent[node]
    siblings = [roadmap.id_of(each) for each in roadmap.children(parent)]
    at = siblings.index(full_id)
    return (["", *siblings][at], [*siblings, ""][at + 1])


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({"after": "a.2"}, ("a.2", "a.3")),
        ({"after": "a.3"}, ("a.3", "")),
        ({"before": "a.1"}, ("", "a.1")),
        ({"after": "a"}, ("a", "b")),
        ({"in": "a"}, ("a.3", "")),
        ({"in": "s1"}, ("b", "")),
        ({"after": "s1"}, ("b", "")),  # nothing stands beside a stage
        ({"in": "a.2"}, ("a.2", "a.3")),  # a step has nothing in it
        ({"after": "old"}, ("c", "d")),  # the plan renamed it
        ({"after": "a.9"}, ("a.3", "")),  # gone: in the group where it stood
        ({"after": "gone.1.2"}, ("d", "")),  # gone with its group
        ({"in": "gone"}, ("d", "")),
    ],
)
def test_where_an_own_step_stands(place: dict[str, str], expected: tuple[str, str]) -> None:
    roadmap, _ = laid_over({"add": [{"id": "x", "title": "X", **place}]})  # type: ignore[typeddict-item]
    assert around(roadmap, "+x") == expected


def test_what_is_put_behind_one_item_stands_in_the_order_of_the_file() -> None:
    own = [{"id": name, "title": name, "after": "a.1"} for name in "xyz"]
    roadmap, missing = laid_over({"add": own})  # type: ignore[typeddict-item]
    assert ids(roadmap)[1:8] == ["a", "a.1", "+x", "+y", "+z", "a.2", "a.3"]
    assert not missing


def test_own_groups_hold_own_steps_and_their_ids_do_not_depend_on_the_place() -> None:
    own = [
        {"id": "g", "title": "G", "in": "s2", "group": True},
        {"id": "x", "title": "X", "in": "+g"},
        {"id": "y", "title": "Y", "after": "+x"},
    ]
    roadmap, _ = laid_over({"add": own})  # type: ignore[typeddict-item]
    assert around(roadmap, "+y") == ("+x", "")
    group_node = roadmap.ids.find("+g")
    assert group_node is not None and not roadmap.is_step(group_node)


def test_estimates_of_kinds_groups_and_steps_the_nearest_holds() -> None:
    overlay: Overlay = {
        "kinds": {"video": 45},
        "change": {"a.2": {"minutes": 7}, "a": {"minutes": 20}},
    }
    roadmap, _ = laid_over(overlay)
    minutes = dict(zip(ids(roadmap), roadmap.columns.minutes, strict=True))
    assert (minutes["a.1"], minutes["a.2"], minutes["b.1"], minutes["b.2"]) == (20, 7, 45, 30)


def test_optional_links_needs_tags_and_notes() -> None:
    overlay: Overlay = {
        "change": {
            "a.1": {"optional": True, "links": [{"url": "https://example.org"}]},
            "b.2": {"needs": ["a.3"], "tags": ["exam"], "note": "Slowly.", "due": "2027-01-02"},
        }
    }
    roadmap, missing = laid_over(overlay)
    one, two = roadmap.ids.find("a.1"), roadmap.ids.find("b.2")
    assert one is not None and two is not None
    assert roadmap.is_optional(one)
    assert roadmap.item(one).links("en")[0]["url"] == "https://example.org"
    assert roadmap.needs[two] == (roadmap.ids.find("a.3"),)
    record = roadmap.record(two)
    assert (record["tags"], record["topics"]) == (["exam"], ["Graphs", "exam"])
    assert (record["own_note"], record["due"], missing) == ("Slowly.", "2027-01-02", [])


def test_what_is_muted_is_not_counted_or_offered_and_holds_nothing_up() -> None:
    overlay: Overlay = {"mute": ["a", "b.1"], "change": {"b.2": {"needs": ["a.3"]}}}
    roadmap, _ = laid_over(overlay)
    progress = nothing_yet(roadmap)
    assert progress.left() == 4
    assert [roadmap.id_of(offer.node) for offer in next_steps(progress, 9)][:1] == ["b.2"]
    assert [roadmap.id_of(node) for node in roadmap.muted_steps] == ["a.1", "a.2", "a.3", "b.1"]


def test_a_group_in_which_all_is_muted_is_muted_too() -> None:
    roadmap, _ = laid_over({"mute": ["b.1", "b.2"]})
    node = roadmap.ids.find("b")
    assert node is not None and roadmap.is_muted(node)
    assert not roadmap.is_muted(0)


def test_filters_leave_out_kinds_and_topics_however_they_are_written() -> None:
    roadmap, _ = laid_over({}, Filters(leave_out=("video", "graphs")))
    assert [roadmap.id_of(node) for node in roadmap.muted_steps] == ["b.1", "b.2"]


@pytest.mark.parametrize(
    ("links", "stays"),
    [
        ([], True),
        ([{"url": "https://e.org"}], True),
        ([{"url": "https://e.org", "lang": "zh"}], False),
        ([{"url": "https://e.org", "lang": "zh-CN"}], False),
        ([{"url": "https://e.org", "lang": "zh"}, {"url": "https://e.org/2", "lang": "en"}], True),
        ([{"url": "https://e.org", "lang": "zh"}, {"url": "https://e.org/2"}], True),
    ],
)
def test_only_what_is_in_no_language_of_the_reader_is_left_out(
    links: list[dict[str, str]], *, stays: bool
) -> None:
    entry = step("1", **({"links": links} if links else {}))
    tree = {"format": 1, "id": "t", "title": "T", "stages": [group("s", group("a", entry))]}
    apply(tree, {}, Filters(languages=("en",)))  # type: ignore[arg-type]
    roadmap = build_roadmap(tree)  # type: ignore[arg-type]
    assert bool(roadmap.muted_steps) is not stays


def test_what_the_plan_does_not_have_is_reported_once_for_each_change() -> None:
    overlay: Overlay = {
        "add": [{"id": "x", "title": "X", "after": "a.9"}],
        "change": {"z": {"minutes": 3}},
        "mute": ["y"],
    }
    assert laid_over(overlay)[1] == ["a.9", "z", "y"]


def test_a_former_id_still_means_its_item() -> None:
    roadmap, missing = laid_over({"mute": ["old"]})
    node = roadmap.ids.find("c")
    assert node is not None and roadmap.is_muted(node)
    assert not missing

"""Mistakes that authors make in how a roadmap's parts belong together, each with its place."""

from typing import Any

import pytest

from llmroadmap.core.checking.problems import Problem
from llmroadmap.core.checking.roadmap_checks import check_roadmap


def item(name: str, *items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """An item as the gate lets it through."""
    below = {"items": list(items)} if items else {}
    return {"id": name, "title": f"Title {name}", **fields, **below}


def stage(name: str, *items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": name, "title": f"Title {name}", "items": list(items), **fields}


def check(*stages: dict[str, Any], **fields: Any) -> list[Problem]:
    tree = {"format": 1, "id": "mine", "title": "Mine", **fields, "stages": list(stages)}
    found = check_roadmap(tree, with_doubts=True)
    errors = [problem for problem in found if problem.severity == "error"]
    without = check_roadmap(tree, with_doubts=False)
    assert [problem for problem in without if problem.severity == "error"] == errors
    return found


def found(*stages: dict[str, Any], **fields: Any) -> list[tuple[str, str]]:
    return [
        (problem.code, ".".join(str(step) for step in problem.path))
        for problem in check(*stages, **fields)
    ]


def test_a_plan_of_every_shape_has_no_problem() -> None:
    assert not check(
        stage(
            "s1",
            item("a", item("1", kind="video"), item("2", optional=True), order="parallel"),
            item("b", needs=["a.1"], was=["old.b"]),
            item("h", kind="habit", repeat="daily"),
        ),
        stage("s2", item("c", item("1", needs=["a"]), item("2", needs=["s1"]))),
        minutes={"video": 20},
        retired=[{"id": "a.3", "title": "Gone"}],
    )


class TestIds:
    def test_siblings(self) -> None:
        one = stage("s1", item("a", item("1"), item("1", title="x")), item("a", title="y"))
        assert found(one) == [
            ("duplicate-id", "stages.0.items.0.items.1.id"),
            ("duplicate-id", "stages.0.items.1.id"),
        ]

    def test_stages_and_courses_share_one_space(self) -> None:
        problems = check(stage("s1", item("a")), stage("s2", item("a"), item("s1")))
        assert [(p.code, p.facts["id"]) for p in problems] == [
            ("duplicate-course-id", "a"),
            ("duplicate-course-id", "s1"),
        ]
        assert [p.other for p in problems] == [("stages", 0, "items", 0, "id"), ("stages", 0, "id")]

    def test_the_same_word_below_two_courses_is_fine(self) -> None:
        assert not check(stage("s1", item("a", item("1")), item("b", item("1"), item("s1"))))

    def test_a_name_that_windows_gives_to_no_file(self) -> None:
        assert found(stage("s1", item("con")), id="con") == [("id-reserved", "id")]


class TestShape:
    @pytest.mark.parametrize(
        ("entry", "code", "key"),
        [
            (item("a", item("1"), minutes=5), "minutes-on-group", "minutes"),
            (item("a", item("1"), repeat="daily"), "repeat-on-group", "repeat"),
            (item("a", item("1"), kind="habit"), "habit-on-group", "kind"),
            (item("a", items=[]), "group-empty", "items"),
            (item("a", order="parallel"), "order-on-step", "order"),
            (item("a", kind="habit"), "habit-without-repeat", "kind"),
            (item("a", repeat="daily", optional=True), "optional-on-habit", "optional"),
            (item("a", repeat="daily", needs=["b"]), "needs-on-habit", "needs"),
        ],
    )
    def test_fields_where_they_mean_nothing(
        self, entry: dict[str, Any], code: str, key: str
    ) -> None:
        assert found(stage("s1", entry, item("b"))) == [(code, f"stages.0.items.0.{key}")]

    def test_depth(self) -> None:
        deep = item("1")
        for _ in range(19):
            deep = item("1", deep)
        assert not check(stage("s1", deep))
        problems = check(stage("s1", item("1", item("1", deep))))
        assert [(p.code, p.facts) for p in problems] == [("too-deep", {"limit": 20})]

    def test_a_stage_in_which_nothing_counts(self) -> None:
        optional = item("a", item("1"), optional=True)
        assert found(stage("s1", optional), {"id": "s2", "title": "S2"}) == [
            ("stage-uncounted", "stages.0"),
            ("stage-uncounted", "stages.1"),
        ]


class TestNeeds:
    @pytest.mark.parametrize(
        ("need", "code"),
        [
            ("b.9", "need-unknown"),
            ("a.1", "need-self"),
            ("a", "need-ancestor"),
            ("s1", "need-ancestor"),
            ("h", "need-habit"),
            ("o", "need-uncounted"),
        ],
    )
    def test_what_no_step_can_wait_for(self, need: str, code: str) -> None:
        one = item("a", item("1", needs=["b", need]), item("2"))
        more = item("b"), item("h", repeat="daily"), item("o", optional=True)
        expected = [(code, "stages.0.items.0.items.0.needs.1")]
        assert found(stage("s1", one, *more, order="parallel")) == expected

    def test_a_group_does_not_wait_for_its_own_steps(self) -> None:
        expected = [("need-descendant", "stages.0.items.0.needs.0")]
        assert found(stage("s1", item("a", item("1"), needs=["a.1"]))) == expected

    def test_twice(self) -> None:
        expected = [("need-twice", "stages.0.items.1.needs.1")]
        assert found(stage("s1", item("a"), item("b", needs=["a", "a"]))) == expected

    @pytest.mark.parametrize(
        ("wrong", "closest"),
        [
            ("cs224.8", "cs224n.8"),
            ("8", "cs224n.8"),
            ("cs224n.88", "cs224n.8"),
            ("cs224", "cs224n"),
            ("old", "cs224n"),
            ("zzz", ""),
        ],
    )
    def test_the_closest_id_is_named(self, wrong: str, closest: str) -> None:
        course = item("cs224n", item("8"), item("9"), was=["old"])
        (problem,) = check(stage("s1", course, item("b", needs=[wrong])))
        assert problem.facts == {"id": "b", "need": wrong, "closest": closest}

    def test_many_wrong_ids_have_one_cause_and_are_not_all_guessed(self) -> None:
        steps = [item(str(n), needs=["cours.0"]) for n in range(60)]
        problems = check(stage("s1", item("course", item("0")), *steps, order="parallel"))
        guesses = [problem.facts["closest"] for problem in problems]
        assert guesses == ["course.0"] * 50 + [""] * 10


class TestDeadlocks:
    def circle(self, *stages: dict[str, Any]) -> tuple[str, object, object]:
        (problem,) = check(*stages)
        assert problem.path[-2] == "needs"
        return problem.code, problem.facts["circle"], problem.facts["never"]

    def test_two_that_need_each_other(self) -> None:
        both = item("a", needs=["b"]), item("b", needs=["a"])
        expected = ("needs-cycle", "a → b → a", 2)
        assert self.circle(stage("s1", *both, item("c"), order="parallel")) == expected

    def test_a_step_that_needs_what_comes_after_it(self) -> None:
        course = item("a", item("1"), item("2", needs=["a.4"]), item("3"), item("4"))
        expected = ("deadlock", "a.2 → a.4 → a.3 → a.2", 3)
        assert self.circle(stage("s1", course)) == expected

    def test_by_way_of_groups_and_of_two_sequences(self) -> None:
        one = item("a", item("1", needs=["b"]), item("2"))
        two = item("b", item("1", needs=["a.2"]), item("2"))
        expected = ("deadlock", "a.1 → b → b.1 → a.2 → a.1", 4)
        assert self.circle(stage("s1", one, two, order="parallel")) == expected

    def test_a_stage_that_needs_a_later_stage(self) -> None:
        stages = stage("s1", item("a", needs=["b"])), stage("s2", item("b"))
        assert self.circle(*stages) == ("deadlock", "a → b → s2 → a", 2)

    def test_each_circle_is_told_and_a_long_one_cut(self) -> None:
        ring = [item(f"r{n}", needs=[f"r{(n + 1) % 20}"]) for n in range(20)]
        pair = item("p", needs=["q"]), item("q", needs=["p"])
        first, second = check(stage("s1", *ring, *pair, order="parallel"))
        assert first.facts["circle"] == "r0 → r1 → r2 → r3 → r4 → … → r19 → r0"
        assert second.facts["circle"] == "p → q → p"

    def test_what_is_optional_holds_up_nothing(self) -> None:
        course = item("a", item("1", needs=["a.3"]), item("2", optional=True), item("3"))
        assert found(stage("s1", course))[0][0] == "deadlock"
        course = item("a", item("1", needs=["b"]), item("2", needs=["a.1"], optional=True))
        assert not check(stage("s1", course, item("b"), order="parallel"))
        course = item("a", item("1", optional=True, needs=["a.2"]), item("2"))
        assert not check(stage("s1", course))

    def test_two_courses_that_take_turns_are_no_deadlock(self) -> None:
        one = item("a", item("1"), item("2", needs=["b.1"]), item("3", needs=["b.2"]))
        two = item("b", item("1", needs=["a.1"]), item("2", needs=["a.2"]))
        assert not check(stage("s1", one, two, order="parallel"))
        assert found(stage("s1", one, two)) == [("deadlock", "stages.0.items.0.items.1.needs.0")]


class TestFormerIds:
    @pytest.mark.parametrize(
        ("fields", "retired", "code", "path"),
        [
            ({"was": ["b"]}, [], "was-in-use", "stages.0.items.0.was.0"),
            ({"was": ["a"]}, [], "was-in-use", "stages.0.items.0.was.0"),
            ({"was": ["x", "x"]}, [], "was-twice", "stages.0.items.0.was.1"),
            ({"was": ["x"]}, ["x"], "retired-moved", "retired.0.id"),
            ({}, ["b"], "retired-in-use", "retired.0.id"),
            ({}, ["x", "x"], "retired-twice", "retired.1.id"),
        ],
    )
    def test_an_id_has_one_meaning(
        self, fields: dict[str, Any], retired: list[str], code: str, path: str
    ) -> None:
        gone = [{"id": name, "title": "Gone"} for name in retired]
        assert found(stage("s1", item("a", **fields), item("b")), retired=gone) == [(code, path)]

    def test_steps_that_one_was_split_into_share_its_id(self) -> None:
        parts = item("a", was=["x"]), item("b", was=["x"])
        assert not check(stage("s1", *parts))
        group = item("b", item("1"), was=["x"])
        assert found(stage("s1", parts[0], group)) == [("was-twice", "stages.0.items.1.was.0")]


class TestContent:
    def test_titles(self) -> None:
        blank, long = {"en": "A", "zh": "\u3164 \u200b"}, "x" * 121
        assert found(stage("s1", item("a", title=blank), item("b", title=long)), title=" ") == [
            ("title-blank", "title"),
            ("title-blank", "stages.0.items.0.title.zh"),
            ("title-long", "stages.0.items.1.title"),
        ]

    def test_a_title_that_lacks_a_language(self) -> None:
        both = [item(f"a{n}", title={"en": f"A{n}", "zh": f"甲{n}"}) for n in range(3)]
        lacks, plain = item("b", title={"en": "B"}), item("c", title="LLaMA")
        (problem,) = check(stage("s1", *both, lacks, plain))
        assert (problem.code, problem.facts) == ("translation-missing", {"id": "b", "lang": "zh"})

    def test_siblings_with_one_title(self) -> None:
        twins = item("a", title={"en": "A", "zh": "甲"}), item("b", title={"en": "B", "zh": "甲"})
        assert found(stage("s1", *twins)) == [("same-title", "stages.0.items.1.title")]

    def test_one_link_twice(self) -> None:
        links = [{"url": "https://x/"}, {"url": "https://y/"}, {"url": "https://x/"}]
        expected = [("link-twice", "stages.0.items.0.links.2")]
        assert found(stage("s1", item("a", links=links))) == expected

    def test_a_copied_address(self) -> None:
        def at(name: str, url: str) -> dict[str, Any]:
            return item(name, links=[{"url": url}])

        expected = [("same-address", "stages.0.items.2.links.0")]
        assert (
            found(stage("s1", at("a", "https://x/"), item("b"), at("c", "https://x/"))) == expected
        )
        assert not check(stage("s1", at("a", "https://x/"), at("b", "https://x/")))
        three = [at(name, "https://x/") for name in "abc"]
        assert not check(stage("s1", *three, item("d")))
        own = item("g", *three[:2], item("d"), links=[{"url": "https://x/"}])
        assert not check(stage("s1", own))

    def test_a_kind_without_an_estimate(self) -> None:
        steps = [item(n, kind="paper") for n in "ab"] + [item("c", kind="quiz", minutes=5)]
        (problem,) = check(stage("s1", *steps, item("d", kind="video")), minutes={"video": 20})
        assert problem.code == "kind-without-minutes"
        assert problem.facts == {"kind": "paper", "count": 2}
        assert problem.path == ("stages", 0, "items", 0, "kind")

"""Plans as people write them: each tree must be the one that its author would recognise."""

from typing import Any

import pytest

from conftest import shared_folder
from imported_plans import EXPECTED, PLANS, plan_text, steps
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.markdown.reading import read_markdown
from llmroadmap.formats.roadmap_yaml.schema import validate_tree


def check(plan: ImportedPlan, expected: dict[str, Any]) -> None:
    assert validate_tree(plan.roadmap) == plan.roadmap
    found = steps(plan)
    assert plan.roadmap["title"] == expected["title"]
    titles = [stage["title"] for stage in plan.roadmap["stages"]]
    stages = expected["stages"]
    assert (len(titles) if isinstance(stages, int) else titles) == stages
    least, most = expected["steps"]
    assert least <= len(found) <= most
    if "counted" in expected:
        least, most = expected["counted"]
        assert least <= sum(not step.get("optional") for step in found.values()) <= most
    for full, title in expected["named"].items():
        assert full in found, sorted(found)
        assert found[full]["title"] == title
    for full, url in expected.get("links", {}).items():
        assert found[full]["links"][0]["url"] == url
    for full, about in expected.get("about", {}).items():
        assert found[full]["about"] == about
    assert set(expected.get("left_out", [])) <= {part.what for part in plan.left_out}
    assert all(part.lines for part in plan.left_out)
    done = expected.get("done", [])
    assert (len(plan.done) if isinstance(done, int) else list(plan.done)) == done
    assert set(plan.done) <= set(found)


@pytest.mark.parametrize("name", EXPECTED["shared"])
def test_real_plans(name: str) -> None:
    path = shared_folder() / "plans" / "markdown" / name
    if not path.exists():
        pytest.skip("this plan is not here")
    expected = EXPECTED["shared"][name]
    check(read_markdown(path.read_text("utf-8-sig"), base=expected.get("base")), expected)


@pytest.mark.parametrize("name", EXPECTED["own"])
def test_shapes_of_plans(name: str) -> None:
    expected = EXPECTED["own"][name]
    text = plan_text(name)
    check(read_markdown(text, base=expected.get("base")), expected)


@pytest.mark.parametrize("name", EXPECTED["own"])
def test_bytes_of_other_systems_change_nothing(name: str) -> None:
    text = plan_text(name)
    plain = read_markdown(text)
    assert read_markdown("\ufeff" + text.replace("\n", "\r\n")) == plain
    assert read_markdown(text.rstrip("\n")).roadmap == plain.roadmap


def test_every_own_plan_is_expected() -> None:
    plans = {path.name for path in (PLANS / "plans").glob("*.md")}
    assert plans == {*EXPECTED["own"], "not_a_plan.md"}


def test_a_file_that_is_no_plan_is_refused() -> None:
    with pytest.raises(PlanUnreadable) as caught:
        read_markdown(plan_text("not_a_plan.md"))
    assert caught.value.reason == "no-steps"


def test_learners_copies_keep_their_ticks() -> None:
    """All boxes ticked in a copy: every counted step is done, whatever stands beside them."""
    path = shared_folder() / "plans/markdown/jwasham__coding-interview-university__README.md"
    plan = read_markdown(path.read_text("utf-8").replace("[ ]", "[x]"))
    counted = {full for full, step in steps(plan).items() if not step.get("optional")}
    assert counted == set(plan.done)
    assert len(counted) > 400

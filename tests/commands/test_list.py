"""list: the checklist, over the real command line."""

import pytest

from conftest import Run


def ids(found: list[dict]) -> list[str]:
    return [each["id"] for each in found]


def test_what_scripts_may_rely_on(small: Run) -> None:
    small("done a.1")
    small("start a.2")
    small("skip b.1")
    data = small("list --json").data
    states = {step["id"]: step["state"] for step in data["steps"]}
    assert states == {
        "a.1": "done", "a.2": "started", "a.x": "open", "a.code": "open",
        "b.1": "skipped", "b.2": "open", "c.paper": "open", "c.note": "open",
    }  # fmt: skip
    paper = next(step for step in data["steps"] if step["id"] == "c.paper")
    assert paper["title"] == "Attention Is All You Need"
    assert (paper["stage"], paper["optional"], paper["kind"]) == ("s2", False, "paper")
    assert [step["id"] for step in data["steps"] if step["optional"]] == ["a.x"]
    assert ids(data["habits"]) == ["notes"]


@pytest.mark.parametrize(
    ("line", "steps", "groups", "habits"),
    [
        ("list b", ["b.1", "b.2"], ["b"], []),
        ("list b.1", ["b.1"], [], []),
        ("list notes", [], [], ["notes"]),
        ("list s2", ["c.paper", "c.note"], ["s2", "c"], []),
        ("list --done", ["a.1"], ["s1", "a"], []),
        ("list b --done", [], [], []),
        ("list a --open", ["a.2", "a.x", "a.code"], ["a"], []),
        ("list s1 --open", ["a.2", "a.x", "a.code", "b.2"], ["s1", "a", "b"], ["notes"]),
        ("list --open s2", ["c.paper", "c.note"], ["s2", "c"], []),
    ],
)
def test_parts(
    small: Run, line: str, steps: list[str], groups: list[str], habits: list[str]
) -> None:
    small("done a.1")
    small("start a.2")
    small("skip b.1")
    data = small(f"{line} --json").data
    assert (ids(data["steps"]), ids(data["groups"]), ids(data["habits"])) == (steps, groups, habits)
    assert sorted(data["order"]) == sorted(steps + groups + habits)


def test_the_tree_has_ids_and_whole_addresses(small: Run) -> None:
    lines = small("list a").out.splitlines()
    assert lines[0].startswith("a  Attention  0/3")
    assert lines[1] == "  . a.1  What attention is  https://example.org/a/1"


def test_nothing_of_the_kind(small: Run) -> None:
    assert small("list --done").out == "No step here is done.\n"


def test_open_and_done_exclude_each_other(small: Run) -> None:
    ran = small("list --open --done --json")
    assert (ran.status, ran.error["code"], ran.error["reason"]) == (2, "usage", "open-and-done")


def test_an_unknown_part(small: Run) -> None:
    ran = small("list zz --json")
    assert (ran.status, ran.error["code"]) == (2, "unknown-item")


def test_one_part_at_a_time(small: Run) -> None:
    ran = small("list a b --json")
    assert (ran.status, ran.error["reason"], ran.error["detail"]) == (2, "unexpected", "b")


def test_finished_groups_are_folded_on_a_terminal(terminal: Run, small: Run) -> None:
    from conftest import SMALL, without_styles

    small("done b --yes")

    def shown(line: str) -> str:
        return without_styles(terminal([*line.split(), "--roadmap", str(SMALL)]).out)

    assert "b.1" not in shown("list")
    assert "llmroadmap list --all" in shown("list")
    assert "b.1" in shown("list --all")
    assert "b.1" in shown("list b")
    assert "b.1" in small("list").out


def test_the_whole_bundled_roadmap(run: Run) -> None:
    data = run("list --json").data
    assert len(data["steps"]) == 464
    assert len([step for step in data["steps"] if not step["optional"]]) == 352
    assert len(data["habits"]) == 6
    assert len(set(data["order"])) == len(data["order"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_signs_that_are_shown_are_explained(small: Run, lang: str) -> None:
    # Piped into what knows no Unicode, it is a plus.
    assert "\n+ " not in small(f"list --lang {lang}").out
    small("proof a.1 https://example.org/me")
    out = small(f"list --lang {lang}").out
    assert out.count(" +  https://example.org/a/1\n") == 1
    assert out.splitlines()[-2] == ""
    assert out.splitlines()[-1].startswith("+ ")


def test_the_sign_of_progress_means_nothing_else(terminal: Run) -> None:
    assert "▸" not in terminal("status").out + terminal("roadmaps").out
    terminal("start hf.0.1")
    assert "▸" in terminal("list s1").out

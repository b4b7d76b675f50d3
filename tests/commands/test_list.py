"""list: the checklist, over the real command line."""

import re

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
    assert lines[1].startswith("  . a.1  What attention is  ")
    assert lines[1].endswith("section · 45 min  https://example.org/a/1")


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


def test_what_is_not_under_way_is_folded_on_a_terminal(terminal: Run) -> None:
    from conftest import without_styles

    terminal("done hf.0 --yes")
    terminal("start prompt.fewshot")
    lines = without_styles(terminal("list").out).splitlines()
    assert len(lines) < 45
    shown = {line.split()[0] for line in lines if line.split()}
    assert {"hf.1", "cs224n"} & shown == set()  # prompt is in progress: it is next, and hf is not
    assert {"s2", "s3", "hf"} <= shown
    assert "▸ prompt.fewshot " in "\n".join(lines)
    assert "hf.1.1" in without_styles(terminal("list --all").out)


def test_it_marks_what_is_next_and_says_kind_and_time(terminal: Run, small: Run) -> None:
    from conftest import SMALL, without_styles

    shown = without_styles(terminal(["list", "--roadmap", str(SMALL)]).out).splitlines()
    (marked,) = (line for line in shown if " next · " in line)
    assert marked.split()[:2] == ["→", "a.1"]
    assert marked.endswith("next · section · 45 min  @1")
    assert small("list --json").data["next"] == "a.1"


FILTERS = {
    "--kind paper": lambda s: s["kind"] == "paper",
    "-t 30m": lambda s: s["minutes"] <= 30,
    "--lang zh": lambda s: any(link.get("lang") == "zh" for link in s["links"]),
    "--required": lambda s: not s["optional"],
    "--open": lambda s: s["state"] in ("open", "started"),
    "--topic ATTENTION": lambda s: "attention" in s["id"] or s["id"].startswith("cs224n"),
}


@pytest.mark.parametrize("one", FILTERS)
@pytest.mark.parametrize("other", FILTERS)
def test_filters_combine(run: Run, one: str, other: str) -> None:
    run("done hf.0 hf.1 --yes")
    whole = run("list --json")
    ids_of = {
        line: {s["id"] for s in run(f"list {line} --json").data["steps"]} for line in (one, other)
    }
    both = run(f"list {one} {other} --json") if one != other else run(f"list {one} --json")
    found = {s["id"] for s in both.data["steps"]}
    assert found == ids_of[one] & ids_of[other]
    for line in (one, other):
        if line in ("--lang zh", "--topic ATTENTION"):
            continue  # what a step has from its groups is not in its record
        wanted = {s["id"] for s in whole.data["steps"] if FILTERS[line](s)}
        assert ids_of[line] == wanted


def test_the_language_of_pages_is_not_that_of_the_screen(run: Run) -> None:
    chinese = run("list --lang zh --json").data["steps"]
    assert (
        {"bili.8", "hf.1.1"}
        <= {s["id"] for s in chinese}
        < {s["id"] for s in run("list --json").data["steps"]}
    )
    assert run("list --lang 中文 --json").data["steps"] == chinese
    assert run("list --lang zh-CN --json").data["steps"] == chinese
    assert "Hands-on foundations" in run("list --lang zh").out
    assert "基础实战" in run("--lang zh list --lang en").out
    ran = run("list --lang !! --json")
    assert (ran.status, ran.error["option"]) == (2, "--in")


def test_nothing_fits_says_what_was_asked(run: Run) -> None:
    out = run("list --kind paper --time 5m --lang zh --required").out
    assert out == "No steps here match: paper · ≤ 5 min · in Chinese · required.\n"


def test_the_whole_bundled_roadmap(run: Run) -> None:
    data = run("list --json").data
    assert len(data["steps"]) == 464
    assert len([step for step in data["steps"] if not step["optional"]]) == 352
    assert len(data["habits"]) == 6
    assert len(set(data["order"])) == len(data["order"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_signs_that_are_shown_are_explained(small: Run, lang: str) -> None:
    # Piped into what knows no Unicode, it is a plus.
    assert "\n+ " not in small(f"--lang {lang} list").out
    small("proof a.1 https://example.org/me")
    out = small(f"--lang {lang} list").out
    assert len(re.findall(r" \+  .*  https://example.org/a/1\n", out)) == 1
    assert out.splitlines()[-2] == ""
    assert out.splitlines()[-1].startswith("+ ")


def test_the_sign_of_progress_means_nothing_else(terminal: Run) -> None:
    assert "▸" not in terminal("status").out + terminal("roadmaps").out
    terminal("start hf.0.1")
    assert "▸" in terminal("list s1").out

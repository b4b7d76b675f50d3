"""status: how far one is, over the real command line."""

import re

import pytest

from conftest import Run


def test_what_scripts_may_rely_on(small: Run) -> None:
    small("done a.1")
    small("skip a.2")
    data = small("status --json").data
    assert (data["done"], data["total"], data["skipped"]) == (1, 6, 1)
    assert (data["percent"], data["minutes_left"]) == (17, 150)
    assert data["without_estimate"] == 2
    stages = [(s["id"], s["title"], s["done"], s["total"], s["skipped"]) for s in data["stages"]]
    assert stages == [("s1", "First", 1, 4, 1), ("s2", "Second", 0, 2, 0)]
    courses = [(c["id"], c["done"], c["total"]) for c in data["stages"][0]["courses"]]
    assert courses == [("a", 1, 2), ("b", 0, 2)]
    assert data["stages"][0]["open_now"] == ["a", "b"]
    assert data["focus"]["id"] == "b.1"
    assert data["earlier"] == []


def test_one_stage(small: Run) -> None:
    data = small("status s2 --json").data
    assert [stage["id"] for stage in data["stages"]] == ["s2"]
    assert data["total"] == 7


def test_one_course(small: Run) -> None:
    small("done c.paper b.1")
    for name in ("c", "c.paper"):  # of a step, what it stands in
        data = small(f"status {name} --json").data
        (part,) = data["stages"]
        assert (part["id"], part["done"], part["total"]) == ("c", 1, 2)
        assert data["total"] == 7
    assert [stage["id"] for stage in small("status notes --json").data["stages"]] == ["s1"]


def test_the_groups_of_a_course(run: Run) -> None:
    run("done hf.0.1")
    (course,) = run("status hf --json").data["stages"]
    assert [group["id"] for group in course["courses"]][:2] == ["hf.0", "hf.1"]
    assert course["done"] == sum(group["done"] for group in course["courses"]) == 1
    assert course["open_now"] == ["hf.1"]  # chapters come one after the other
    assert run("status s2 --json").data["stages"][0]["open_now"] == []


def test_what_comes_next_is_not_called_now(small: Run) -> None:
    assert "\nNext: a.1  What" in small("status").out
    small("start a.1")
    assert "\nNow: a.1  What" in small("status").out


def test_an_unknown_stage(small: Run) -> None:
    ran = small("status s9 --json")
    assert (ran.status, ran.error["code"]) == (2, "unknown-item")
    assert ran.error["closest"]


@pytest.mark.parametrize(
    ("lines", "percent"),
    [
        ([], 0),
        (["done a.1"], 14),
        (["done a.x"], 0),  # optional: counts in no percentage
        (["checkin notes"], 0),
        (["done a.1 a.2 a.code b.1 b.2 c.paper"], 86),
        (["done a.1 a.2 a.code b.1 b.2 c.paper", "skip c.note"], 100),
    ],
)
def test_percent(small: Run, lines: list[str], percent: int) -> None:
    for line in lines:
        assert small(line).status == 0
    assert small("status --json").data["percent"] == percent
    assert f" {percent}%" in small("status").out


def test_where_nothing_counts_there_is_a_word_and_no_bar(small: Run) -> None:
    small("skip s1 --yes")
    rows = {
        line.split()[0]: line for line in small("status --all").out.splitlines() if line.split()
    }
    for name in ("s1", "a", "b"):
        assert rows[name].endswith("  skipped")
    # It stands where the bars stand.
    assert rows["s1"].index("skipped") == rows["a"].index("skipped") == rows["s2"].index("...")
    assert "0/0" not in small("status").out
    assert "skipped" in small("list").out.splitlines()[0]
    assert "  skipped" in small("show s1").out.splitlines()[1]
    assert "  s2  Second         skipped" in small("skip s2 --yes").out.splitlines()
    assert small("status --json").data["percent"] == 100
    assert small("status").out.splitlines()[-1].split() == ["Total", "skipped"]
    assert "  skipped" in small("").out.splitlines()[1]


def test_what_is_optional_throughout_is_called_so(run: Run, plan) -> None:
    run(
        [
            "add",
            plan("# Plan\n\n## Must\n\n- [ ] one\n\n## More (optional)\n\n- [ ] two\n"),
            "--id",
            "p",
        ]
    )
    for typed in ("status", "list", "next", "show stage-more", "done two"):
        out = run([*typed.split(), "--roadmap", "p"]).out
        assert "0/0" not in out
        assert "0/0" not in run([*typed.split(), "--roadmap", "p"], LLMROADMAP_LANG="zh").out


def test_progress_on_what_the_plan_has_no_more_is_counted_as_such(small: Run, home) -> None:
    small("done a.1")
    path = home / "data" / "progress" / "small.json"
    by_hand = re.sub(',"sum":"[0-9a-f]+"', "", path.read_text())
    path.write_text(by_hand.replace('"a.1"', '"gone.1"'))
    assert [e["id"] for e in small("status --json").data["earlier"]] == ["gone.1"]
    out = small("status").out
    assert "1 item with progress is no longer in the plan" in out
    assert "gone.1    done" in out


def test_the_bundled_roadmap(run: Run) -> None:
    data = run("status --json").data
    assert [(s["id"], s["total"]) for s in data["stages"]] == [("s1", 147), ("s2", 130), ("s3", 75)]
    assert len([c for s in data["stages"] for c in s["courses"]]) == 19
    assert run("status --json --lang zh").data["stages"][0]["title"] == "基础实战"


# Many stages, so that not even one line a stage would fit.
LONG = "# Plan\n\n" + "".join(
    f"## Week {week}\n\n"
    + "".join(
        f"### Part {part}\n\n- [ ] read {week} {part}\n- [ ] write {week} {part}\n\n"
        for part in "ab"
    )
    for week in range(1, 41)
)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_fits_a_window_whatever_the_plan(terminal: Run, plan, width: int, lang: str) -> None:
    terminal(["add", plan(LONG), "--id", "long"])
    nodes = terminal("list --roadmap long --json").data["steps"]
    terminal(["done", *[step["id"] for step in nodes[::2]][:35], "--roadmap", "long"])
    for roadmap in ("llm", "long"):
        ran = terminal(f"status --roadmap {roadmap}", width=width, LLMROADMAP_LANG=lang)
        lines = ran.out.splitlines()
        assert len(lines) <= 22
        assert re.search(r"/\d+ · ", lines[-1])  # the total is next to the prompt
        whole = terminal(f"status --all --roadmap {roadmap}", width=width, LLMROADMAP_LANG=lang)
        assert len(whole.out.splitlines()) > len(lines)

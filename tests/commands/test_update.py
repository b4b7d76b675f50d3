import re

import pytest

from conftest import Run

FIRST = """# Plan

## Basics
- [ ] [Install](https://x.org/install)
- [ ] [Read the tour](https://x.org/tour)
- [ ] Write a hello world
- [ ] Old habit of mine

## Web
- [ ] [HTTP](https://x.org/http)
- [ ] [Routing](https://x.org/routing)
"""

LAST = """# Plan

## Web
- [ ] [Templates](https://x.org/templates)
- [ ] [HTTP in depth](https://x.org/http)
- [ ] [Routing](https://x.org/routing)

## First steps
- [ ] [Take the tour](https://x.org/tour)
- [ ] [Install](https://x.org/install)
- [ ] Write a hello world
"""


def titles_done(run: Run) -> set[str]:
    return {
        s["title"] for s in run("list --roadmap p --json").data["steps"] if s["state"] == "done"
    }


def tick(run: Run, *titles: str) -> None:
    ids = {s["title"]: s["id"] for s in run("list --roadmap p --json").data["steps"]}
    run(["done", *(ids[title] for title in titles), "--roadmap", "p"])


@pytest.fixture
def added(run: Run, plan) -> Run:
    run(["add", plan(FIRST), "--id", "p"])
    return run


def test_progress_follows_what_was_renamed_moved_and_retitled(added: Run, plan) -> None:
    tick(added, "Install", "Read the tour", "Routing")
    second = (
        FIRST.replace("[Read the tour]", "[A tour of the language]")
        .replace("## Web", "## The web and its protocols")
        .replace("- [ ] [Install](https://x.org/install)\n", "")
        .replace(
            "## Basics\n", "## Setting up\n- [ ] [Install](https://x.org/install)\n\n## Basics\n"
        )
    )
    answer = added(["update", "p", plan(second, "second.md"), "--yes", "--json"]).data
    assert answer["doubts"] == []
    assert titles_done(added) == {"Install", "A tour of the language", "Routing"}
    assert added("status --roadmap p --json").data["done"] == 3


def test_what_is_gone_stays_under_earlier_with_its_title(added: Run, plan) -> None:
    tick(added, "Old habit of mine")
    without = FIRST.replace("- [ ] Old habit of mine\n", "")
    added(["update", "p", plan(without, "second.md"), "--yes"])
    (kept,) = added("status --roadmap p --json").data["earlier"]
    assert (kept["title"], kept["state"]) == ("Old habit of mine", "done")
    assert "Earlier" in added("status --roadmap p").out
    assert titles_done(added) == set()
    # It comes back when the plan has it again.
    added(["update", "p", plan(FIRST, "third.md"), "--yes"])
    assert titles_done(added) == {"Old habit of mine"}
    assert added("status --roadmap p --json").data["earlier"] == []


def test_a_doubt_is_asked_about_and_a_yes_gives_no_tick_away(added: Run, plan) -> None:
    tick(added, "Write a hello world")
    unsure = FIRST.replace("Write a hello world", "Write a hello web server").replace(
        "Old habit of mine", "Print hello world"
    )
    file = plan(unsure, "second.md")
    asked = added(["update", "p", file, "--json"])
    assert asked.error["code"] == "needs-choice"
    assert titles_done(added) == {"Write a hello world"}, "nothing was changed"
    answer = added(["update", "p", file, "--yes", "--json"]).data
    assert titles_done(added) <= {"Print hello world", "Write a hello web server"}
    done = added("status --roadmap p --json").data
    assert done["done"] + len(done["earlier"]) == 1
    assert answer["moved"] in (0, 1)


def test_a_preview_changes_nothing(added: Run, plan, home) -> None:
    tick(added, "Install")
    before = (home / "config" / "roadmaps" / "p.yaml").read_bytes()
    answer = added(["update", "p", plan("# Plan\n- [ ] x\n", "b.md"), "--dry-run", "--json"]).data
    assert answer["dry_run"] is True
    assert (home / "config" / "roadmaps" / "p.yaml").read_bytes() == before
    assert titles_done(added) == {"Install"}


def test_the_source_is_remembered(added: Run, plan) -> None:
    tick(added, "Install")
    plan(FIRST + "- [ ] Templates\n")
    answer = added("update p --json").data
    assert [item["title"] for item in answer["new"]] == ["Templates"]
    assert titles_done(added) == {"Install"}


def test_a_history_of_versions_loses_no_tick_and_misplaces_none(added: Run, plan) -> None:
    """An upstream's life: reworded, reordered, grown, regrouped; ticks in between."""
    versions = [
        FIRST.replace("Read the tour", "Take the tour"),
        FIRST.replace("Read the tour", "Take the tour").replace(
            "- [ ] [HTTP](https://x.org/http)\n", "- [ ] [HTTP in depth](https://x.org/http)\n"
        )
        + "- [ ] [Templates](https://x.org/templates)\n",
        LAST,
    ]
    expected = [
        {"Install"},
        {"Install", "Take the tour"},
        {"Install", "Take the tour", "Templates"},
    ]
    tick(added, "Install")
    for number, (version, done) in enumerate(zip(versions, expected, strict=True)):
        added(["update", "p", plan(version, f"v{number}.md"), "--yes"])
        for title in done - titles_done(added):
            tick(added, title)
        assert titles_done(added) == done
    final = added("status --roadmap p --json").data
    assert (final["done"], final["earlier"]) == (3, [])


def test_a_plan_edited_by_hand_is_matched_with_what_was_seen(added: Run, home) -> None:
    tick(added, "Routing")
    file = home / "config" / "roadmaps" / "p.yaml"
    text = file.read_text()
    edited = re.sub(r"id: \S+, title: Routing", "id: routes, title: Routing", text)
    assert edited != text
    file.write_text(edited)
    assert len(added("status --roadmap p --json").data["earlier"]) == 1
    assert "llmroadmap update" in added("status --roadmap p").out
    # Nothing to fetch: the source is left out by taking the plan as it stands.
    (home / "config" / "sources.json").unlink()
    assert added("update p --json").data["moved"] == 1
    assert titles_done(added) == {"Routing"}
    assert added("status --roadmap p --json").data["earlier"] == []


def test_the_carrying_over_can_be_taken_back(added: Run, plan) -> None:
    tick(added, "Routing")
    changed = FIRST.replace("[Routing]", "[Paths and routes]")
    added(["update", "p", plan(changed, "second.md"), "--yes"])
    assert titles_done(added) == {"Paths and routes"}
    added("undo --roadmap p")
    added("redo --roadmap p")
    assert titles_done(added) == {"Paths and routes"}


def test_a_doubt_can_be_answered_on_the_line(added: Run, plan) -> None:
    tick(added, "Write a hello world")
    file = plan(FIRST.replace("Write a hello world", "Write hello world, then change it"), "b.md")
    asked = added(["update", "p", file, "--json"])
    assert (asked.status, asked.error["code"]) == (2, "needs-choice")
    old, new = asked.error["choices"][0][0], asked.error["choices"][1][0]
    assert f"--moved {old}=" in added(["update", "p", file]).err
    wrong = added(["update", "p", file, "--moved", f"{old}=nowhere", "--json"])
    assert (wrong.status, wrong.error["code"]) == (2, "invalid-option")
    answer = added(["update", "p", file, "--moved", f"{old}={new}", "--json"]).data
    assert answer["doubts"][0]["answer"] == new
    assert titles_done(added) == {"Write hello world, then change it"}


def plan_done(run: Run) -> list[str]:
    return sorted(titles_done(run))


def test_undo_takes_back_plan_and_ticks_and_redo_brings_both_again(added: Run, plan) -> None:
    tick(added, "Install", "HTTP")
    before = added("list --roadmap p --json").data["steps"]
    out = added(["update", "p", plan(LAST), "--yes"]).out
    assert "Undo: llmroadmap undo --roadmap p" in out
    after = added("list --roadmap p --json").data["steps"]
    assert plan_done(added) == ["HTTP in depth", "Install"]
    undone = added("undo --roadmap p --json").data
    assert undone["plan"] == "back"
    assert added("list --roadmap p --json").data["steps"] == before
    assert plan_done(added) == ["HTTP", "Install"]
    assert added("redo --roadmap p --json").data["plan"] == "again"
    assert added("list --roadmap p --json").data["steps"] == after
    # The same version can be compared again, and nothing is new.
    assert "0" not in added(["update", "p", plan(LAST), "--json"]).data["new"]


def test_undo_of_an_update_without_ticks_takes_no_earlier_tick(added: Run, plan) -> None:
    tick(added, "Install")
    added(["update", "p", plan(FIRST + "- [ ] [Forms](https://x.org/forms)\n"), "--yes"])
    assert added("undo --roadmap p --json").data["plan"] == "back"
    assert plan_done(added) == ["Install"]
    assert "Forms" not in added("list --roadmap p").out


def test_undo_leaves_a_plan_that_was_edited_since_and_says_so(added: Run, plan, home) -> None:
    tick(added, "HTTP")
    added(["update", "p", plan(LAST), "--yes"])
    path = home / "config" / "roadmaps" / "p.yaml"
    path.write_text(path.read_text("utf-8").replace("Templates", "My templates"), "utf-8")
    ran = added("undo --roadmap p")
    assert "The plan itself stays as it is" in ran.out
    assert "My templates" in added("list --roadmap p").out


def test_a_tick_stays_where_title_and_place_agree_and_that_is_said(added: Run, plan) -> None:
    tick(added, "Install", "Routing")
    moved = FIRST.replace("https://x.org/", "https://docs.y.example/v2/")
    data = added(["update", "p", plan(moved), "--yes", "--json"]).data
    assert {each["title"] for each in data["readdressed"]} == {"Install", "Routing"}
    assert plan_done(added) == ["Install", "Routing"]
    out = added(["update", "p", plan(FIRST), "--yes"]).out
    assert "Known by title and place, though the address is new:" in out


def test_own_changes_to_what_is_gone_are_told(added: Run, plan) -> None:
    name = next(
        s["id"]
        for s in added("list --roadmap p --json").data["steps"]
        if s["title"] == "Old habit of mine"
    )
    added(["estimate", name, "20m", "--roadmap", "p"])
    data = added(["update", "p", plan(LAST), "--yes", "--json"]).data
    assert data["own_missing"] == [name]
    assert name in added(["update", "p", plan(LAST), "--yes"]).out

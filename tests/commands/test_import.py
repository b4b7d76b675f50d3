"""import: what export wrote and other checklists come back; only what is new is added, and told."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from conftest import NOW, Run
from typing_session import TypingSession

PLAN = """
format: 1
id: small
title: {en: "A small plan", zh: 小路线}
stages:
  - id: s1
    title: {en: Stage one, zh: 第一阶段}
    items:
      - id: c
        title: {en: "DONE by many :tag:", zh: 课程}
        items:
          - {id: "1", title: 'Say "hi" & <b> *bold* _x_', minutes: 90, links: [{url: "https://x.example/a?b=[1]&c(2)"}]}
          - {id: "2", title: {en: "From [RNN] to Transformer", zh: "注意力：从 [RNN] 到 Transformer"}, minutes: 30}
          - {id: "3", title: "x +plus @at key:value"}
          - {id: "4", title: "TODO list", optional: true}
          - {id: "5", title: "=SUM(1)"}
          - {id: "6", title: "(A) Introduction", links: [{url: "https://x.example/6"}]}
      - id: d
        title: Another course
        items:
          - {id: "1", title: Introduction}
          - {id: "2", title: "`code` ~~not~~ done", links: [{url: "https://x.example/shared"}]}
      - id: e
        title: A third course
        items:
          - {id: "1", title: Introduction}
          - {id: "2", title: Summary, links: [{url: "https://x.example/shared"}]}
"""
STATES = {
    "c.1": ("done", "2026-11-03"), "c.2": ("started", ""), "c.3": ("skipped", ""),
    "c.4": ("done", ""), "c.5": ("done", "2026-11-10"), "d.1": ("done", "2026-11-11"),
    "d.2": ("done", "2026-11-11"), "e.2": ("open", ""),
}  # fmt: skip


@pytest.fixture
def one(run: Run, plan):
    """A learner with some progress, on a machine of their own."""
    source = plan(PLAN, "plan.yaml")

    def say(*words: str, **environ: str):
        return run([*words, "--roadmap", source], LLMROADMAP_DEVICE="one", **environ)

    say("done", "c.1", "--on", "2026-11-03")
    say("done", "c.5", "--on", "2026-11-10")
    say("done", "d.1", "d.2", "--on", "2026-11-11")
    say("start", "c.2")
    say("skip", "c.3")
    return say


@pytest.fixture
def other(run: Run, plan, tmp_path: Path):
    """The same plan on another machine, where nothing was done yet."""
    source = plan(PLAN, "plan.yaml")

    def say(*words: str, **environ: str):
        home = str(tmp_path / "other")
        return run([*words, "--roadmap", source], LLMROADMAP_HOME=home, **environ)

    return say


def states(say) -> dict[str, tuple[str, str]]:
    rows = say("list", "--all", "--json").data["steps"]
    return {row["id"]: row["state"] for row in rows}


def days(say) -> dict[str, str]:
    rows = json.loads(say("export", "--format", "json").out)["events"]
    return {event["item"]: event.get("on", event["at"][:10]) for event in rows}


KEEP_DAYS = ("obsidian", "org", "todotxt", "csv", "taskwarrior", "json", "todo")
KEEP_STARTED = (*KEEP_DAYS, "roundtrip")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("format", [*KEEP_DAYS, "roundtrip", "markdown"])
def test_each_format_comes_back(one, other, tmp_path: Path, format: str, lang: str) -> None:
    words = [f"--{format}"] if format in ("todo", "roundtrip") else ["--format", format]
    file = tmp_path / "file"
    one("export", *words, "--lang", lang, "-o", str(file))
    data = other("import", "ticks", str(file), "--yes", "--json").data
    assert data["ticks"]["left"] == [], format
    assert data["changed"] and data["done"] == 4
    was, now = states(one), states(other)
    if format not in KEEP_STARTED:
        was["c.2"] = "open"
    assert now == was
    if format in KEEP_DAYS:
        found = days(other)
        assert {found["c.1"], found["c.5"], found["d.1"]} == {
            "2026-11-03", "2026-11-10", "2026-11-11",
        }  # fmt: skip
    else:
        assert days(other)["c.1"] == "0002-01-01"
    again = other("import", "ticks", str(file), "--yes", "--json").data
    assert not again["changed"] and again["ticks"]["taken"] == []
    undone = other("undo", "--json")
    assert undone.status == 0 and states(other)["c.1"] == "open"


def test_what_has_no_ticks_says_what_has(other, one, tmp_path: Path) -> None:
    for name in ("plan.yaml", "page.html", "card.svg"):
        file = tmp_path / name
        if name != "plan.yaml":
            one("export", "-o", str(file))
        error = other("import", str(file), "--json").error
        assert error["code"] == "no-ticks" and "markdown" in error["hint"]


LIST = """---
title: mine
---
# My list

- [x] a thing of my own
- [X] [shared page](https://www.x.example/shared/)
- [x] Introduction
* [x] **[Some other title](http://x.example/6)** (90 min) ✅ 2026-11-05
- [ ] TODO list
- [x] DONE by many
## Another course
1. [x] introduction
```
- [x] Summary
```
- [x] TODO list done on 2026-11-09
  - [x] From [RNN] to Transformer
"""


def test_a_checklist_of_anybodys_is_read_by_address_then_title(other, plan) -> None:
    file = plan(LIST, "list.md")
    data = other("import", "ticks", file, "--dry-run", "--json").data
    taken = {each["id"]: (each["by"], each["day"]) for each in data["ticks"]["taken"]}
    assert taken == {
        "c.6": ("address", "2026-11-05"),
        "d.1": ("title", ""),
        "c.4": ("title", "2026-11-09"),
        "c.2": ("title", ""),
    }
    left = {(each["line"], each["why"]): each for each in data["ticks"]["left"]}
    assert set(left) == {
        (6, "unknown"), (7, "ambiguous"), (8, "ambiguous"), (11, "unknown"),
    }  # fmt: skip
    assert left[7, "ambiguous"]["candidates"] == ["d.2", "e.2"]
    assert left[8, "ambiguous"]["candidates"] == ["d.1", "e.1"]
    assert states(other)["c.6"] == "open"  # it was a dry run
    said = other("import", "ticks", file, "--dry-run").out
    assert "line 7 · could be any of d.2, e.2" in said and "nothing was saved" in said


def test_only_what_is_new_is_added_and_nothing_is_taken_away(other, plan) -> None:
    other("done", "c.1", "--on", "2026-11-20")
    other("skip", "d.1")
    file = plan("- [ ] Say hi\n- [ ] Introduction\n## Another course\n- [x] Introduction\n", "l.md")
    data = other("import", file, "--yes", "--json").data
    assert not data["changed"]
    assert [(each["why"], each["candidates"]) for each in data["ticks"]["left"]] == [
        ("skipped", ["d.1"])
    ]
    assert states(other)["c.1"] == "done" and states(other)["d.1"] == "skipped"


def test_a_ticked_group_names_the_line_to_type(other, plan) -> None:
    file = plan("- [x] Another course\n- [x] TODO list\n")
    data = other("import", file, "--yes", "--json").data
    assert [each["why"] for each in data["ticks"]["left"]] == ["group"]
    assert "llmroadmap done d" in other("import", file).out


def test_an_id_counts_only_on_its_own_roadmap(other, plan) -> None:
    theirs = plan("x 2026-11-02 Buy milk +home id:c.1\n(B) Call +home\n", "todo.txt")
    data = other("import", "ticks", theirs, "--yes", "--json").data
    assert [each["why"] for each in data["ticks"]["left"]] == ["unknown"] and not data["changed"]
    unnamed = plan("- [x] Something else 🆔 c-1\n- [x] TODO list 🆔 c-4\n", "l.md")
    data = other("import", unnamed, "--yes", "--json").data
    assert [each["id"] for each in data["ticks"]["taken"]] == ["c.4"]
    assert [each["text"] for each in data["ticks"]["left"]] == ["Something else"]


def test_a_day_to_come_is_today(other, plan) -> None:
    other("import", plan("- [x] TODO list ✅ 2031-01-01\n"), "--yes")
    assert days(other)["c.4"] == "2026-11-24"


def test_tables_of_others(other, plan) -> None:
    for name, text in (
        ("t.md", "| Topic | Done |\n|---|---|\n| Summary | ✅ |\n| =SUM(1) | ❌ |\n"),
        ("t.csv", "Title,Status\nSummary,done\n=SUM(1),todo\n"),
        ("signs.md", "- ✅ Summary\n- ⬜ =SUM(1)\n"),
        ("logseq.md", "- DONE Summary\n- TODO =SUM(1)\n"),
        ("boxes.org", "* Plan\n- [X] Summary\n- [ ] =SUM(1)\n"),
        ("states.org", "* Plan\n** DONE Summary\n** TODO =SUM(1)\n"),
    ):
        data = other("import", plan(text, name), "--dry-run", "--json").data
        assert [each["id"] for each in data["ticks"]["taken"]] == ["e.2"], name


def test_without_a_terminal_it_needs_a_yes_and_on_one_it_asks(other, plan, tmp_path: Path) -> None:
    file = plan("- [x] TODO list\n- [x] nothing like it\n")
    error = other("import", file, "--json").error
    assert error["code"] == "needs-answer" and "--yes" in error["hint"]
    assert states(other)["c.4"] == "open"


def test_words_that_are_no_file(other, tmp_path: Path, plan) -> None:
    assert other("import", "ticks", "--json").error["code"] == "usage"
    assert other("import", "ticks", "a", "b", "--json").error["code"] == "usage"
    assert other("import", str(tmp_path / "none"), "--json").error["code"] == "cannot-read"
    assert other("import", "https://x.example/a", "--json").error["code"] == "source-online"
    assert other("import", plan("", "empty.md"), "--json").error["code"] == "no-ticks"


def test_on_a_terminal_it_shows_what_it_would_take_and_asks(home: Path, plan) -> None:
    source = plan(PLAN, "plan.yaml")
    file = plan("- [x] TODO list ✅ 2026-11-05\n- [x] nothing like it\n")
    environ = {
        **os.environ, "LLMROADMAP_HOME": str(home), "LLMROADMAP_NOW": NOW, "LLMROADMAP_LANG": "en",
    }  # fmt: skip
    words = [sys.executable, "-m", "llmroadmap", "import", file, "--roadmap", source]
    with TypingSession(words, environ) as session:
        session.expect(r"c\.4  TODO list · 2026-11-05")
        session.expect(r"Import the ticks \(1; lines not used: 1\)\?")
        session.type("n\n")
        session.expect("[Nn]othing")
    with TypingSession(words, environ) as session:
        session.expect(r"\[y/N\]")
        session.type("y\n")
        session.expect(r"llmroadmap undo")


# -- the archive ------------------------------------------------------------------------------------


@pytest.fixture
def learner(run: Run, plan, home: Path, tmp_path: Path):
    """A learner with a roadmap of their own and everything that can lie about it."""
    run(["add", plan(PLAN, "small.yaml"), "--id", "small"])
    run("use small")
    run("done c.1 --on 2026-11-03")
    run(["note", "c.1", "my *own* words\nsecond line"])
    run(["proof", "c.1", "https://me.example/demo"])
    run("done d.1")
    run("undo")
    run("estimate c.2 2h")
    run("tag e.2 exam")
    run("mute d")
    own = home / "config" / "small.mine.yaml"
    own.write_text(f"# why I changed it\n{own.read_text('utf-8')}kinds: {{video: 7}}\n", "utf-8")
    run(["config", "study", "Mon 20:00 45m"])
    run("config hours 5")
    file = tmp_path / "everything.json"
    run(["export", "-o", str(file)])
    return run, file


def everything(run: Run, home: Path) -> dict:
    archive = json.loads(run("export small --format json", LLMROADMAP_HOME=str(home)).out)
    shown = [
        run(f"{line} --roadmap small --json", LLMROADMAP_HOME=str(home)).data
        for line in ("list --all", "notes", "log", "show c.1", "status")
    ]
    own = json.loads(json.dumps(shown).replace(str(home), "HOME"))
    return {"archive": archive, "shown": own}


def test_an_archive_restores_the_lot_and_twice_is_once(learner, home: Path, tmp_path: Path) -> None:
    run, file = learner
    new = tmp_path / "new"

    def there(*words: str):
        return run([*words], LLMROADMAP_HOME=str(new))

    preview = there("import", str(file), "--dry-run", "--json").data
    assert preview["archive"]["plan"] == "new" and not preview["changed"]
    assert there("roadmaps", "--json").data["roadmaps"][0]["id"] == "llm"
    assert there("import", str(file), "--json").error["code"] == "needs-answer"
    added = there("import", str(file), "--yes", "--json").data
    count = len(json.loads(file.read_text("utf-8"))["events"])
    assert added["archive"] == {
        "plan": "new", "events": count, "notes": 1, "proofs": 1, "contested": 0,
        "own_changes": added["archive"]["own_changes"], "own_kept": 0,
        "settings": ["hours", "study"], "backup": added["archive"]["backup"],
    }  # fmt: skip
    assert (added["done"], added["total"]) == (1, 7)
    one, two = everything(run, home), everything(run, new)
    assert one == two
    assert "# why I changed it" in Path(new, "config", "small.mine.yaml").read_text("utf-8")
    again = there("import", str(file), "--yes", "--json").data
    assert not again["changed"] and again["archive"]["events"] == 0
    assert "Nothing new" in there("import", str(file)).out
    assert everything(run, new) == two


def test_the_way_back_is_said_and_works(learner, tmp_path: Path) -> None:
    run, file = learner
    new = str(tmp_path / "new")
    said = run(["import", str(file), "--yes"], LLMROADMAP_HOME=new).out
    ways = re.findall(r": llmroadmap ((?:remove|restore|config unset) .*)", said)
    assert len(ways) == 3
    for way in sorted(ways, key=lambda way: "remove" in way):
        assert run(f"{way} --yes" if "unset" not in way else way, LLMROADMAP_HOME=new).status == 0
    again = run(["import", str(file), "--dry-run", "--json"], LLMROADMAP_HOME=new).data
    assert again["archive"]["plan"] == "new"
    assert again["archive"]["events"] > 0


def test_it_only_adds_to_what_is_here(learner, home: Path) -> None:
    run, file = learner
    run("done e.1")
    run("config hours 9")
    run("estimate c.2 3h")
    archive = json.loads(file.read_text("utf-8"))
    first = archive["events"][0]
    del first["sum"]
    first["on"] = "2026-11-01"
    file.write_text(json.dumps(archive), "utf-8")
    before = json.loads(run("export --format json").out)
    data = run(["import", str(file), "--yes", "--json"]).data
    assert not data["changed"] and data["archive"]["contested"] == 1
    assert json.loads(run("export --format json").out) == before
    # Another version of the plan here stays, and is told.
    own = home / "config" / "roadmaps" / "small.yaml"
    own.write_text(own.read_text("utf-8").replace("A third course", "Third"), "utf-8")
    assert run(["import", str(file), "--json"]).data["archive"]["plan"] == "differs"
    assert "another version here" in run(["import", str(file)]).out


def test_two_machines_archives_join(learner, tmp_path: Path) -> None:
    run, file = learner
    new = str(tmp_path / "new")
    run(["import", str(file), "--yes"], LLMROADMAP_HOME=new)
    run("done e.1 --roadmap small", LLMROADMAP_HOME=new, LLMROADMAP_DEVICE="new")
    run(["note", "e.1", "there", "--roadmap", "small"], LLMROADMAP_HOME=new)
    back = tmp_path / "back.json"
    run(["export", "small", "-o", str(back)], LLMROADMAP_HOME=new)
    run("done c.5")
    data = run(["import", str(back), "--yes", "--json"]).data
    assert data["archive"]["events"] == 2 and data["done"] == 3
    assert data["archive"]["backup"].startswith("saved")


def test_the_built_in_roadmap_needs_no_plan(run: Run, tmp_path: Path) -> None:
    run("done hf.0.1 hf.1.1")
    file = tmp_path / "llm.json"
    run(["export", "-o", str(file)])
    new = str(tmp_path / "new")
    data = run(["import", str(file), "--yes", "--json"], LLMROADMAP_HOME=new).data
    assert data["archive"]["plan"] == "built-in" and data["done"] == 2
    assert [
        each["id"] for each in run("roadmaps --json", LLMROADMAP_HOME=new).data["roadmaps"]
    ] == ["llm"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda a: a["events"][0].update(on="2026-13-01"), "archive-damaged"),
        (lambda a: a["events"][0].update(item="c.2"), "archive-damaged"),  # its sum says otherwise
        (lambda a: a["events"].append(a["events"][0]), "archive-damaged"),
        (lambda a: a.pop("events"), "archive-damaged"),
        (lambda a: a.pop("roadmap"), "archive-damaged"),
        (lambda a: a.update(own_changes=3), "archive-damaged"),
        (lambda a: a.update(own_changes="change: ["), "roadmap-invalid"),
        (lambda a: a["roadmap"].update(id="../x"), "roadmap-invalid"),
        (lambda a: a["roadmap"].update(stages=[]), "roadmap-invalid"),
        (lambda a: a.update(format=2), "archive-newer"),
        (lambda a: a.update(format="1"), "archive-damaged"),
    ],
)
def test_of_a_damaged_archive_nothing_is_taken(learner, tmp_path: Path, change, code: str) -> None:
    run, file = learner
    archive = json.loads(file.read_text("utf-8"))
    change(archive)
    file.write_text(json.dumps(archive), "utf-8")
    new = tmp_path / "new"
    error = run(["import", str(file), "--yes", "--json"], LLMROADMAP_HOME=str(new)).error
    assert error["code"] == code
    assert not list(new.rglob("small*"))


def test_half_an_archive_is_damaged(learner) -> None:
    run, file = learner
    file.write_text(file.read_text("utf-8")[:-40], "utf-8")
    assert run(["import", str(file), "--yes", "--json"]).error["code"] == "archive-damaged"


def test_settings_that_mean_nothing_here_are_passed_over(learner, tmp_path: Path) -> None:
    run, file = learner
    archive = json.loads(file.read_text("utf-8"))
    archive["settings"] |= {"hours": 9999, "calendar": "/x.ics", "language": "zh", "new": 1}
    file.write_text(json.dumps(archive), "utf-8")
    data = run(["import", str(file), "--yes", "--json"], LLMROADMAP_HOME=str(tmp_path / "n")).data
    assert data["archive"]["settings"] == ["study"]


@pytest.mark.parametrize(
    "unit", ["[a](", "_a ", "`a", "<!-- ", "\\[a\\]", "[[", "~~a", "[a:: ", "#a "]
)
def test_long_lines_of_signs_are_read_at_once(other, plan, unit: str) -> None:
    for name, start in (("l.md", "- [x] "), ("l.org", "* DONE "), ("todo.txt", "x ")):
        file = plan(f"{start}{unit * 20_000}\n{start}TODO list\n", name)
        data = other(
            "import", file, "--dry-run", "--json"
        ).data  # quadratic, this would take minutes
        assert [each["id"] for each in data["ticks"]["taken"]] == ["c.4"]

"""Anki, Taskwarrior, Org, todo.txt and Obsidian: what is written, and what those programs make of it."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from conftest import Run
from interop import node_with, program, python_with, told_by

PLAN = """
format: 1
id: small
title: {en: "A small plan", zh: 小路线}
stages:
  - id: s1
    title: Stage one
    items:
      - id: c
        title: "DONE by many :tag:"
        items:
          - {id: "1", title: 'Say "hi" & <b>', minutes: 90, links: [{url: "https://x.example/a?b=[1]&c"}]}
          - {id: "2", title: "注意力：从 [RNN] 到 Transformer", minutes: 30}
          - {id: "3", title: "x +plus @at key:value", minutes: 20}
          - {id: "4", title: "TODO list", optional: true}
"""


@pytest.fixture
def line(run: Run, plan):
    source = plan(PLAN, "plan.yaml")

    def say(*words: str, **environ: str):
        return run([*words, "--roadmap", source], **environ)

    say("done", "c.1", "--on", "2026-11-03")
    say("start", "c.2")
    say("skip", "c.3")
    say("note", "c.2", "Q: What is “attention”?\nA: A mean,\twith <weights>\n* a headline")
    return say


# -- Anki -------------------------------------------------------------------------------------------

ANKI = """
import sys, json
from anki.collection import Collection
from anki.import_export_pb2 import ImportCsvRequest
collection = Collection(sys.argv[1])
metadata = collection.get_csv_metadata(path=sys.argv[2], delimiter=None)
log = collection.import_csv(ImportCsvRequest(path=sys.argv[2], metadata=metadata)).log
notes = [collection.get_note(each) for each in collection.find_notes("")]
print(json.dumps({"new": len(log.new), "updated": len(log.updated), "same": len(log.duplicate),
    "notes": sorted([n.guid, *n.fields, " ".join(n.tags)] for n in notes),
    "decks": sorted({collection.decks.name(card.did) for n in notes for card in n.cards()})}))
collection.close()
"""


def test_anki_makes_cards_and_updates_them_in_place(line, tmp_path: Path) -> None:
    python = python_with("anki")

    def imported(name: str) -> dict:
        file = tmp_path / name
        line("export", "--format", "anki", "-o", str(file))
        return json.loads(told_by([python, "-c", ANKI, str(tmp_path / "c.anki2"), str(file)]))

    first = imported("one.txt")
    assert (first["new"], first["updated"]) == (1, 0)
    guid, question, answer, tags = first["notes"][0]
    assert guid.startswith("llmroadmap:small:")
    assert question == "What is “attention”?"
    assert answer.startswith("A mean, with &lt;weights&gt;")
    assert tags == "llmroadmap small::c small::s1"
    assert first["decks"] == ["A small plan"]
    again = imported("one-more.txt")
    assert (again["new"], len(again["notes"])) == (0, 1)
    # Other words for the same question: the card is changed, and there is no second one.
    text = (tmp_path / "one.txt").read_text("utf-8").replace("A mean", "A weighted mean")
    (tmp_path / "changed.txt").write_text(text, "utf-8")
    changed = json.loads(
        told_by([python, "-c", ANKI, str(tmp_path / "c.anki2"), str(tmp_path / "changed.txt")])
    )
    assert (changed["new"], changed["updated"], len(changed["notes"])) == (0, 1, 1)
    assert changed["notes"][0][0] == guid and "A weighted mean" in changed["notes"][0][2]


def test_cards_of_the_plan_and_how_to_get_some(run: Run, line) -> None:
    rows = run("export --format anki").out.splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    assert len(cells) > 100 and {len(row) for row in cells} == {4}
    assert len({row[0] for row in cells}) == len(cells)
    inside = run("export --format anki --part hf.1").out
    assert 0 < inside.count("\n") < len(rows)
    line("undo")
    error = json.loads(line("export", "--format", "anki", "--json").out)["error"]
    assert error["code"] == "no-questions" and "note" in error["hint"]


# -- Taskwarrior ------------------------------------------------------------------------------------


@pytest.fixture
def task(tmp_path: Path):
    task = program("task")
    rc = tmp_path / "taskrc"
    rc.write_text(
        f"data.location={tmp_path}/tasks\nconfirmation=off\nuda.llmroadmap.type=string\nhooks=off\n"
    )
    (tmp_path / "tasks").mkdir()

    def say(*words: str, text: str = "") -> str:
        return told_by(
            [task, "rc.verbose=nothing", *words], text, TASKRC=str(rc), HOME=str(tmp_path)
        )

    return say


def tasks(task) -> dict[str, dict]:
    return {each["llmroadmap"]: each for each in json.loads(task("export"))}


def test_taskwarrior_twice_is_once(line, task) -> None:
    text = line("export", "--format", "taskwarrior").out
    for _ in range(2):
        task("import", "-", text=text)
    found = tasks(task)
    assert {item: each["status"] for item, each in found.items()} == {
        "c.1": "completed", "c.2": "pending", "c.3": "deleted", "c.4": "pending",
    }  # fmt: skip
    assert found["c.1"]["description"] == 'Say "hi" & <b>'
    assert found["c.1"]["end"] == "20261103T120000Z"
    assert found["c.2"]["description"] == "注意力：从 [RNN] 到 Transformer"
    assert "start" in found["c.2"] and found["c.2"]["project"] == "small.s1.c"


def test_taskwarrior_keeps_what_is_the_learners(line, task, tmp_path: Path) -> None:
    task("import", "-", text=line("export", "--format", "taskwarrior").out)
    task("llmroadmap:c.2", "modify", "+mine", "priority:H", "due:2026-12-24")
    task("llmroadmap:c.4", "done")  # finished there, and not here
    line("done", "c.2")
    file = tmp_path / "tasks.json"
    for _ in range(2):
        file.write_text(task("export"), "utf-8")
        task(
            "import", "-", text=line("export", "--format", "taskwarrior", "--update", str(file)).out
        )
        found = tasks(task)
        assert len(found) == 4
        assert found["c.2"]["status"] == "completed" and found["c.2"]["tags"] == ["mine"]
        assert found["c.2"]["priority"] == "H" and "due" in found["c.2"]
        assert found["c.4"]["status"] == "completed"
    file.write_text(task("export"), "utf-8")
    assert json.loads(line("export", "--format", "taskwarrior", "--update", str(file)).out) == []


def test_the_plain_line_twice_leaves_the_learners_own_untouched(line, task, tmp_path: Path) -> None:
    environ = {
        "PATH": os.environ["PATH"],
        "TASKRC": str(tmp_path / "taskrc"),
        "HOME": str(tmp_path),
    }

    def again() -> str:
        text = line("export", "--format", "taskwarrior", **environ).out
        task("import", "-", text=text)
        return text

    assert len(json.loads(again())) == 4
    task("llmroadmap:c.2", "modify", "+mine", "priority:H", "due:2026-12-24", "project:study")
    task("llmroadmap:c.2", "annotate", "my own words")
    task("llmroadmap:c.4", "done")
    before = tasks(task)
    assert json.loads(again()) == [] and tasks(task) == before
    line("done", "c.2")
    assert len(json.loads(again())) == 1
    found = tasks(task)["c.2"]
    assert found["status"] == "completed" and found["tags"] == ["mine"]
    assert (found["priority"], found["due"]) == ("H", before["c.2"]["due"])
    assert "my own words" in [each["description"] for each in found["annotations"]]
    assert tasks(task)["c.4"]["status"] == "completed" and len(tasks(task)) == 4
    # In one pipe too: what is asked for is there before anything is imported.
    home = tmp_path / "home"
    pipe = (
        f"{sys.executable} -m llmroadmap --roadmap {tmp_path}/plan.yaml export --format taskwarrior"
        " | task rc.verbose=nothing import -"
    )
    told_by(["sh", "-c", pipe], LLMROADMAP_HOME=str(home), **environ)
    assert tasks(task)["c.2"]["tags"] == ["mine"]


def test_a_taskwarrior_that_nobody_set_up_is_not_asked(line, task, tmp_path: Path) -> None:
    empty = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "nobody"), "TASKRC": ""}
    assert len(json.loads(line("export", "--format", "taskwarrior", **empty).out)) == 4
    broken = tmp_path / "bin" / "task"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\necho no JSON\n")
    broken.chmod(0o755)
    other = {"PATH": str(broken.parent), "TASKRC": str(tmp_path / "taskrc"), "HOME": str(tmp_path)}
    assert len(json.loads(line("export", "--format", "taskwarrior", **other).out)) == 4


def test_what_is_no_list_of_tasks_is_refused(line, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    for text in ("{", "{}", "[1]"):
        file.write_text(text)
        ran = line("export", "--format", "taskwarrior", "--update", str(file), "--json")
        assert json.loads(ran.out)["error"]["code"] == "not-tasks"


# -- Org --------------------------------------------------------------------------------------------

ORG = """
(progn (require 'org) (require 'org-lint) (setq make-backup-files nil)
  (find-file (car command-line-args-left))
  (org-map-entries (lambda () (princ (format "%s|%s|%s|%s|%s\\n" (org-entry-get (point) "CUSTOM_ID")
    (org-get-todo-state) (org-get-heading t t t t) (org-entry-get (point) "CLOSED")
    (org-entry-get (point) "EFFORT")))))
  (princ (format "lint %s" (length (org-lint)))))
"""


def test_emacs_reads_the_outline_and_org_lint_is_silent(line, tmp_path: Path) -> None:
    file = tmp_path / "plan.org"
    line("export", "--notes", "-o", str(file))
    said = told_by([program("emacs"), "--batch", "--eval", ORG, str(file)], LC_ALL="C.UTF-8")
    rows = [row.split("|") for row in said.splitlines() if "|" in row]
    assert said.splitlines()[-1] == "lint 0"
    states = {row[0]: (row[1], row[3], row[4]) for row in rows}
    assert states == {
        "s1": ("nil", "nil", "nil"),
        "c": ("nil", "nil", "nil"),
        "c.1": ("DONE", "[2026-11-03 Tue]", "1:30"),
        "c.2": ("STRT", "nil", "0:30"),
        "c.3": ("SKIP", "nil", "0:20"),
        "c.4": ("TODO", "nil", "nil"),
    }
    assert rows[1][2].replace("\u200b", "") == "DONE by many :tag:"
    assert 'Say "hi" & <b>' in rows[2][2]


def test_org_lint_is_silent_about_the_whole_roadmap(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.org"
    run(["export", "-o", str(file), "--lang", "zh"])
    said = told_by([program("emacs"), "--batch", "--eval", ORG, str(file)], LC_ALL="C.UTF-8")
    assert said.splitlines()[-1] == "lint 0"
    assert len(said.splitlines()) > 400


# -- todo.txt and Obsidian --------------------------------------------------------------------------

TODOTXT = re.compile(
    r"(?:x (?:\d{4}-\d{2}-\d{2} (?:\d{4}-\d{2}-\d{2} )?)?)?"
    r"(?P<text>.+?) \+small @s1 @c id:(?P<id>\S+)(?: est:\d+m)?(?: state:(?P<state>\w+))?(?: url:\S+)?"
)


def test_todo_txt_keeps_its_rules(line) -> None:
    rows = line("export", "--format", "todotxt").out.splitlines()
    found = [TODOTXT.fullmatch(row) for row in rows]
    assert all(found), rows
    assert rows[0].startswith('x 2026-11-03 Say "hi" & <b> +small')
    assert found[1]["state"] == "started" and not rows[1].startswith("x ")
    # No word of a title is a project, a context or a key; and an open line does not begin like a done one.
    title = found[2]["text"]
    assert rows[2].startswith("x - x ") or title.startswith("- x ")
    assert not re.search(r"(?:^| )[+@]\S|(?:^| )\w+:\S", title)


TASK = re.compile(
    r"\t*- \[(?P<state>[ x/-])\] (?P<title>.+?)(?: #optional)? 🆔 (?P<id>[A-Za-z0-9_-]+)"
    r"(?: 🛫 \d{4}-\d\d-\d\d)?(?: ✅ (?P<day>\d{4}-\d\d-\d\d))?"
)


def test_obsidian_tasks_are_as_the_plugin_writes_them(line) -> None:
    text = line("export", "--format", "obsidian").out
    found = [TASK.fullmatch(row) for row in text.splitlines() if "🆔" in row]
    assert [each["state"] for each in found] == ["x", "/", "-", " "]
    assert [each["id"] for each in found] == ["c-1", "c-2", "c-3", "c-4"]
    assert found[0]["day"] == "2026-11-03"


PYTODOTXT = """
import json, sys, pytodotxt
tasks = pytodotxt.TodoTxt(sys.argv[1]).parse()
print(json.dumps([{"done": t.is_completed, "day": str(t.completion_date or ""), "projects": t.projects,
    "contexts": t.contexts, "attributes": t.attributes, "title": t.bare_description()} for t in tasks]))
"""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pytodotxt_reads_the_list(run: Run, line, tmp_path: Path, lang: str) -> None:
    python, file = python_with("pytodotxt"), tmp_path / "todo.txt"
    line("export", "-o", str(file), "--lang", lang)
    found = json.loads(told_by([python, "-c", PYTODOTXT, str(file)]))
    assert [each["attributes"]["id"] for each in found] == [["c.1"], ["c.2"], ["c.3"], ["c.4"]]
    assert {tuple(each["projects"]) for each in found} == {("small",)}
    assert {tuple(each["contexts"]) for each in found} == {("s1", "c")}
    assert [each["done"] for each in found] == [True, False, True, False]
    assert [each["day"] for each in found] == ["2026-11-03", "", "", ""]
    assert found[1]["title"].strip() == "注意力：从 [RNN] 到 Transformer"
    whole = tmp_path / "whole" / "todo.txt"
    whole.parent.mkdir()
    run(["export", "-o", str(whole), "--lang", lang])
    tasks = json.loads(told_by([python, "-c", PYTODOTXT, str(whole)]))
    assert len(tasks) > 350 and all(len(each["attributes"]["id"]) == 1 for each in tasks)
    assert {tuple(each["projects"]) for each in tasks} == {("llm",)}


def test_what_todo_txt_ticks_comes_back(line, tmp_path: Path) -> None:
    todo = program("todo-txt")
    line("export", "-o", str(tmp_path / "todo.txt"))
    config = tmp_path / "config"
    config.write_text(
        f"export TODO_DIR={tmp_path}\nexport TODO_FILE=$TODO_DIR/todo.txt\n"
        "export DONE_FILE=$TODO_DIR/done.txt\nexport REPORT_FILE=$TODO_DIR/report.txt\n"
    )
    said = [todo, "-p", "-d", str(config)]
    assert told_by([*said, "lsprj"]) == "+small\n"
    assert "注意力：从 [RNN] 到 Transformer" in told_by([*said, "ls", "+small"], LC_ALL="C.UTF-8")
    told_by([*said, "-a", "do", "4"])  # and puts the day of today in front
    told_by([*said, "archive"])
    done = (tmp_path / "done.txt").read_text("utf-8")
    assert done.count("\n") == 3 and "id:c.4" in done
    data = json.loads(line("import", "ticks", str(tmp_path / "done.txt"), "--yes", "--json").out)
    assert [each["id"] for each in data["data"]["ticks"]["taken"]] == ["c.4"]
    assert (data["data"]["ticks"]["already"], data["data"]["ticks"]["left"]) == (2, [])


def test_what_taskwarrior_finished_comes_back(line, task, tmp_path: Path) -> None:
    task("import", "-", text=line("export", "--format", "taskwarrior").out)
    task("llmroadmap:c.4", "modify", "project:elsewhere", "A title of my own")
    task("llmroadmap:c.4", "done")
    task("add", "buy milk")
    task("buy", "done")
    text = task("export")
    file = tmp_path / "tasks.json"
    file.write_text(text, "utf-8")
    ran = line("import", "ticks", str(file), "--yes", "--json")
    ticks = json.loads(ran.out)["data"]["ticks"]
    assert [(each["id"], each["by"]) for each in ticks["taken"]] == [("c.4", "id")]
    assert [each["text"] for each in ticks["left"]] == ["buy milk"]


def test_what_emacs_closed_comes_back(line, tmp_path: Path) -> None:
    file = tmp_path / "plan.org"
    line("export", "-o", str(file))
    code = (
        "(progn (require 'org) (setq make-backup-files nil org-log-done 'time)"
        "(find-file (car command-line-args-left))"
        '(goto-char (org-find-property "CUSTOM_ID" "c.4")) (org-todo "DONE") (save-buffer))'
    )
    told_by([program("emacs"), "--batch", "--eval", code, str(file)], LC_ALL="C.UTF-8")
    ran = line(
        "import", "ticks", str(file), "--yes", "--json", LLMROADMAP_NOW="2099-01-01T20:00:00Z"
    )
    (taken,) = json.loads(ran.out)["data"]["ticks"]["taken"]
    assert taken["id"] == "c.4" and taken["by"] == "id" and taken["day"].startswith("20")


REMARK = """
const fs = require('fs');
(async () => {
  const {unified} = await import('MODULES/unified/index.js');
  const parse = (await import('MODULES/remark-parse/index.js')).default;
  const gfm = (await import('MODULES/remark-gfm/index.js')).default;
  const tree = unified().use(parse).use(gfm).parse(fs.readFileSync(process.argv[1], 'utf8'));
  const words = (node) => node.value || (node.children || []).filter((c) => c.type !== 'list').map(words).join('');
  const found = [];
  const walk = (node) => {
    if (node.type === 'listItem') found.push([node.checked, words(node).trim()]);
    (node.children || []).forEach(walk);
  };
  walk(tree);
  console.log(JSON.stringify(found));
})();
"""


@pytest.mark.parametrize("format", ["obsidian", "markdown"])
def test_a_reader_of_github_markdown_sees_the_boxes(run: Run, line, tmp_path: Path, format) -> None:
    node, modules = node_with("remark-gfm")
    script = REMARK.replace("MODULES", modules)

    def read(say) -> list[list]:
        file = tmp_path / "note.md"
        say("export", "--format", format, "-o", str(file), "--force")
        return json.loads(told_by([node, "-e", script, str(file)]))

    found = read(line)
    # GitHub knows two states; the two that Obsidian's Tasks adds are words to it.
    states = [True, None, None, False] if format == "obsidian" else [True, False, False, False]
    assert [checked for checked, _ in found[-4:]] == states
    assert found[-4][1].startswith('Say "hi" & <b>')
    assert "注意力：从 [RNN] 到 Transformer" in found[-3][1]
    whole = read(lambda *words: run([*words, "--lang", "zh"]))
    steps = run("status --json").data["total"]
    assert sum(checked is not None for checked, _ in whole) >= steps

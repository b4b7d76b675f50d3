"""export: each format as people and programs read it."""

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from conftest import Run


def test_a_list_for_friends_is_clean_and_in_the_readers_language(run: Run) -> None:
    run("done hf.0.1 hf.1.1")
    run("skip hf.1.2")
    english, chinese = run("export").out, run("export --lang zh").out
    assert "<!--" not in english and "{" not in english
    assert "    - [x] [Introduction](https://huggingface.co/learn/llm-course/chapter0/1)" in english
    assert re.search(r"- \[ \] ~~\[Natural Language .*\]\(.*/chapter1/2\)~~", english)
    assert (
        "    - [x] [课程简介](https://huggingface.co/learn/llm-course/zh-CN/chapter0/1)" in chinese
    )
    assert "（选学）" in chinese and " (optional)" in english


def test_a_list_for_friends_reads_as_the_same_tree(run: Run, tmp_path: Path) -> None:
    run("done hf.0.1 hf.1.1")
    file = str(tmp_path / "plan.md")
    run(["export", "-o", file])
    run(["add", file, "--id", "again", "--keep-ticks"])
    one, two = (run(line).data["steps"] for line in ("list --json", "list --roadmap again --json"))
    habits = run("list --json").data["habits"]  # a list of boxes has no word for them
    assert len(one) <= len(two) <= len(one) + len(habits)
    assert [s["title"] for s in two if s["state"] == "done"] == ["Introduction", "Introduction"]


def test_the_round_trip_reads_back_to_the_same_tree_and_ticks(run: Run, tmp_path: Path) -> None:
    run("done hf.0.1 hf.1.1")
    file = str(tmp_path / "plan.md")
    run(["export", "--roundtrip", "-o", file])
    run(["add", file, "--id", "again", "--keep-ticks"])
    one = run("list --json").data["steps"]
    two = run("list --roadmap again --json").data["steps"]
    assert [(s["id"], s["title"], s["state"]) for s in one] == [
        (s["id"], s["title"], s["state"]) for s in two
    ]


def test_one_part_alone(run: Run) -> None:
    out = run("export --part hf.1").out
    assert out.startswith("# Transformer models\n\n- [ ] [Introduction](")
    assert out.count("- [ ]") == run("status hf.1 --json").data["stages"][0]["total"]
    step = run("export --part hf.1.1").out
    assert step == "- [ ] [Introduction](https://huggingface.co/learn/llm-course/chapter1/1)\n"
    assert run("export --part nothing-like-it --json").error["code"] == "unknown-item"


def test_notes_and_results_only_where_they_are_asked_for(run: Run) -> None:
    run(["note", "hf.1.1", "my *own* words\n\nof two lines"])
    run(["proof", "hf.1.1", "https://me.example/demo"])
    for format in ("markdown", "csv"):
        without = run(f"export --format {format}").out
        assert "my *own*" not in without and "me.example" not in without
        assert "my *own* words" in run(f"export --format {format} --notes").out
    shown = run("export --notes").out
    assert "      > 2026-11-24: my *own* words\n      >\n      > of two lines\n" in shown
    assert "      > Result: <https://me.example/demo>\n" in shown


def test_a_dry_run_says_what_of_the_learners_would_leave(run: Run, tmp_path: Path) -> None:
    run("done hf.0.1 hf.1.1")
    run("note hf.1.1 words")
    file = tmp_path / "x.csv"
    data = run(["export", "-o", str(file), "--dry-run", "--notes", "--json"]).data
    assert data["holds"] == [
        {"what": "ticks", "number": 2}, {"what": "dates", "number": 2}, {"what": "notes", "number": 1},
    ]  # fmt: skip
    assert data["text"] == "" and not file.exists()
    assert "2 ticks, their days, 1 note" in run("export --format csv --notes --dry-run").out
    assert "nothing of yours" in run("export --format yaml --dry-run").out


def test_a_file_that_is_there_is_only_replaced_on_request(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text("mine", "utf-8")
    line = ["export", "-o", str(file)]
    assert run([*line, "--json"]).error["code"] == "file-exists"
    assert file.read_text("utf-8") == "mine"
    assert run([*line, "--force", "--json"]).data["changed"] is True
    assert "is already up to date" in run(line).out


def test_an_option_of_another_format_is_refused(run: Run) -> None:
    error = run("export --format yaml --notes --json").error
    assert (error["code"], error["option"]) == ("of-other-formats", "--notes")
    assert "markdown" in error["hint"]
    assert run("export --format csv --roundtrip").status == 2


def test_an_unknown_format_is_refused(run: Run) -> None:
    assert run("export --format pdf --json").error["code"] == "invalid-option"


def test_yaml_is_the_same_roadmap(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "plan.yaml")
    run(["export", "--format", "yaml", "-o", file])
    assert run(["check", file, "--json"]).data["errors"] == []
    one, two = run("list --json").data, run(["list", "--json", "--roadmap", file]).data
    assert one == two


AWKWARD = """
format: 1
id: small
title: "2026-01-02"
stages:
  - id: s1
    title: {en: "yes", "no": "1:30", zh: "<<"}
    items:
      - {id: "1", title: "on"}
      - {id: "0x1f", title: "~", about: "1_000", topics: ["no", ".5", "null", "3.10"]}
      - {id: "y", title: "a\\u2028b", about: "x\\u0085y", links: [{url: "https://x.example/#a"}]}
      - {id: "1e3", title: "- [ ] # & * ! | > ' % @ `", about: "a: b, {c} [d]"}
"""


def test_yaml_keeps_its_texts_in_every_reader(run: Run, plan, tmp_path: Path) -> None:
    source = plan(AWKWARD, "awkward.yaml")
    assert run(["check", source, "--json"]).data["errors"] == []
    file = str(tmp_path / "written.yaml")
    run(["export", "--roadmap", source, "--format", "yaml", "-o", file])
    text = Path(file).read_text("utf-8")
    plain = yaml.safe_load(AWKWARD)
    assert yaml.safe_load(text) == plain  # the YAML 1.1 of PyYAML, which takes `no` for false
    for program in (["ruby", "-ryaml", "-rjson", "-e", "puts JSON.dump(YAML.load(STDIN.read))"],):
        if shutil.which(program[0]):
            ran = subprocess.run(program, input=text, capture_output=True, text=True, check=True)
            assert json.loads(ran.stdout) == plain


def test_csv_is_what_rfc_4180_says(run: Run, plan) -> None:
    source = plan(
        "format: 1\nid: small\ntitle: t\nstages:\n- id: s\n  title: S\n  items:\n"
        "  - {id: a, title: '=HYPERLINK(1)', minutes: 30}\n"
        "  - {id: b, title: 'One, \"two\"'}\n",
        "plan.yaml",
    )
    run(["done", "a", "--took", "50m", "--roadmap", source])
    text = run(["export", "--format", "csv", "--roadmap", source]).out
    assert text.endswith("\r\n") and text.count("\r\n") == 3
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["title"] for row in rows] == ["'=HYPERLINK(1)", 'One, "two"']
    assert (rows[0]["state"], rows[0]["finished"], rows[0]["spent"]) == ("done", "2026-11-24", "50")
    with_mark = run(["export", "--format", "csv", "--bom", "--roadmap", source]).out
    assert with_mark == "\ufeff" + text


def test_json_has_every_event(run: Run, tmp_path: Path) -> None:
    run("done hf.0.1")
    run("note hf.0.1 words")
    run("undo")
    archive = yaml.safe_load(run("export --format json").out)
    assert [event["do"] for event in archive["events"]] == ["done", "note", "undo"]
    assert len({event["id"] for event in archive["events"]}) == 3
    assert archive["roadmap"]["id"] == "llm"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_special_in_markdown_is_shown_as_it_is(run: Run, plan, lang: str) -> None:
    titles = ["snake_case __init__", "a * b", "<script>", "[x] done?", "C:\\dir `code`", "~~no~~"]
    rows = "\n".join(f"  - {{id: n{n}, title: {t!r}}}" for n, t in enumerate(titles))
    source = plan(
        f"format: 1\nid: small\ntitle: t\nstages:\n- id: s\n  title: S\n  items:\n{rows}\n",
        "p.yaml",
    )
    out = run(["export", "--roadmap", source, "--lang", lang]).out
    assert "- [ ] snake_case \\_\\_init\\_\\_\n- [ ] a \\* b\n- [ ] \\<script>\n" in out
    from markdown_it import MarkdownIt

    html = MarkdownIt().enable("strikethrough").render(out)
    for title in ("snake_case __init__", "a * b", "&lt;script&gt;", "[x] done?", "~~no~~"):
        assert f"<li>[ ] {title}</li>" in html
    assert "<li>[ ] C:\\\\dir `code`</li>" in html

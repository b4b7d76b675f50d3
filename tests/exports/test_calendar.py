"""The calendar, by our own reading of RFC 5545 and by the programs that people read it with."""

import json
import re
from datetime import date, datetime
from pathlib import Path

import pytest

from conftest import Run
from interop import node_with, program, python_with, told_by

SLOTS = "Mon,Wed,Fri 20:00 45m; Sat 10:00 2h"
TITLE = "注意力，自注意力与多头注意力机制：从 Transformer 到今天的大模型 🤗; a, b \\ c"
PLAN = f"""
format: 1
id: small
title: {{en: A plan with “signs”, zh: 一条路线}}
stages:
  - id: s1
    title: Stage; one
    items:
      - {{id: a, title: {json.dumps(TITLE, ensure_ascii=False)}, minutes: 100, links: [{{url: "https://x.example/a?b=c,d;e"}}]}}
      - {{id: b, title: Second, minutes: 30}}
      - {{id: c, title: Third, minutes: 30}}
      - {{id: d, title: Fourth, minutes: 900}}
"""


@pytest.fixture
def export(run: Run, plan):
    source = plan(PLAN, "plan.yaml")
    run(["config", "study", SLOTS])
    return lambda *words: run(["export", "--roadmap", source, *words])


@pytest.fixture
def do(run: Run, plan):
    source = plan(PLAN, "plan.yaml")
    return lambda words, **environ: run([*words.split(), "--roadmap", source], **environ)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def values(text: str, name: str) -> list[str]:
    return [line.partition(":")[2] for line in unfolded(text) if re.match(rf"{name}[;:]", line)]


def test_lines_are_as_the_standard_says(export) -> None:
    text = export("--format", "ics").out
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.encode().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)  # no character is broken in two
    assert any(line.startswith(b" ") for line in lines)


def test_an_event_is_a_slot(export) -> None:
    text = export("--format", "ics").out
    starts = values(text, "DTSTART")
    # Today is Tuesday, 24 November: four weeks of Mon, Wed, Fri, Sat.
    assert starts[:4] == [
        "20261125T200000",
        "20261127T200000",
        "20261128T100000",
        "20261130T200000",
    ]
    assert len(starts) == len(set(values(text, "UID"))) == 16
    assert values(text, "UID")[0] == "slot-20261125T2000@small.llmroadmap"
    escaped = TITLE.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert values(text, "SUMMARY")[0] == f"{escaped} (1/3)"
    assert values(text, "SUMMARY")[2] == f"{escaped} (3/3)"
    assert "llmroadmap done a\\n" in values(text, "DESCRIPTION")[4]
    assert values(text, "URL")[0] == "https://x.example/a?b=c,d;e"
    assert values(text, "TRIGGER")[0] == "-PT10M"
    assert not values(export("--format", "ics", "--alarm", "none").out, "TRIGGER")
    assert values(export("--format", "ics", "--alarm", "1h").out, "TRIGGER")[0] == "-PT60M"
    assert len(values(export("--format", "ics", "--weeks", "1").out, "UID")) == 4


def test_a_change_changes_titles_and_leaves_no_ghosts(export, do) -> None:
    before = export("--format", "ics").out
    do("done a", LLMROADMAP_NOW="2026-11-24T19:00:00+08:00")
    after = export("--format", "ics").out
    assert values(after, "UID") == values(before, "UID")
    assert values(after, "SUMMARY")[0] == "Second"
    assert int(values(after, "SEQUENCE")[0]) > int(values(before, "SEQUENCE")[0])
    assert values(after, "DTSTAMP")[0] == "20261124T110000Z"


def test_a_pause_and_a_day_that_is_done_have_no_slots(export, do) -> None:
    do("pause --until 2026-12-01")
    assert values(export("--format", "ics").out, "DTSTART")[0] == "20261202T200000"
    do("done b", LLMROADMAP_NOW="2026-12-02T19:00:00+08:00")
    line = ("--format", "ics", "--json")
    assert export(*line).data["holds"] == [{"what": "slots", "number": 4}]


def test_without_study_times_it_says_how_to_set_them(run: Run) -> None:
    error = run("export --format ics --json").error
    assert error["code"] == "no-study-times"
    assert "config study" in error["hint"] and "--todo" in error["hint"]


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York"])
def test_times_are_those_of_the_wall_through_a_change_of_the_clock(run: Run, plan, zone) -> None:
    source = plan(PLAN, "plan.yaml")
    run(["config", "study", "daily 20:00 30m"])
    text = run(
        ["export", "--format", "ics", "--roadmap", source, "--weeks", "2"],
        TZ=zone, LLMROADMAP_NOW="2026-10-28T08:00:00-04:00",
    ).out  # fmt: skip
    starts = values(text, "DTSTART")
    assert len(starts) == 14 and all(start.endswith("T200000") for start in starts)
    assert "TZID" not in text


def test_a_folder_has_a_file_an_event_and_only_ours_are_removed(export, do, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    counts = json.loads(export("--vdir", str(folder), "--json").out)["data"]["files"]
    assert counts == {"files": 16, "added": 16, "changed": 0, "removed": 0}
    (folder / "birthday.ics").write_text("mine")
    (folder / "slot-1@other.llmroadmap.ics").write_text("of another roadmap")
    do("done c")
    counts = json.loads(export("--vdir", str(folder), "--json").out)["data"]["files"]
    assert counts["removed"] == counts["added"] == 0
    assert 0 < counts["changed"] < 16  # those whose words are the same stay as they are
    do("done a b d")
    counts = json.loads(export("--vdir", str(folder), "--json").out)["data"]["files"]
    assert (counts["files"], counts["removed"]) == (0, 16)
    assert sorted(p.name for p in folder.iterdir()) == [
        "birthday.ics",
        "slot-1@other.llmroadmap.ics",
    ]


def test_tasks(export, do) -> None:
    do("done a")
    do("start b")
    do("skip c")
    text = export("--todo").out
    assert values(text, "STATUS") == ["COMPLETED", "IN-PROCESS", "CANCELLED", "NEEDS-ACTION"]
    assert values(text, "COMPLETED") == ["20261124T120000Z"]
    assert values(text, "PERCENT-COMPLETE") == ["100", "0", "0", "0"]


# -- read by others ---------------------------------------------------------------------------------

ICALENDAR = """
import sys, json, icalendar
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
assert not calendar.errors and not any(each.errors for each in calendar.walk())
found = [{"uid": str(e["UID"]), "title": str(e["SUMMARY"]), "url": str(e.get("URL", "")),
          "start": e.decoded("DTSTART").isoformat() if "DTSTART" in e else "",
          "alarms": len(e.walk("VALARM")), "status": str(e.get("STATUS", ""))}
         for e in calendar.walk() if e.name in ("VEVENT", "VTODO")]
print(json.dumps(found))
"""


@pytest.fixture
def calendar(export, tmp_path: Path) -> Path:
    path = tmp_path / "study.ics"
    export("-o", str(path))
    return path


def test_icalendar_reads_it(export) -> None:
    python = python_with("icalendar")
    found = json.loads(told_by([python, "-c", ICALENDAR], export("--format", "ics").out))
    assert len(found) == 16 and {each["alarms"] for each in found} == {1}
    assert found[0]["title"] == f"{TITLE} (1/3)"
    assert found[0]["start"] == "2026-11-25T20:00:00"
    assert found[0]["url"] == "https://x.example/a?b=c,d;e"
    tasks = json.loads(told_by([python, "-c", ICALENDAR], export("--todo").out))
    assert [each["title"] for each in tasks] == [TITLE, "Second", "Third", "Fourth"]


def test_the_parser_of_thunderbird_reads_it(calendar: Path) -> None:
    node, modules = node_with("ical.js")
    script = (
        "const fs = require('fs');"
        f"import('{modules}/ical.js/dist/ical.js').then((module) => {{"
        "const ICAL = module.default;"
        f"const parsed = new ICAL.Component(ICAL.parse(fs.readFileSync('{calendar}', 'utf8')));"
        "const events = parsed.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));"
        "console.log(JSON.stringify(events.map((each) => [each.summary, each.startDate.toString(),"
        "each.startDate.zone.tzid, each.duration.toString()])));});"
    )
    found = json.loads(told_by([node, "-e", script]))
    assert len(found) == 16
    assert found[0] == [f"{TITLE} (1/3)", "2026-11-25T20:00:00", "floating", "PT45M"]


def khal(tmp_path: Path, folder: Path) -> list[str]:
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[study]]\npath = {folder}\n[locale]\nlocal_timezone = Asia/Shanghai\n"
        "default_timezone = Asia/Shanghai\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n",
        "utf-8",
    )
    return [program("khal"), "-c", str(config)]


def test_khal_shows_the_folder_again_and_again_without_twins(export, do, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    for _ in range(2):
        export("--vdir", str(folder))
        shown = told_by(
            [
                *khal(tmp_path, folder),
                "list",
                "2026-11-24",
                "28d",
                "--format",
                "{start-time} {title}",
            ],
            LC_ALL="C.UTF-8",
        )
        rows = [row for row in shown.splitlines() if re.match(r"\d\d:\d\d ", row)]
        assert len(rows) == 16
        assert rows[0] == f"20:00 {TITLE} (1/3)"
    do("done a", LLMROADMAP_NOW="2026-11-24T19:00:00+08:00")
    export("--vdir", str(folder))
    shown = told_by(
        [*khal(tmp_path, folder), "list", "2026-11-25", "1d", "--format", "{start-time} {title}"],
        LC_ALL="C.UTF-8",
    )
    assert "20:00 Second" in shown and TITLE not in shown


def test_vdirsyncer_updates_what_it_had(export, do, calendar: Path, tmp_path: Path) -> None:
    phone = tmp_path / "phone"
    phone.mkdir()
    config = tmp_path / "vdirsyncer.conf"
    config.write_text(
        f'[general]\nstatus_path = "{tmp_path}/status"\n'
        '[pair p]\na = "a"\nb = "b"\ncollections = null\nconflict_resolution = "a wins"\n'
        f'[storage a]\ntype = "singlefile"\npath = "{calendar}"\n'
        f'[storage b]\ntype = "filesystem"\npath = "{phone}"\nfileext = ".ics"\n'
    )
    line = [program("vdirsyncer"), "-c", str(config)]
    told_by([*line, "discover", "p"], "y\n", LC_ALL="C.UTF-8")
    for _ in range(2):
        told_by([*line, "sync"], LC_ALL="C.UTF-8")
        assert len(list(phone.glob("*.ics"))) == 16
    do("done a", LLMROADMAP_NOW="2026-11-24T19:00:00+08:00")
    export("-o", str(calendar), "--force")
    told_by([*line, "sync"], LC_ALL="C.UTF-8")
    texts = [path.read_text("utf-8") for path in phone.glob("*.ics")]
    assert len(texts) == 16 and any("SUMMARY:Second" in text for text in texts)


def test_todoman_shows_the_tasks(export, do, tmp_path: Path) -> None:
    todo = program("todo")
    do("done a")
    do("start b")
    folder = tmp_path / "tasks" / "study"
    export("--todo", "--vdir", str(folder))
    config = tmp_path / "todoman.py"
    config.write_text(f'path = "{tmp_path}/tasks/*"\ncache_path = "{tmp_path}/todo.db"\n')
    shown = told_by(
        [todo, "--config", str(config), "--porcelain", "list", "--status", "ANY"], LC_ALL="C.UTF-8"
    )
    found = {each["summary"]: each for each in json.loads(shown)}
    assert set(found) == {TITLE, "Second", "Third", "Fourth"}
    assert found[TITLE]["completed"] and found[TITLE]["percent"] == 100
    assert not found["Second"]["completed"]


def test_emacs_reads_it(calendar: Path, tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    code = (
        f'(progn (set-language-environment "UTF-8") (setq diary-file "{diary}")'
        f'(icalendar-import-file "{calendar}" "{diary}"))'
    )
    told_by([program("emacs"), "--batch", "-l", "icalendar", "--eval", code], LC_ALL="C.UTF-8")
    text = diary.read_text("utf-8")
    assert text.count("20:00-20:45") == 12 and "10:00-12:00" in text
    assert TITLE.replace("\\", "") in text.replace("\\", "")


def test_all_agree_on_the_days(export) -> None:
    starts = values(export("--format", "ics").out, "DTSTART")
    days = [datetime.strptime(start, "%Y%m%dT%H%M%S").date() for start in starts]
    assert {day.weekday() for day in days} == {0, 2, 4, 5}
    assert days == sorted(days) and days[0] >= date(2026, 11, 24)

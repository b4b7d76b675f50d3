"""What follows a change: the calendar that is kept, and hooks that can neither block nor break."""

import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from conftest import Run

SLOTS = "daily 20:00 45m"


def wait_for(path: Path) -> str:
    for _ in range(200):
        if path.exists() and path.read_text("utf-8").endswith("\n"):
            return path.read_text("utf-8")
        time.sleep(0.05)
    raise AssertionError(f"{path} was never written")


@pytest.fixture
def hook(home: Path):
    folder = home / "config" / "hooks"
    folder.mkdir(parents=True)

    def write(name: str, text: str, mode: int = 0o755) -> Path:
        (folder / name).write_text(text, "utf-8")
        (folder / name).chmod(mode)
        return folder / name

    return write


def test_the_calendar_is_kept(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sync" / "study.ics"
    assert run(["config", "calendar", str(file), "--json"]).error["code"] == "no-study-times"
    run(["config", "study", SLOTS])
    run(["config", "calendar", str(file)])
    first = file.read_bytes()
    assert first.count(b"BEGIN:VEVENT") == 28
    ran = run("done hf.0.1")
    assert (ran.status, ran.err) == (0, "")
    assert file.read_bytes() != first
    before = file.stat().st_mtime_ns
    run("note hf.1.1 words")  # says nothing else: the file is not touched
    run("status")
    assert file.stat().st_mtime_ns == before
    run(["config", "study", "Sat 10:00 1h"])
    assert file.read_bytes().count(b"BEGIN:VEVENT") == 4
    run("config unset calendar")
    after = file.read_bytes()
    run("done hf.1.1")
    assert file.read_bytes() == after


def test_no_file_of_somebody_else_is_written_over(run: Run, tmp_path: Path) -> None:
    run(["config", "study", SLOTS])
    foreign = tmp_path / "birthdays.ics"
    foreign.write_text("BEGIN:VCALENDAR\r\nPRODID:-//me//EN\r\nEND:VCALENDAR\r\n")
    error = run(["config", "calendar", str(foreign), "--json"]).error
    assert error["code"] == "not-our-calendar" and "me//EN" in foreign.read_text()
    assert run(["config", "calendar", str(tmp_path / "a.txt"), "--json"]).status == 2
    assert run("config calendar --json").data["settings"][0]["value"] == ""


def test_a_calendar_that_cannot_be_written_stops_nothing(run: Run, tmp_path: Path) -> None:
    run(["config", "study", SLOTS])
    file = tmp_path / "study.ics"
    run(["config", "calendar", str(file)])
    file.unlink()
    file.mkdir()
    ran = run("done hf.0.1")
    assert ran.status == 0 and "hf.0.1" in ran.out
    assert len(ran.err.splitlines()) == 1 and "something failed afterwards" in ran.err


def test_a_hook_reads_the_change(run: Run, hook, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    hook("save", f'#!/bin/sh\ncat > "{out}"\n')
    run("done hf.0.1 hf.1.1")
    change = json.loads(wait_for(out))
    assert (change["command"], change["roadmap"], change["done"]) == ("done", "llm", 2)
    assert [event["do"] for event in change["events"]] == ["done", "done"]
    assert change["items"]["hf.1.1"]["state"] == "done"
    assert change["items"]["hf.1.1"]["url"].startswith("https://huggingface.co/")
    out.unlink()
    run("status")
    run("done hf.1.1")  # is done already: nothing changed
    time.sleep(0.3)
    assert not out.exists()
    run("undo")
    assert json.loads(wait_for(out))["events"][0]["do"] == "undo"


def test_a_hook_is_off_until_it_is_made_executable(run: Run, hook, tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = f'#!/bin/sh\necho ran >> "{out}"\n'
    off = hook("off", script, 0o644)
    for name in ("copy~", ".hidden", "x.sample"):
        hook(name, script)
    run("done hf.0.1")
    time.sleep(0.3)
    assert not out.exists()
    off.chmod(0o755)
    run("done hf.1.1")
    assert wait_for(out) == "ran\n"


@pytest.mark.parametrize(
    "script",
    [
        "#!/bin/sh\nsleep 5\n",
        "#!/bin/sh\necho loud; echo wrong >&2; exit 3\n",
        "#!/no/such/interpreter\n",
        "neither a script nor a program\n",
        "",
    ],
)
def test_a_hook_can_neither_block_nor_break_a_command(run: Run, hook, script: str) -> None:
    path = hook("bad", script)
    ran = run("done hf.0.1")
    assert ran.status == 0 and "loud" not in ran.out + ran.err
    assert run("status --json").data["done"] == 1
    assert ran.err == "" or (str(path) in ran.err and len(ran.err.splitlines()) == 1)


def test_what_a_hook_says_is_kept_in_a_file(run: Run, hook, home: Path) -> None:
    hook("say", "#!/bin/sh\necho I was here\n")
    run("done hf.0.1")
    assert wait_for(home / "cache" / "hooks.log") == "I was here\n"


def test_the_examples_of_the_page_work(run: Run, hook, home: Path, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "hooks.md").read_text("utf-8")
    diary, tell = (block.partition("\n```")[0] for block in page.split("```sh\n")[1:])
    hook("diary", diary + "\n")
    ran = run("done hf.0.1", HOME=str(tmp_path), PATH=os.environ["PATH"])
    assert ran.err == ""
    assert wait_for(tmp_path / "diary.md").endswith(" Introduction (hf.0.1)\n")
    (home / "config" / "hooks" / "diary").unlink()
    received: list[dict] = []

    class Group(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            received.append(json.loads(self.rfile.read(length)))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Group)
    thread = threading.Thread(target=server.handle_request, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}/hook"
    hook("tell", tell.replace("https://hooks.example.org/…", address) + "\n")
    run("done hf.1.1", HOME=str(tmp_path), PATH=os.environ["PATH"], no_proxy="127.0.0.1")
    thread.join(30)
    server.server_close()
    assert received == [{"text": "Introduction: 0.6% of the way"}]

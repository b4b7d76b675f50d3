"""The peers, each with a data set of the same size: n items, as many done and noted on as ours."""

import json
import os
import shutil
import subprocess
import uuid
from pathlib import Path

from data import NOTE, finished, title
from installed import new_environment
from timing import Case

# topydo imports pkg_resources, which new setuptools no longer have.
PYPI = {
    "topydo": ("topydo", "setuptools<80"),
    "todoman": ("todoman",),
    "Watson": ("td-watson",),
    "habitrack": ("habitrack",),
}


class Peers:
    """Peers from PyPI in an environment of their own, and Taskwarrior if it is installed."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self.folder = folder / "peers"
        self.folder.mkdir()
        self.rounds = rounds
        self.bin = new_environment(self.folder / "venv").parent
        install = [self.bin / "pip", "install", "-q", "--disable-pip-version-check"]
        self.missing = [
            name
            for name, packages in PYPI.items()
            if subprocess.run([*install, *packages], check=False, capture_output=True).returncode
        ]
        if not shutil.which("task"):
            self.missing.append("Taskwarrior")
        subprocess.run(
            [self.bin / "python", "-m", "compileall", "-q", self.folder / "venv"], check=False
        )

    def cases(self, count: int) -> dict[str, Case]:
        """Return the cases of all peers with `count` items."""
        made = {
            "topydo": self._topydo,
            "todoman": self._todoman,
            "Watson": self._watson,
            "habitrack": self._habitrack,
        }
        cases: dict[str, Case] = {}
        for name, make in made.items():
            if name not in self.missing:
                cases |= make(count)
        return cases | self.task_cases(count)

    def _habitrack(self, _: int) -> dict[str, Case]:
        """Five habits: plain argparse and one small file of JSON, about the least a program can do."""
        environ = {"HABIT_DIR": str(self.folder / "habitrack"), "HOME": str(self.folder)}
        habit = str(self.bin / "habit")
        for number in range(5):
            subprocess.run(
                [habit, "add", f"habit {number}"],
                env={**os.environ, **environ}, check=True, capture_output=True,
            )  # fmt: skip
        return {"habit pending": Case("habit pending", lambda _: [habit, "pending"], environ)}

    def _topydo(self, count: int) -> dict[str, Case]:
        home = self.folder / f"topydo{count}"
        home.mkdir()
        (home / "todo.txt").write_text(
            "".join(f"(B) 2016-01-01 {title(n)}\n" for n in range(count - finished(count)))
        )
        (home / "done.txt").write_text(
            "".join(f"x 2016-01-02 2016-01-01 {title(n)}\n" for n in range(finished(count)))
        )
        base = [
            str(self.bin / "topydo"),
            "-t",
            str(home / "todo.txt"),
            "-d",
            str(home / "done.txt"),
        ]
        environ = {"HOME": str(home)}
        return {
            "topydo next": Case("topydo next", lambda _: [*base, "ls", "-n", "1"], environ),
            "topydo done": Case("topydo done", lambda n: [*base, "do", "1"], environ),
            "topydo list": Case("topydo list", lambda _: [*base, "ls"], environ),
        }

    def _todoman(self, count: int) -> dict[str, Case]:
        home = self.folder / f"todoman{count}"
        folder = home / "lists" / "plan"
        folder.mkdir(parents=True)
        (home / "config.py").write_text(
            f'path = "{home}/lists/*"\ncache_path = "{home}/cache.sqlite3"\ndefault_list = "plan"\n'
        )
        for n in range(count):
            done = (
                "STATUS:COMPLETED\nPERCENT-COMPLETE:100\n"
                if n < finished(count)
                else "STATUS:NEEDS-ACTION\n"
            )
            name = uuid.UUID(int=n + 1)
            (folder / f"{name}.ics").write_text(
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:bench\nBEGIN:VTODO\n"
                f"UID:{name}\nDTSTAMP:20160101T120000Z\nCREATED:20160101T120000Z\nSUMMARY:{title(n)}\n{done}"
                "END:VTODO\nEND:VCALENDAR\n"
            )
        base = [str(self.bin / "todo"), "--config", str(home / "config.py")]
        environ = {"HOME": str(home)}
        return {
            "todoman next": Case("todoman next", lambda _: [*base, "list"], environ),
            "todoman done": Case(
                "todoman done", lambda n: [*base, "done", str(finished(count) + 1 + n)], environ
            ),
        }

    def _watson(self, count: int) -> dict[str, Case]:
        home = self.folder / f"watson{count}"
        home.mkdir()
        frames = [
            [
                1451650000 + n * 3600,
                1451651800 + n * 3600,
                "llm",
                uuid.UUID(int=n).hex,
                [title(n)],
                1451651800,
            ]
            for n in range(count)
        ]
        (home / "frames").write_text(json.dumps(frames))
        (home / "state").write_text("{}")
        environ = {"WATSON_DIR": str(home), "HOME": str(home)}
        base = [str(self.bin / "watson")]
        add = [*base, "add", "-f", "2020-01-01 10:00", "-t", "2020-01-01 10:30", "llm"]
        return {
            "Watson done": Case("Watson done", lambda _: add, environ),
            "Watson list": Case("Watson list", lambda _: [*base, "log", "--all", "-G"], environ),
        }

    def task_cases(self, count: int) -> dict[str, Case]:
        """Return the cases of Taskwarrior with `count` tasks, or none where it is not installed."""
        task = shutil.which("task")
        if not task:
            return {}
        home = self.folder / f"task{count}"
        home.mkdir()
        (home / "taskrc").write_text(
            f"data.location={home}/data\nconfirmation=no\nverbose=nothing\nhooks=off\ngc=on\n"
        )
        note = [{"entry": "20160101T123000Z", "description": NOTE}]
        tasks = [
            {
                "uuid": str(uuid.UUID(int=n + 1)),
                "status": "completed" if n < finished(count) else "pending",
                "description": title(n),
                "project": f"c{n // 100}",
                "entry": "20160101T120000Z",
                **({"end": "20160102T120000Z"} if n < finished(count) else {}),
                **({"annotations": note} if n < finished(count) and n % 2 else {}),
            }
            for n in range(count)
        ]
        environ = {
            "TASKRC": str(home / "taskrc"),
            "TASKDATA": str(home / "data"),
            "HOME": str(home),
        }
        (home / "data").mkdir()
        subprocess.run(
            [task, "import", "-"],
            input=json.dumps(tasks).encode(),
            env={**os.environ, **environ},
            check=True,
            capture_output=True,
        )
        left = [str(uuid.UUID(int=count - n)) for n in range(self.rounds + 3)]
        return {
            "task next": Case("task next", lambda _: [task, "next", "limit:3"], environ),
            "task done": Case("task done", lambda n: [task, left[n], "done"], environ),
            "task summary": Case("task summary", lambda _: [task, "summary"], environ),
            "task _ids": Case("task _ids", lambda _: [task, "_ids"], environ),
        }

"""How long a key keeps the screen of `browse` busy, on a plan of 10,000 steps.

    python benchmarks/browse.py

Drives the real app through Textual's Pilot, each key several times. What counts is the processor time
of the thread that draws and reads keys: while it works, no other key is taken. Commands and searches
run in threads of their own. Printed are the median and the worst in milliseconds; the bar is a pause
of 100.
"""

import asyncio
import io
import json
import statistics
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from llmroadmap.binder import call
from llmroadmap.filesystem.locations import locate
from llmroadmap.prompter import Prompter
from llmroadmap.storage.settings_file import Settings
from llmroadmap.storage.workspace import Workspace
from llmroadmap.terminal.screen import Screen
from llmroadmap.tui.app import Browser

BAR = 100.0  # ms
ROUNDS = 7
KEYS = {
    "move down": ["j"],
    "move up": ["k"],
    "page down": ["pagedown"],
    "fold": ["h"],
    "unfold": ["l"],
    "last line": ["G"],
    "first line": ["g"],
    "next step": ["t"],
    "tick": ["d"],
    "take back": ["u"],
    "start": ["s"],
    "find, a letter": ["slash", "a"],
    "find, one more": ["t"],
    "leave find": ["escape"],
}


def large_plan() -> str:
    """100 courses of 10 chapters of 10 steps."""

    def step(number: int) -> dict[str, Any]:
        link = {"url": f"https://example.org/{number}"}
        return {"id": str(number), "title": f"Step {number}, attention", "links": [link]}

    courses = [
        {
            "id": f"c{course}",
            "title": f"Course {course}",
            "items": [
                {
                    "id": f"h{chapter}",
                    "title": f"Chapter {chapter}",
                    "items": [step(n) for n in range(10)],
                }
                for chapter in range(10)
            ],
        }
        for course in range(100)
    ]
    stage = {"id": "s", "title": "All", "items": courses}
    return json.dumps({"format": 1, "id": "large", "title": "Large", "stages": [stage]})


def app_in(folder: Path) -> Browser:
    """The browser on the large plan, in a home of its own."""
    plan = folder / "large.yaml"
    plan.write_text(large_plan(), "utf-8")
    environ = {"LLMROADMAP_HOME": str(folder / "home")}
    now = datetime.now().astimezone()
    workspace = Workspace(locate(environ), Settings(), "en", now, str(plan), environ=environ)
    prompter = Prompter(
        Screen(io.StringIO(), environ), "en", io.StringIO(), environ, "never", run_line=call
    )
    return Browser(workspace, call, prompter, "")


async def settled(app: Browser, pilot: Any) -> None:
    """Wait until the command has run and its screen is drawn."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def measure(app: Browser) -> dict[str, list[float]]:
    """Press each key some times; milliseconds by what it does."""
    taken: dict[str, list[float]] = {}
    began = time.thread_time()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        taken["open"] = [1000 * (time.thread_time() - began)]
        for name, keys in [(name, keys) for _ in range(ROUNDS) for name, keys in KEYS.items()]:
            for key in keys[:-1]:
                await pilot.press(key)
            began = time.thread_time()
            await pilot.press(keys[-1])
            await settled(app, pilot)
            taken.setdefault(name, []).append(1000 * (time.thread_time() - began))
    return taken


def main() -> int:
    """Print a table; 1 where a key is slower than the bar."""
    with tempfile.TemporaryDirectory() as folder:
        app_in(Path(folder)).session.workspace.roadmap  # noqa: B018 - compiled once before
        taken = asyncio.run(measure(app_in(Path(folder))))
    slow = False
    for name, times in taken.items():
        middle, worst = statistics.median(times), max(times)
        slow |= middle > BAR and name != "open"
        print(f"{name:16} {middle:7.1f} {worst:7.1f} ms")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())

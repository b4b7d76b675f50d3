"""Measure llmroadmap beside its peers and what it stands on, in one interleaved run.

    python benchmarks/run.py [--rounds N] [--sizes 10000,100000] [--no-peers] [--write]

Prints tables and ratios, and whether each bar is kept; --write puts them into benchmarks/README.md.
Peers, and the program's own wheel with two releases of Typer, are installed into virtual
environments in the temporary folder; Taskwarrior is used if `task` is there (Debian: taskwarrior).
What could not be installed is named below the bars.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import speed_page
from data import events, write_own_changes, write_progress, write_roadmap
from installed import Installed
from peers import Peers
from timing import Case, run_all

import sync

HERE = Path(__file__).parent
# What an assistant's program says first; the server answers, and ends with its input.
GREETING = (
    json.dumps(
        {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "initialize",
            "params": {
                "protocolVersion": "2025-11-25",
                "capabilities": {},
                "clientInfo": {"name": "bench", "version": "1"},
            },
        }
    ).encode()
    + b"\n"
)
# What looks at the whole record.
RECORD = ("today", "when", "when --check", "stats", "week")
RICH_TABLE = """
import typer
from rich.console import Console
from rich.table import Table
app = typer.Typer()
@app.command()
def main() -> None:
    table = Table("id", "title", "done")
    for number in range(5):
        table.add_row(str(number), "a title", "yes")
    Console().print(table)
app()
"""


class Bench:
    """The cases, by the question that they answer."""

    def __init__(self, folder: Path, rounds: int, program: Path) -> None:
        self.folder = folder
        self.rounds = rounds
        self.program = str(program)
        self.python = str(program.with_name("python"))
        self.table = folder / "table.py"
        self.table.write_text(RICH_TABLE)

    def home(
        self, name: str, steps: int, count: int, own: int = 0
    ) -> tuple[dict[str, str], list[str], list[str]]:
        """Make a home with a plan of that many steps; 0 is the built-in roadmap.

        `count` events are on record, `own` changes to the plan are the learner's own.
        """
        home = self.folder / name
        home.mkdir()
        environ = {"LLMROADMAP_HOME": str(home), "LLMROADMAP_LANG": "en"}
        if steps:
            plan = home / "plan.yaml"
            ids = write_roadmap(plan, steps)
            extra, roadmap_id = ["--roadmap", str(plan)], f"bench{steps}"
        else:
            extra, roadmap_id = [], "llm"
            ids = self._ids(environ)
        made = events(ids, count) if steps else year_of_events(ids, count)
        write_progress(home / "data" / "progress" / f"{roadmap_id}.json", roadmap_id, made)
        if own:
            write_own_changes(home / "config" / f"{roadmap_id}.mine.yaml", ids[::-1], own)
        self._call(["status", *extra], environ)
        return environ, extra, ids

    def _ids(self, environ: dict[str, str]) -> list[str]:
        listed = self._call(["list", "--all"], environ).split("\n")
        words = [line.split() for line in listed if "https://" in line]
        return [line[1] for line in words if len(line) > 1]

    def _call(self, words: list[str], environ: dict[str, str]) -> str:
        done = subprocess.run(
            [self.program, *words],
            env={**os.environ, **environ},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def ours(
        self, label: str, home: tuple[dict[str, str], list[str], list[str]]
    ) -> dict[str, Case]:
        """Return the cases of llmroadmap on one data set."""
        environ, extra, ids = home
        left = ids[len(ids) // 2 :] * (self.rounds + 2)  # none of these is done yet

        def case(name: str, *words: str, tty: bool = False) -> Case:
            return Case(f"{label} {name}", lambda _: [self.program, *words, *extra], environ, tty)

        def tab(name: str, before: Callable[[], None] | None = None) -> Case:
            words = [self.program, "--complete", "--", *extra, "done", ""]
            return Case(f"{label} {name}", lambda _: words, environ, before=before)

        def forget_tab() -> None:
            (Path(environ["LLMROADMAP_HOME"]) / "cache" / "tab").unlink(missing_ok=True)

        return {
            "next": case("next", "next"),
            "done": Case(
                f"{label} done", lambda n: [self.program, "done", left[n], *extra], environ
            ),
            "status": case("status", "status"),
            "today": case("today", "today"),
            # What the last Tab offered is kept: without it, as after a change, and with it.
            "complete": tab("complete", forget_tab),
            "tab again": tab("complete, again"),
            "next tty": case("next, terminal", "next", tty=True),
            "status tty": case("status, terminal", "status", tty=True),
            "list": case("list --all", "list", "--all"),
            "list tty": case("list, terminal", "list", "--all", tty=True),
            "line": case("status --line", "status", "--line"),
            "recall": case("recall", "recall"),
            "mcp": replace(case("mcp", "mcp"), given=GREETING),
            **{name: case(name, *name.split()) for name in RECORD},
        }

    def first_run(self, label: str, home: tuple[dict[str, str], list[str], list[str]]) -> Case:
        """Return `next` with the cache taken away before each run."""
        environ, extra, _ = home

        def forget() -> None:
            shutil.rmtree(Path(environ["LLMROADMAP_HOME"]) / "cache", ignore_errors=True)

        return Case(
            f"{label} first run", lambda _: [self.program, "next", *extra], environ, before=forget
        )

    def floors(self) -> dict[str, Case]:
        """Return what the program stands on."""
        code = {"python -c pass": "pass", "import typer": "import typer"}
        cases = {n: Case(n, lambda _, c=c: [self.python, "-c", c]) for n, c in code.items()}
        cases["Typer + Rich table"] = Case(
            "Typer + Rich table", lambda _: [self.python, str(self.table)], tty=True
        )
        return cases


def year_of_events(ids: list[str], count: int) -> list[dict[str, object]]:
    """Return a year of events on the built-in roadmap that ends yesterday, evening by evening."""
    made = events(ids, count)
    made += events(ids, count)[: count - len(made)]
    now = datetime.now().astimezone().replace(hour=20, minute=0, second=0, microsecond=0)
    for number, event in enumerate(made):
        # Several to an evening, as they were made; the evenings lie over the year.
        evening = number // 4 * 4 * 365 // count
        at = now - timedelta(days=365 - evening, minutes=-10 * (number % 4))
        event["at"] = at.isoformat()
        event["id"] = f"{int(at.timestamp() * 1000):012x}{number:020x}"
    return made


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="llmroadmap-bench-") as name:
        folder = Path(name)
        installed = Installed(folder)
        program = Path(sys.executable).with_name("llmroadmap")
        bench = Bench(
            folder,
            options.rounds,
            program if installed.missing else Path(installed.program("old")),
        )
        peers = None if options.no_peers else Peers(folder, options.rounds)
        report = Report(bench)
        small = bench.home("small", 0, 600)
        report.small(bench.ours("built-in", small), bench.floors(), peers and peers.cases(600))
        report.installed(installed, bench.home("wheel", 0, 600)[0])
        report.own_changes("built-in", 20, *_with_and_without(bench, 0, 600, 20))
        for size in options.sizes:
            home = bench.home(f"n{size}", size, size)
            report.big(size, bench.ours(f"{size:,}", home), peers and peers.task_cases(size))
            if size == 10_000:
                both = _with_and_without(bench, size, size, 500)
                report.own_changes(f"{size:,}", 500, *both)
            if size >= 100_000:
                report.compiled(size, bench.first_run(f"{size:,}", bench.home("plan", size, 0)))
        report.sync(folder)
        if peers:
            report.missing += peers.missing
    text = report.text()
    print(text)
    if options.write:
        (HERE / "README.md").write_text(text, encoding="utf-8")
        speed_page.write()
    sys.exit(report.missed > 0 and options.strict)


def _with_and_without(bench: Bench, steps: int, count: int, own: int) -> list[dict[str, Case]]:
    """Return the cases of one data set, without own changes and with so many."""
    name = f"own{steps}"
    return [
        bench.ours(label, bench.home(f"{name}-{number}", steps, count, number))
        for label, number in (("without", 0), (f"with {own}", own))
    ]


class Report:
    """Runs the cases of each question and keeps the tables and bars."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.parts = [_head(bench.rounds)]
        self.bars: list[tuple[str, float, float]] = []
        self.missing: list[str] = []
        self.small_cases: dict[str, Case] = {}
        self.by_size: dict[int, dict[str, Case]] = {}

    @property
    def missed(self) -> int:
        return sum(not ratio <= bar for _, ratio, bar in self.bars)

    def small(
        self, ours: dict[str, Case], floors: dict[str, Case], peers: dict[str, Case] | None
    ) -> None:
        """Compare the built-in roadmap with the floors and the Python peers."""
        cases = [*ours.values(), *floors.values(), *(peers or {}).values()]
        run_all(cases, self.bench.rounds)
        self.small_cases = ours
        typer, bare = floors["import typer"], floors["python -c pass"]
        rich = floors["Typer + Rich table"]
        for name in dict.fromkeys(("next", "done", "status", "today", *RECORD)):
            self._bar(f"built-in, piped `{name}` / `import typer`", ours[name], typer, 0.6)
        self._bar("built-in, piped `recall` / `import typer`", ours["recall"], typer, 1.3)
        self._bar("built-in, `mcp`, greeted / `import typer`", ours["mcp"], typer, 1.2)
        self._bar("built-in, Tab, pressed again / `python -c pass`", ours["tab again"], bare, 2.0)
        self._bar("built-in, Tab after a change / `python -c pass`", ours["complete"], bare, 2.0)
        for name, bar in (("next tty", 0.6), ("status tty", 0.6), ("list tty", 1.6)):
            self._bar(f"built-in, `{name}` / Typer + Rich table", ours[name], rich, bar)
        self._bar("`status --line` / `python -c pass`", ours["line"], bare, 1.3)
        for name, peer in (peers or {}).items():
            if peer.failed or name.startswith("task"):
                continue
            like = {"next": "next", "done": "done", "list": "status", "pending": "next"}[
                name.split()[-1]
            ]
            self._bar(f"built-in `{like}` / {name}", ours[like], peer, 1.0)
        self.parts.append(_table("Built-in roadmap, a year of history (600 events)", cases))

    def installed(self, installed: Installed, environ: dict[str, str]) -> None:
        """Compare the newest Typer with an older one, and the first run of a wheel with the next."""
        if installed.missing:
            self.missing.append(installed.missing)
            return
        lines = [(name, tty) for name in ("next", "status") for tty in (False, True)]
        pairs = [
            [installed.case(which, environ, name, tty=tty) for which in ("new", "old")]
            for name, tty in [*lines, ("today", False)]
        ]
        home = environ["LLMROADMAP_HOME"]
        first, warm = (
            installed.case("new", {**environ, "LLMROADMAP_HOME": f"{home}-{kind}"}, "next")
            for kind in ("first", "warm")
        )
        # The same command, in a home that nobody has used yet and in one that was.
        first.name, warm.name = "next, first run ever", "next, nothing done yet, warm"
        first.before = lambda: shutil.rmtree(f"{home}-first", ignore_errors=True)
        cases = [case for pair in pairs for case in pair]
        run_all([*cases, first, warm], self.bench.rounds)
        for new, old in pairs:
            self._bar(
                f"{new.name.partition(', new')[0]}, Typer {installed.versions[1]} / {installed.versions[0]}",
                new,
                old,
                1.05,
            )
        self._bar("first run ever from a wheel / warm", first, warm, 1.3)
        self.parts.append(_table("Installed from its wheel", [*cases, first, warm]))

    def own_changes(
        self, label: str, count: int, without: dict[str, Case], within: dict[str, Case]
    ) -> None:
        """Compare a plan that the learner changed with the same one as it is."""
        names = ("next", "done")
        cases = [each[name] for name in names for each in (without, within)]
        run_all(cases, self.bench.rounds)
        for name in names:
            self._bar(
                f"{label} `{name}`, {count} own changes / none", within[name], without[name], 1.05
            )
        self.parts.append(_table(f"{label}, with {count} own changes and without", cases))

    def sync(self, folder: Path) -> None:
        """Look at two machines of 100,000 events each."""
        new, same, status = sync.measure(folder / "sync", Path(self.bench.program), 100_000)
        self.bars.append(
            ("`sync`, 100,000 events on each side, in seconds", new.median / 1000, 1.5)
        )
        self._bar("`sync`, nothing new / `status`", same, status, 1.3)
        self.parts.append(_table("`sync`, 100,000 events on each side", [new, same, status]))

    def big(self, size: int, ours: dict[str, Case], task: dict[str, Case] | None) -> None:
        """Compare a big plan with Taskwarrior's and with the small one."""
        for name in ("list", "list tty", "mcp", "recall", "tab again"):
            del ours[name]
        run_all([*ours.values(), *(task or {}).values()], self.bench.rounds)
        self.by_size[size] = ours
        bars = {"next": 0.5, "done": 0.5, "complete": 1.0}
        if size >= 100_000:
            bars = {"next": 0.08, "done": 0.10, "status": 0.10, "complete": 0.35}
        for name, peer in (task or {}).items():
            like = {"next": "next", "done": "done", "summary": "status", "_ids": "complete"}[
                name.split()[1]
            ]
            if size >= 100_000 or like != "status":
                self._bar(
                    f"{size:,} `{like}` / Taskwarrior {name.split()[1]}",
                    ours[like],
                    peer,
                    bars[like],
                )
        if size < 100_000:
            self._bar(
                f"{size:,} `status` / built-in", ours["status"], self.small_cases["status"], 1.2
            )
        else:
            peak = max(ours[name].peak for name in ("next", "done", "status", "complete"))
            self.bars.append((f"{size:,}: peak memory in MB", peak / 1024, 120))
            smaller = self.by_size.get(10_000)
            for name in ("next", "done", "status", "complete") if smaller else ():
                self._bar(f"{size:,} `{name}` / 10,000", ours[name], smaller[name], 8.0)
            for name in RECORD if smaller else ():
                # Ten times the events: not more than ten times the time.
                self._bar(f"{size:,} `{name}` / 10,000", ours[name], smaller[name], 10.0)
        cases = [*ours.values(), *(task or {}).values()]
        self.parts.append(_table(f"{size:,} steps, {size:,} events, cache warm", cases))

    def compiled(self, size: int, case: Case) -> None:
        """Look at what reading all of the YAML takes: seconds and memory, whatever the machine."""
        run_all([case], 3)
        self.bars.append((f"{size:,}: compile, in seconds", case.median / 1000, 3))
        self.bars.append((f"{size:,}: compile, peak memory in MB", case.peak / 1024, 200))
        self.parts.append(_table(f"{size:,} steps, no cache: YAML is read and compiled", [case]))

    def _bar(self, name: str, case: Case, floor: Case, bar: float) -> None:
        self.bars.append((name, case.median / floor.median, bar))

    def text(self) -> str:
        rows = ["| what | ratio | bar | kept |", "| --- | ---: | ---: | --- |"]
        for name, ratio, bar in self.bars:
            rows.append(f"| {name} | {ratio:.2f} | {bar:g} | {'yes' if ratio <= bar else 'no'} |")
        if self.missing:
            rows += [
                "",
                f"Not measured, because it could not be installed: {', '.join(self.missing)}.",
            ]
        return "\n\n".join([self.parts[0], "## Bars\n\n" + "\n".join(rows), *self.parts[1:]]) + "\n"


def _head(rounds: int) -> str:
    from importlib.metadata import version

    import rich  # noqa: F401 - only its version
    import typer

    task = shutil.which("task")
    taskwarrior = (
        subprocess.run(
            [task, "--version"], check=True, capture_output=True, text=True
        ).stdout.strip()
        if task
        else "-"
    )
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    versions = f"Typer {typer.__version__}, Rich {version('rich')}, Taskwarrior {taskwarrior}"
    return f"""# Benchmarks

Written by `make bench` ({date.today().isoformat()}): {machine}; {versions}; {rounds} interleaved rounds, whole processes, bytecode compiled. Milliseconds are this machine's; the ratios are what counts."""


def _table(title: str, cases: list[Case]) -> str:
    rows = [
        f"## {title}",
        "",
        "| command | median ms | fastest – slowest | peak MB |",
        "| --- | ---: | ---: | ---: |",
    ]
    for case in cases:
        if case.failed:
            rows.append(f"| {case.name} | failed | {case.failed[:80]} | |")
            continue
        low, high = case.spread
        rows.append(
            f"| {case.name} | {case.median:.1f} | {low:.1f} – {high:.1f} | {case.peak / 1024:.0f} |"
        )
    return "\n".join(rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument(
        "--sizes", type=lambda t: [int(n) for n in t.split(",") if n], default=[10_000, 100_000]
    )
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--strict", action="store_true", help="exit 1 if a bar is missed")
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""`sync` between two machines of 100,000 events each, beside `status` on the same record.

    python benchmarks/sync.py [EVENTS]

Prints medians in milliseconds and the two bars; nothing is written into
the project.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from data import events, write_progress
from timing import Case, run_all

from llmroadmap.storage.progress_format import checksum

ROUNDS = 5


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(prefix="llmroadmap-bench-") as name:
        new, same, status = measure(
            Path(name) / "sync", Path(sys.executable).with_name("llmroadmap"), count
        )
    for case in (new, same, status):
        low, high = case.spread
        print(f"{case.name:20} {case.median:8.0f} ms   {low:.0f} to {high:.0f}")
    print(f"{'all new, in seconds':20} {new.median / 1000:8.2f}      bar 1.5")
    print(f"{'nothing new / status':20} {same.median / status.median:8.2f}      bar 1.3")


def measure(folder: Path, program: Path, count: int) -> list[Case]:
    """Return three cases, measured: all is new, nothing is, and `status` on the same record."""
    folder.mkdir()
    cloud, kept = folder / "cloud", folder / "kept"
    environs = {
        machine: {"LLMROADMAP_HOME": str(folder / machine), "LLMROADMAP_DEVICE": machine}
        for machine in ("one", "two")
    }
    cloud.mkdir()
    for machine, environ in environs.items():
        made = [
            {**event, "device": machine, "item": f"hf.{number % 9 + 1}.{number % 7 + 1}"}
            for number, event in enumerate(events([f"x.{n}" for n in range(count)], count))
        ]
        for number, event in enumerate(made):
            event["id"] = f"{number:012x}{machine:0>20}"
            event["sum"] = checksum(event)  # as the program writes it, to be checked
        write_progress(Path(environ["LLMROADMAP_HOME"]) / "data/progress/llm.json", "llm", made)
    call(program, "sync", str(cloud), environ=environs["one"])
    call(program, "next", environ=environs["two"])  # compiles the roadmap: not what is measured
    shutil.copytree(folder / "two", kept)
    shared = folder / "shared"
    shutil.copytree(cloud, shared)

    def anew() -> None:
        for place, source in ((folder / "two", kept), (cloud, shared)):
            shutil.rmtree(place)
            shutil.copytree(source, place)

    def case(name: str, *words: str) -> Case:
        return Case(name, lambda _: [str(program), *words], environs["two"])

    new = case("sync, all new", "sync", str(cloud))
    new.before = anew
    run_all([new], ROUNDS)
    same, status = case("sync, nothing new", "sync"), case("status", "status")
    run_all([same, status], 2)
    for each in (same, status):
        each.times.clear()
    run_all([same, status], 3 * ROUNDS)
    return [new, same, status]


def call(program: Path, *words: str, environ: dict[str, str]) -> None:
    line = [str(program), *words]
    subprocess.run(line, env={**os.environ, **environ}, check=True, capture_output=True)


if __name__ == "__main__":
    main()

"""Twenty at once, round after round: every acknowledged tick is kept, and every exit is truthful."""

import json
from pathlib import Path

import pytest

from safety.program import Ended, Program, ended, plan

AT_ONCE = 20


def rounds_of(tmp_path: Path, rounds: int, *others: str) -> Program:
    """Tick twenty steps at once, with other lines in between; then look at what is there."""
    program = Program(tmp_path / "home", plan(tmp_path, AT_ONCE * rounds + 2))
    for number in (1, 2):  # So that there is something to go back to.
        assert program.run(f"done x.{AT_ONCE * rounds + number}").status == 0
    for number in range(rounds):
        steps = [f"x.{number * AT_ONCE + place}" for place in range(1, AT_ONCE + 1)]
        running = {step: program.start(["done", step]) for step in steps[:10]}
        beside = [(line, program.start(line)) for line in others]
        running |= {step: program.start(["done", step]) for step in steps[10:]}
        ran = {step: ended(process) for step, process in running.items()}
        check_done(program, ran)
        for line, process in beside:
            check_beside(line, ended(process))
    return program


def check_done(program: Program, ran: dict[str, Ended]) -> None:
    kept = [event["item"] for event in everything(program) if event["do"] == "done"]
    for step, end in ran.items():
        assert end.status == 0, end.err
        assert step in end.out
    assert all(kept.count(step) == 1 for step in ran), "20 of 20, each once"


def check_beside(line: str, end: Ended) -> None:
    """What goes on beside is truthful too, and never sees half a file."""
    assert end.status == 0, (line, end.err)
    if "--json" in line:
        json.loads(end.out)


def everything(program: Program) -> list[dict]:
    """Every event on disk: those of the file, and those that a restore set aside."""
    found = {event["id"]: event for event in program.events()}
    for path in program.home.glob("data/backups/*/replaced-*.json"):
        found |= {event["id"]: event for event in json.loads(path.read_bytes())["events"]}
    return list(found.values())


def test_ticks_while_others_look(tmp_path: Path) -> None:
    program = rounds_of(tmp_path, 2, "status --json", "next", "list --json", "backup")
    assert program.run("status --json").data["done"] == 42
    assert program.unmatched_items() == []


def test_ticks_while_others_take_back(tmp_path: Path) -> None:
    program = rounds_of(tmp_path, 1, "undo", "status --json", "undo")
    verbs = [event["do"] for event in program.events()]
    assert (verbs.count("done"), verbs.count("undo")) == (22, 2)
    assert program.run("status --json").data["done"] == 20
    for line, left in (("undo", 19), ("undo", 18), ("redo", 19)):
        assert program.run(line).status == 0
        assert program.run("status --json").data["done"] == left


def test_ticks_while_another_restores(tmp_path: Path) -> None:
    program = rounds_of(tmp_path, 1, "restore previous --yes", "status --json")
    assert program.run("status --json").status == 0
    assert program.unmatched_items() == []


def test_a_cold_start_of_many(tmp_path: Path) -> None:
    """Nobody has compiled the roadmap yet, made the folders, or written the file."""
    program = Program(tmp_path / "home", plan(tmp_path, 8))
    running = {f"x.{n}": program.start(f"done x.{n}") for n in range(1, 9)}
    check_done(program, {step: ended(process) for step, process in running.items()})


@pytest.mark.long
@pytest.mark.parametrize(
    ("rounds", "others"),
    [
        (20, ("status --json", "next")),
        (20, ("undo", "status --json")),
        (10, ("restore previous --yes", "status --json")),
    ],
    ids=["looking", "taking back", "restoring"],
)
def test_fifty_rounds(tmp_path: Path, rounds: int, others: tuple[str, ...]) -> None:
    program = rounds_of(tmp_path, rounds, *others)
    done = [event for event in everything(program) if event["do"] == "done"]
    print(f"{rounds} rounds of 20 beside {others}: {len(done) - 2} of {rounds * 20} kept")
    assert len(done) == rounds * AT_ONCE + 2

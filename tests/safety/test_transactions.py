"""`add --keep-ticks`, `update` and `remove`, killed at any write: the same line again ends the work."""

from pathlib import Path

import pytest

from safety.program import Program, needs_strace
from safety.test_killed import KILLED, injected

FIRST = "# Mine\n\n## A\n\n- [x] [One](https://a.example/1)\n- [ ] [Two](https://a.example/2)\n"
SECOND = (
    "# Mine\n\n## A\n\n- [ ] [Zero](https://a.example/0)\n"
    "- [x] [One, again](https://a.example/1)\n- [x] [Two](https://a.example/2)\n"
)


class Learner(Program):
    """Follows whatever roadmap is in use."""

    def command(self, line: str) -> list[str]:  # type: ignore[override]
        return super().command(line)[:-2]

    def counts(self, roadmap: str) -> tuple[int, int]:
        data = self.run(f"status --json --roadmap {roadmap}").data
        return data["done"], data["total"]


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    (tmp_path / "home").mkdir()
    (tmp_path / "plan.md").write_text(FIRST)
    (tmp_path / "newer.md").write_text(SECOND)
    return Learner(tmp_path / "home")


def prepared(learner: Learner, name: str, folder: Path) -> tuple[str, list[str]]:
    """Return the line to be killed, after what comes before it."""
    plan, newer = folder / "plan.md", folder / "newer.md"
    add = f"add {plan} --id mine --keep-ticks"
    if name == "add":
        return add, []
    assert learner.run(add).status == 0
    assert learner.run("use mine").status == 0
    return (
        f"update mine {newer} --keep-ticks --yes" if name == "update" else "remove mine --yes"
    ), []


def interfere(learner: Learner, name: str, folder: Path, step: int) -> int:
    line, _ = prepared(learner, name, folder)
    kept = folder / "kept"
    learner.keep(kept)
    points = [point for point, _ in learner.calls(line, folder / "log")][::-step]
    for point in points:
        learner.back_to(kept)
        ran = learner.traced(line, *injected(point, "signal=KILL"))
        assert ran.status == KILLED, (point, ran)
        again = learner.run(line)
        if name == "remove":
            # It was removed, or is now; nothing else may be said of it.
            assert again.status == 0 or "mine" in again.err, (point, again)
            assert learner.run("status").status == 0, point
            assert (learner.home / "data/progress/mine.json").exists()
            assert (learner.home / "data/removed/mine.yaml").exists(), point
        elif name == "add":
            assert again.status == 0 or "already" in again.err, (point, again)
            assert learner.counts("mine") == (1, 2), point
        else:
            assert again.status == 0, (point, again)
            assert learner.counts("mine") == (2, 3), point
        assert learner.run("doctor --fix").status == 0, point
        assert learner.unmatched_items() == []
    return len(points)


@needs_strace
@pytest.mark.parametrize("name", ["add", "update", "remove"])
def test_killed_now_and_then(learner: Learner, tmp_path: Path, name: str) -> None:
    assert interfere(learner, name, tmp_path, step=9) >= 2


@needs_strace
@pytest.mark.long
@pytest.mark.parametrize("name", ["add", "update", "remove"])
def test_killed_at_every_write(learner: Learner, tmp_path: Path, name: str) -> None:
    print(f"{name}: killed at {interfere(learner, name, tmp_path, step=1)} writes, each ended")

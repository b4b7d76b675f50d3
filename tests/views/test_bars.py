"""Bars move with every evening, and never say more or less than is so."""

import pytest

from conftest import Run, Stream, without_styles
from llmroadmap.terminal.screen import Screen
from llmroadmap.terminal.wrapping import display_width
from llmroadmap.views.words import bar


def drawn(done: int, total: int, width: int, encoding: str = "utf-8") -> str:
    screen = Screen(Stream(encoding=encoding), {})
    return "".join(span.text for span in bar(screen, done, total, width))


@pytest.mark.parametrize(
    ("done", "shown"),
    [(0, "····"), (1, "▍···"), (2, "▊···"), (3, "█▏··"), (9, "███▌"), (10, "████")],
)
def test_a_cell_fills_in_eighths(done: int, shown: str) -> None:
    assert drawn(done, 10, 4) == shown


def test_plain_ascii_has_thirds() -> None:
    bars = [drawn(done, 12, 4, "ascii") for done in (0, 1, 2, 3, 12)]
    assert bars == ["....", "-...", "=...", "#...", "####"]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("width", [1, 3, 20])
def test_full_and_empty_are_kept_for_all_and_nothing(width: int, encoding: str) -> None:
    for total in (1, 7, 160, 5000):
        bars = [drawn(done, total, width, encoding) for done in range(total + 1)]
        assert {display_width(each) for each in bars} == {width}
        assert (bars.count(bars[0]), bars.count(bars[-1])) == (1, 1)


def test_each_step_of_a_stage_is_seen() -> None:
    bars = [drawn(done, 152, 20) for done in range(153)]
    assert len(set(bars)) == len(bars)


def test_done_shows_the_chapter_first(terminal: Run) -> None:
    terminal("done hf.0.1 hf.1.1 hf.1.2")
    shown = without_styles(terminal("done hf.1.3").out).splitlines()
    chapter, stage = (line for line in shown if "█" in line or "▌" in line)
    assert chapter.split() == ["hf.1", "Transformer", "models", "█████···············", "3/12", "·", "9", "to", "go"]  # fmt: skip
    assert stage.split()[0] == "s1"
    assert stage.endswith("4/147 · 2.7% · +4 this week")

"""Whole screens as a person sees them, in both languages, at 80 and at 40 columns.

Look at the difference when one fails; where the new screen is meant, write the files anew with
`UPDATE_GOLDEN=1 pytest tests/views/test_golden.py` and look at what git shows.
"""

import os
from pathlib import Path

import pytest

from conftest import Run, without_styles
from llmroadmap.terminal.wrapping import display_width

HERE = Path(__file__).parent
PLAN = str(HERE / "plan.yaml")
GOLDEN = HERE / "golden"

WEEKS = [
    "2026-10-02 done hf.1",
    "2026-10-20 done hf.2",
    "2026-11-12 done hf.code",
]

END = [
    "done videos --yes",
    "proof hf.code https://example.org/results/1",
    "note hf.2 worth a second look",
    "done papers --yes",
]

DUE = [
    "done hf.1",
    "due s1 2027-03-31",
    "due hf.code 2026-12-02",
    "due papers.attention 2027-01-15",
    "due papers.note 2027-02-15",
]
# Run with the plan in use, not with one that is named: of several plans, all are shown.
WITHOUT_NAME = {"today_shares", "next_shares"}
SHARES = [
    f"add {PLAN} --id ml",
    f"add {PLAN} --id go",
    "use ml",
    "config share ml_70,go_30",
    "done hf.1 --roadmap ml",
    "due papers 2027-01-15 --roadmap go",
]

# The lines typed before, some of them on a day of their own, and the line whose screen is looked at.
SCREENS = {
    "next": ([], "next"),
    "next_later": (["done hf.1 hf.2", "start hf.code", "checkin notes"], "next -n 9"),
    "next_optional": (["done hf videos papers --yes"], "next"),
    "next_end": (["done hf videos papers hf.x --yes"], "next"),
    "next_due": (DUE, "next"),
    "next_untimed": (["done hf videos papers.attention --yes"], "next --time 20m"),
    "next_no_tag": (["tag hf.2 exam"], "next --tag job"),
    "next_shares": (SHARES, "next --all -n 2"),
    "today_due": (DUE, "today"),
    "today_shares": (SHARES, "today"),
    "status_due": (DUE, "status"),
    "list_due": (DUE, "list --all"),
    "list_untimed": ([], "list --time 3h"),
    "list_no_tag": ([], "list --tag exam"),
    "done": (["done hf.1"], "done hf.2"),
    "done_again": (["done hf.1"], "done hf.1"),
    "done_group": ([], "done videos hf --yes --on 2026-11-20"),
    "status": (["done hf.1", "skip videos.1", "start hf.2"], "status"),
    "status_stage": ([], "status s2"),
    "today_first_evening": (["done hf.1"], "today"),
    "today_mid_chapter": (["2026-11-18 done hf.1", "2026-11-20 done hf.2"], "today"),
    "today_two_in_progress": (["start hf.2", "start videos.1", "checkin notes"], "today"),
    "today_gap": (["2026-11-01 done hf.1", "2026-11-02 note hf.1 batches are padded"], "today"),
    "today_end": ([*WEEKS, *END], "today"),
    "done_chapter": (["2026-11-20 done hf.1", "done hf.2 --took 40m"], "done hf.code --took 1h30m"),
    "done_stage": (["2026-11-20 done hf --yes", "note hf.1 tidy"], "done videos --yes"),
    "done_end": ([*WEEKS, *END[:-1]], "done papers --yes"),
    "done_end_quiet": ([*WEEKS, *END[:-1], "config moments off"], "done papers --yes"),
    "resume": (["2026-11-23 done videos.1", "note hf.1 padded"], "resume"),
    "today_weeks": ([*WEEKS, "config hours 6", "config finish_by 2027-03-01"], "today"),
    "today_pause": ([*WEEKS, "pause --for 2w"], "today"),
    "pause": ([], "pause --until 2027-01-03 --reason holiday"),
    "stop": (["2026-11-24 start hf.1", "stop hf.1 --minutes 20"], "stop hf.1 --minutes 25"),
    "done_took": (["done hf.1", "config hours 6"], "done hf.1 --took 50m"),
    "stats": (WEEKS, "stats"),
    "week": ([*WEEKS, "done videos.1", "note hf.1 worth a second look"], "week"),
    "week_next": (["config study Wed_20:00_50m;Sat_10:00_2h"], "week --next"),
    "when_first": (["done hf.1"], "when"),
    "when": (WEEKS, "when --by 2027-06-30 --hours 3/week"),
    "when_why": (WEEKS, "when s2 --why"),
    "when_check": (WEEKS, "when --check"),
    "when_end": (["done hf videos papers --yes"], "when"),
    "list": (["done hf.1 videos.1 videos.2", "skip hf.2", "start hf.code"], "list"),
    "list_all": (["done videos --yes"], "list --all"),
    "list_empty": ([], "list s2 --done"),
    "show_stage": ([], "show s1"),
    "show_course": (["done hf.1"], "show hf"),
    "show_step": (["start hf.2", "done hf.2 --on 2026-11-20"], "show hf.2"),
    "show_needs": (["done hf.1"], "show videos.2"),
    "show_habit": (["checkin notes"], "show notes"),
    "error_unknown_item": ([], "done hf.9"),
    "error_unknown_command": ([], "nxet"),
    "error_option": ([], "done hf.1 --on tomorrow"),
    "error_usage": ([], "list --open --done"),
    "error_habit": ([], "done notes"),
    # Not --help itself, which has a new line with every new command; see test_every_command.py.
    "help_done": ([], "done --help"),
}


def _roadmap(name: str, words: list[str]) -> dict[str, str]:
    # Not by --roadmap, which the lines to type would repeat.
    return {} if name in WITHOUT_NAME or "--roadmap" in words else {"LLMROADMAP_ROADMAP": PLAN}


def drawn(terminal: Run, name: str, lang: str, width: int) -> str:
    before, line = SCREENS[name]
    for earlier in before:
        words = [
            word.replace("_", " ") if ":" in word or "," in word else word
            for word in earlier.split()
        ]
        now = {"LLMROADMAP_NOW": f"{words.pop(0)}T20:00:00+08:00"} if earlier[0] == "2" else {}
        ran = terminal(words, **now, **_roadmap(name, words))
        assert ran.status == 0, ran.err
    chosen = _roadmap(name, [])
    ran = terminal(line.split(), width=width, LLMROADMAP_LANG=lang, **chosen)
    return without_styles(ran.out + ran.err)


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_as_it_was(terminal: Run, name: str, lang: str, width: int) -> None:
    text = drawn(terminal, name, lang, width)
    path = GOLDEN / f"{name}.{lang}.{width}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), "a new screen: see above how to write it"
    assert text == path.read_text(encoding="utf-8"), "see above how to take over a new screen"
    for line in text.splitlines():
        # Only an address may be wider: nothing breaks it, so that it can be copied whole.
        assert display_width(line) <= width or "https://" in line, line
        assert line == line.rstrip()


def test_no_screen_is_forgotten() -> None:
    names = {path.name.split(".")[0] for path in GOLDEN.glob("*.txt")}
    assert names == set(SCREENS)

"""The browser with every key, at several widths and in both languages, through Textual's Pilot."""

import asyncio
import io
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("textual", reason="Textual is not installed")

from conftest import NOW, SMALL, Run
from llmroadmap.binder import call
from llmroadmap.filesystem.locations import locate
from llmroadmap.prompter import Prompter
from llmroadmap.storage.settings_file import Settings
from llmroadmap.storage.workspace import Workspace
from llmroadmap.terminal.screen import Screen
from llmroadmap.tui.app import Browser

WIDTHS = (60, 80, 200)
Act = Callable[[Any, Any], Awaitable[None]]


@pytest.fixture
def browsed(home: Path) -> Callable[..., Browser]:
    """Run the browser on a plan, act on it, and return it as it was at the end."""

    def run(
        act: Act, width: int = 80, lang: str = "en", plan: Path = SMALL, start: str = ""
    ) -> Browser:
        environ = {
            "LLMROADMAP_HOME": str(home),
            "LLMROADMAP_NOW": NOW,
            "LLMROADMAP_DEVICE": "test",
        }
        now = datetime.fromisoformat(NOW)
        workspace = Workspace(locate(environ), Settings(), lang, now, str(plan), environ=environ)
        screen = Screen(io.StringIO(), environ)
        prompter = Prompter(screen, lang, io.StringIO(), environ, "never", run_line=call)
        app = Browser(workspace, call, prompter, start)

        async def go() -> None:
            async with app.run_test(size=(width, 30)) as pilot:
                await pilot.pause()
                await act(app, pilot)
                await settled(app, pilot)

        asyncio.run(go())
        return app

    return run


async def settled(app: Browser, pilot: Any) -> None:
    """Wait until no command runs any more, unless it waits for an answer."""
    for _ in range(200):
        await pilot.pause()
        busy = [worker for worker in app.workers if not worker.is_finished]
        if not busy or len(app.screen_stack) > 1:
            return
        await pilot.pause(0.02)


def text_of(app: Browser) -> str:
    """What stands on the screen."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def keys(*names: str) -> Act:
    async def press(app: Browser, pilot: Any) -> None:
        for name in names:
            await pilot.press(name)
            await settled(app, pilot)

    return press


def state(run: Run, item: str) -> str:
    found: str = run(f"show {item} --json --roadmap {SMALL}").data["state"]
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_opens_at_the_next_step_and_shows_it(
    browsed: Callable[..., Browser], width: int, lang: str
) -> None:
    seen: list[str] = []

    async def look(app: Browser, pilot: Any) -> None:
        seen.append(text_of(app))

    browsed(look, width, lang)
    title = {"en": "What attention is", "zh": "注意力是什么"}[lang]
    assert title[: width // 8] in seen[0]
    assert "a.1" in seen[0]
    assert {"en": "Next: a.1", "zh": "下一步：a.1"}[lang] in seen[0]
    assert "0/4" in seen[0] or "0/3" in seen[0]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("pressed", "item", "expected"),
    [
        (["d"], "a.1", "done"),
        (["space"], "a.1", "done"),
        (["s"], "a.1", "started"),
        (["s", "s"], "a.1", "started"),  # the sitting ends, the step goes on
        (["x"], "a.1", "skipped"),
        (["d", "r"], "a.1", "open"),
        (["d", "u"], "a.1", "open"),
        (["d", "u", "U"], "a.1", "done"),
        (["d", "u", "ctrl+r"], "a.1", "done"),
        (["j", "d"], "a.2", "done"),
        (["j", "k", "d"], "a.1", "done"),
        (["m", "m", "d"], "a.2", "done"),
        (["down", "down", "up", "d"], "a.2", "done"),
    ],
)
def test_keys_are_commands(
    browsed: Callable[..., Browser],
    run: Run,
    width: int,
    lang: str,
    pressed: list[str],
    item: str,
    expected: str,
) -> None:
    browsed(keys(*pressed), width, lang)
    assert state(run, item) == expected


def test_a_group_is_ticked_after_a_yes_in_a_box(browsed: Callable[..., Browser], run: Run) -> None:
    asked: list[str] = []

    async def act(app: Browser, pilot: Any) -> None:
        await keys("h", "d")(app, pilot)
        asked.append(text_of(app))
        await keys("n")(app, pilot)
        assert state(run, "a.1") == "open"
        await keys("d", "y")(app, pilot)

    browsed(act)
    assert "[y/N]" in asked[0]
    assert state(run, "a.1") == state(run, "a.code") == "done"


def test_a_note_and_an_address_are_written_in_boxes(
    browsed: Callable[..., Browser], run: Run
) -> None:
    browsed(
        keys("n", *"hello", "enter", "p", *"https", "colon", "slash", "slash", *"a.b/c", "enter")
    )
    shown = run(f"show a.1 --json --roadmap {SMALL}").data
    assert [event["text"] for event in shown["history"] if event["do"] == "note"] == ["hello"]
    assert shown["proofs"] == ["https://a.b/c"]


def test_a_box_that_is_left_changes_nothing(browsed: Callable[..., Browser], run: Run) -> None:
    app = browsed(keys("n", *"hello", "escape", "f", "escape", "h", "d", "escape"))
    assert app.session.written == 0
    assert run(f"log --json --roadmap {SMALL}").data["entries"] == []


def test_find_as_you_type_and_back(browsed: Callable[..., Browser]) -> None:
    seen: list[str] = []

    async def act(app: Browser, pilot: Any) -> None:
        await keys("slash", *"matr")(app, pilot)
        seen.append(text_of(app))
        await keys("enter", "escape")(app, pilot)
        seen.append(text_of(app))

    browsed(act)
    assert "b.2" in seen[0] and "a.1  " not in seen[0].partition("│")[0]
    assert "a.1" in seen[1]


def test_a_filter_shows_what_is_left(browsed: Callable[..., Browser]) -> None:
    seen: list[str] = []

    async def act(app: Browser, pilot: Any) -> None:
        await keys("d", "f", "enter")(app, pilot)
        seen.append("\n".join(row.partition("│")[0] for row in text_of(app).splitlines()[:20]))
        await keys("f", "up", "enter")(app, pilot)  # the last one shows all again
        seen.append(text_of(app))

    browsed(act)
    assert "a.2" in seen[0] and "a.1 " not in seen[0]
    assert "a.1" in seen[1]


def test_folding(browsed: Callable[..., Browser]) -> None:
    seen: list[str] = []

    async def act(app: Browser, pilot: Any) -> None:
        await keys("h")(app, pilot)
        seen.append(text_of(app))
        await keys("enter")(app, pilot)
        seen.append(text_of(app))
        await keys("G", "g")(app, pilot)
        assert app.plan.cursor == 0

    browsed(act)
    assert "a.2" not in seen[0].partition("│")[0].replace("│", "")
    assert "a.2" in seen[1]


def test_what_another_terminal_changes_appears(browsed: Callable[..., Browser], run: Run) -> None:
    async def act(app: Browser, pilot: Any) -> None:
        run(f"done a.1 --roadmap {SMALL}")
        for _ in range(60):
            await pilot.pause(0.05)
            if "✓ a.1" in text_of(app):
                return
        pytest.fail("it did not appear")

    browsed(act)


def test_a_damaged_file_is_the_message_of_the_command_line(
    browsed: Callable[..., Browser], home: Path, run: Run
) -> None:
    seen: list[str] = []

    async def act(app: Browser, pilot: Any) -> None:
        (home / "data/progress/small.json").write_text("{")
        await keys("d")(app, pilot)
        seen.append(text_of(app))

    run(f"done a.2 --roadmap {SMALL}")
    browsed(act)
    assert "Error:" in seen[0]


def test_pages_of_the_week_the_numbers_and_the_keys(browsed: Callable[..., Browser]) -> None:
    seen: list[str] = []

    async def act(app: Browser, pilot: Any) -> None:
        for key in ("w", "y", "question_mark"):
            await keys(key)(app, pilot)
            await pilot.pause()
            seen.append(text_of(app))
            await keys("escape")(app, pilot)

    browsed(act)
    assert "week" in seen[0].lower()
    assert seen[1] != seen[0]
    assert "mark: the next key" in seen[2]


def test_below_sixty_columns_there_is_one_pane_and_tab_changes_it(
    browsed: Callable[..., Browser],
) -> None:
    seen: list[str] = []

    async def act(app: Browser, pilot: Any) -> None:
        seen.append(text_of(app))
        await keys("tab")(app, pilot)
        seen.append(text_of(app))
        await keys("tab")(app, pilot)

    browsed(act, 40)
    assert "llmroadmap done a.1" not in seen[0]
    assert "llmroadmap done a.1" in seen[1]


def test_wide_characters_keep_the_columns(browsed: Callable[..., Browser]) -> None:
    seen: list[list[int]] = []

    async def act(app: Browser, pilot: Any) -> None:
        from rich.cells import cell_len

        strips = app.screen._compositor.render_strips()
        rows = ["".join(segment.text for segment in strip) for strip in strips[:12]]
        seen.append([cell_len(row.partition("│")[0]) for row in rows])

    browsed(act, 80, "zh")
    assert len(set(seen[0])) == 1


def test_it_begins_where_it_is_told_to(browsed: Callable[..., Browser]) -> None:
    async def act(app: Browser, pilot: Any) -> None:
        assert app.plan.roadmap.id_of(app.plan.node) == "c.note"

    browsed(act, start="c.note")


def test_ten_thousand_steps_draw_only_what_is_seen(
    browsed: Callable[..., Browser], tmp_path: Path
) -> None:
    """Work, not seconds: records are read for the lines on the screen only."""
    courses = [
        {
            "id": f"c{n}",
            "title": f"Course {n}",
            "items": [{"id": str(k), "title": f"Step {k}"} for k in range(100)],
        }
        for n in range(100)
    ]
    plan = {"format": 1, "id": "large", "title": "Large"}
    plan |= {"stages": [{"id": "s", "title": "S", "items": courses}]}
    path = tmp_path / "large.yaml"
    path.write_text(json.dumps(plan))
    looked_at: list[int] = []

    async def act(app: Browser, pilot: Any) -> None:
        record = app.plan.roadmap.record
        app.plan.roadmap.record = lambda node: looked_at.append(node) or record(node)
        await keys(*["j"] * 5, "pagedown", "G", "g", "l")(app, pilot)

    browsed(act, plan=path)
    assert 0 < len(set(looked_at)) < 500


def left_of(app: Browser) -> str:
    """What stands in the list."""
    return "\n".join(row.partition("│")[0] for row in text_of(app).splitlines()[:20])


def test_the_pane_has_the_questions_but_not_the_answers(
    browsed: Callable[..., Browser], run: Run
) -> None:
    seen: list[str] = []

    async def look(app: Browser, pilot: Any) -> None:
        seen.append(text_of(app))

    run(f"note a.1 'Q: What is asked? A: This.' --roadmap {SMALL}")
    run(f"done a.1 --roadmap {SMALL}")
    browsed(look, 200, start="a.1")
    assert "- What is asked?" in seen[0]
    assert "llmroadmap recall a.1" in seen[0]


def test_filters_add_up_until_escape(browsed: Callable[..., Browser]) -> None:
    seen: list[str] = []

    async def act(app: Browser, pilot: Any) -> None:
        await keys("d", "f", "enter")(app, pilot)  # what is open
        await keys("f", "j", "enter", *"video", "enter")(app, pilot)
        seen.extend([left_of(app), text_of(app)])
        await keys("escape")(app, pilot)
        seen.append(left_of(app))

    browsed(act, 200)
    assert "llmroadmap list --open --kind video" in seen[1]
    assert len(seen[0].split()) < len(seen[2].split())


def test_a_filter_that_is_no_kind_says_so_and_changes_nothing(
    browsed: Callable[..., Browser],
) -> None:
    seen: list[str] = []

    async def act(app: Browser, pilot: Any) -> None:
        await keys("f", "j", "enter", *"nokind", "enter")(app, pilot)
        seen.append(text_of(app))
        await keys("f", "enter")(app, pilot)
        seen.append(text_of(app))

    browsed(act, 200)
    assert "nokind" in seen[0]
    assert "llmroadmap list --open" in seen[1] and "nokind" not in seen[1]


def test_the_mouse_goes_folds_and_presses_the_footer(
    browsed: Callable[..., Browser], run: Run
) -> None:
    seen: list[Any] = []

    async def act(app: Browser, pilot: Any) -> None:
        row = app.plan.cursor + 1
        await pilot.click("PlanList", offset=(5, row - app.plan.scroll_offset.y))
        await settled(app, pilot)
        seen.append(app.plan.roadmap.id_of(app.plan.node))
        await pilot.click("PlanList", offset=(5, 0))
        before = len(app.plan._rows)
        await pilot.click("PlanList", offset=(5, 0))  # once more: it folds
        seen.append(len(app.plan._rows) < before)
        await pilot.click("PlanList", offset=(5, 0))
        seen.append(len(app.plan._rows) == before)
        await keys("t")(app, pilot)
        line = text_of(app).splitlines()[-1]
        await pilot.click("Footer", offset=(line.index("done"), 0))
        await settled(app, pilot)

    browsed(act)
    assert seen == ["a.2", True, True]
    assert state(run, "a.1") == "done"


# What the learner can do with each key, and the line that does the same.
ON_THE_COMMAND_LINE = {
    "start_or_stop": "start a.1",
    "done": "done a.1",
    "reopen": "reopen a.1",
    "skip": "skip a.1",
    "undo": "undo",
    "redo": "redo",
    "checkin": "checkin notes",
    "note": "note a.1 words",
    "note_in_editor": "note a.1 words again",
    "proof": "proof a.1 https://example.org/x",
    "open": "open a.1 --print",
    "mute": "mute a.2",
    "find": "find attention",
    "filter": "list --open --kind section --time 1h --in en",
    "next_step": "next",
    "week": "week",
    "stats": "stats",
    "help": "help",
}
# These move on the screen and change nothing.
OF_THE_SCREEN = {"quit", "mark", "other_pane", "leave", "interrupt"}


def test_what_every_key_does_can_be_done_on_the_command_line(run: Run) -> None:
    done: set[str] = set()
    for binding in Browser.BINDINGS:
        name, _, argument = binding.action.partition("(")
        done.add(argument.strip(")").split(",")[0].strip("'") if name in ("line", "page") else name)
    assert done == set(ON_THE_COMMAND_LINE) | OF_THE_SCREEN
    for words in ON_THE_COMMAND_LINE.values():
        ran = run(f"{words} --roadmap {SMALL}")
        assert ran.status == 0, (words, ran.err)


def test_every_key_is_listed() -> None:
    from llmroadmap.tui.app import _KEYS

    pressed = {key for binding in Browser.BINDINGS for key in binding.key.split(",")}
    listed = {name for names, _ in _KEYS for name in names.split()}
    spelled = {"slash": "/", "escape": "esc", "question_mark": "?"}
    told_elsewhere = {"ctrl+q", "ctrl+c", "ctrl+r"}  # second spellings of q and U
    assert {spelled.get(each, each) for each in pressed - told_elsewhere} <= listed

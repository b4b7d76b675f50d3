"""Whatever a roadmap or a note holds reaches a terminal as text, and any terminal can read it."""

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import SMALL, STYLING, Run, Stream, without_styles
from llmroadmap.core.model.addresses import is_web_address
from llmroadmap.terminal.screen import (
    WHOLE,
    Line,
    Screen,
    Span,
    clean,
    line,
    pad,
    plain,
    truncate,
)
from llmroadmap.terminal.wrapping import display_width

# What could steer a terminal, or hide what stands there.
HOSTILE = {
    "csi": "a\x1b[31mb\x1b[2J",
    "osc title": "a\x1b]0;owned\x07b",
    "osc link": "a\x1b]8;;https://evil.example\x1b\\b",
    "osc clipboard": "a\x1b]52;c;cm0gLXJm\x07b",
    "c1 csi": "a\x9b31mb",
    "c1 osc": "a\x9d0;owned\x9cb",
    "backspace": "abc\x08\x08\x08xyz",
    "carriage return": "harmless\rrm -rf",
    "bell": "a\x07b",
    "nul": "a\x00b",
    "delete": "a\x7fb",
    "bidi override": "a\u202edcb\u202c",
    "bidi isolate": "a\u2066b\u2069",
    "marks of direction": "a\u200e\u200f\u061cb",
    "separators": "a\u2028b\u2029c",
    "byte order mark": "a\ufeffb",
}
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_could_steer_a_terminal_is_shown(text: str) -> None:
    shown = clean(text)
    assert not STEERING.search(shown)
    assert len(shown) > len(text) - text.count("\n")


@given(st.text())
def test_nothing_steers(text: str) -> None:
    shown = clean(text)
    assert not STEERING.search(shown)
    assert "\n" not in shown
    assert "\t" not in shown
    if text.isprintable():
        assert shown == text


def test_what_people_write_stays_as_it_is() -> None:
    for text in (
        "plain",
        "词 · “引号”",
        "👩\u200d💻 ⚠\ufe0f",
        "e\u0301",
        "क्\u200dष",
        "[bold]x[/bold]",
        "a\\x1b",
    ):
        assert clean(text) == text
    assert clean("a\nb\tc") == "a b c"


def hostile_plan(folder: Path, text: str) -> str:
    """The small plan with a title, a goal, an address and a topic of somebody who means no good."""
    path = folder / "plan.yaml"
    said = json.dumps(text)
    path.write_text(
        "format: 1\nid: small\ntitle: P\nstages:\n  - id: s1\n"
        f"    title: {said}\n    goals: [{said}]\n    items:\n"
        f"      - {{id: a, title: {said}, about: {said}, topics: [{said}],"
        f" links: [{{url: 'https://example.org/', title: {said}}}]}}\n"
        f"      - {{id: h, repeat: daily, title: {said}}}\n",
        encoding="utf-8",
    )
    return str(path)


LINES = ["next", "status", "list", "show a", "show s1", "done a", "show h", "done a"]


@pytest.mark.parametrize(
    "text", [*HOSTILE.values(), "[link=https://e.org]x[/link] :smile:"], ids=[*HOSTILE, "markup"]
)
def test_no_screen_sends_it(terminal: Run, run: Run, tmp_path: Path, text: str) -> None:
    plan = hostile_plan(tmp_path, text)
    for typed in LINES:
        ran = terminal([*typed.split(), "--roadmap", plan], width=200)
        if (
            "is not a valid roadmap" in ran.err
        ):  # Refused at the gate: then the complaint is looked at.
            assert ran.status == 1
        for output in (ran.out, ran.err):
            assert not STEERING.search(STYLING.sub("", output)), repr(output)
            assert "evil.example\x1b" not in output
        piped = run([*typed.split(), "--roadmap", plan])
        for output in (piped.out, piped.err):
            assert not STEERING.search(output), repr(output)
    if text.startswith("[link"):
        assert text in without_styles(terminal(["show", "a", "--roadmap", plan]).out)


def test_an_error_shows_what_was_typed_and_sends_none_of_it(terminal: Run) -> None:
    for text in HOSTILE.values():
        if "\x00" in text:
            continue
        for words in (
            [text],
            ["done", text],
            ["next", "-n", text],
            ["list", f"--{text}"],
            ["--lang", text],
        ):
            ran = terminal(words)
            assert ran.status == 2
            assert not STEERING.search(STYLING.sub("", ran.err)), repr(ran.err)


def test_json_hides_nothing(run: Run, tmp_path: Path) -> None:
    plan = hostile_plan(tmp_path, "a\u202eb [x]")
    ran = run(["show", "a", "--json", "--roadmap", plan])
    if ran.status == 0:
        assert ran.data["title"] == "a\u202eb [x]"


# -- which terminal ----------------------------------------------------------------------------

SCREENS = ["next", "status", "list", "show hf", "done hf.0.1", "done nothing", "--help", "nxet"]


@pytest.mark.parametrize("typed", SCREENS)
def test_piped_there_is_no_escape_sequence_at_all(run: Run, typed: str) -> None:
    for environ in ({}, {"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {"FORCE_COLOR": "1"}):
        ran = run(typed, **environ)
        assert "\x1b" not in ran.out + ran.err
        assert ran.out or ran.err


@pytest.mark.parametrize("typed", SCREENS)
def test_no_color_has_no_colour(terminal: Run, typed: str) -> None:
    coloured = terminal(typed)
    codes = re.findall(r"\x1b\[([0-9;]*)m", coloured.out + coloured.err)
    assert codes, "a terminal gets styles"
    plain_one = terminal(typed, NO_COLOR="1")
    codes = re.findall(r"\x1b\[([0-9;]*)m", plain_one.out + plain_one.err)
    colours = re.compile(r"(^|;)(3[0-9]|4[0-9]|9[0-7]|10[0-7])(;|$)")
    assert not [code for code in codes if colours.search(code)]


@pytest.mark.parametrize("typed", SCREENS)
def test_a_dumb_terminal_gets_text(terminal: Run, typed: str) -> None:
    ran = terminal(typed, TERM="dumb")
    assert "\x1b" not in ran.out + ran.err
    assert ran.out or ran.err


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("typed", SCREENS)
def test_an_ascii_stream_gets_ascii_and_no_traceback(terminal: Run, typed: str, lang: str) -> None:
    for width in (80, 40):
        ran = terminal(typed, encoding="ascii", LLMROADMAP_LANG=lang, width=width)
        shown = without_styles(ran.out + ran.err)
        assert shown.isascii()
        assert ran.status in (0, 2)
    if typed == "list" and lang == "en":
        assert " . hf.0.1  Introduction" in shown
    if typed == "status":
        assert "....." in shown


def test_the_settings_decide_on_colour(run: Run, terminal: Run, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    settings = home / "config" / "config.json"
    settings.write_text('{"colour": "never"}')
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", terminal("status").out)
    settings.write_text('{"colour": "always"}')
    assert "\x1b[" in run("status").out


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("40", 40),
        ("3", 20),
        ("0", 80),
        ("", 80),
        ("x", 80),
        ("-5", 80),
        ("٤٠", 80),
        ("9" * 5000, 99999),
    ],
)
def test_how_wide(columns: str, width: int) -> None:
    stream = Stream(is_terminal=True)
    assert Screen(stream, {"COLUMNS": columns}).width == width
    assert Screen(Stream(), {"COLUMNS": columns}).width == 80
    assert Screen(stream, {}).height == 0


def test_a_stream_that_is_closed_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert not Screen(stream, {}).is_terminal


# -- pieces ------------------------------------------------------------------------------------


def test_spans() -> None:
    made = line("a", ("b", "id"), Span("c", "link", "https://e.org"), hanging_indent=2)
    assert [span.text for span in made.spans] == ["a", "b", "c"]
    assert plain(made) == "abc"
    assert plain(line("  a  ")) == "  a"


def test_a_title_is_a_link_where_terminals_know_links(terminal: Run) -> None:
    out = terminal(["list", "a", "--roadmap", str(SMALL)]).out
    assert re.search(
        r"\x1b\]8;[^;]*;https://example.org/a/1\x1b\\(\x1b\[1m)?What attention is(\x1b\[0m)?\x1b\]8;;\x1b\\",
        out,
    )


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://例え.jp/道", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://e.org/\x1b\\evil", False),
        ("https://e.org/a b", False),
        ("https://e.org/" + "x" * 2000, False),
        ("HTTPS://e.org", True),
        ("", False),
    ],
)
def test_links_that_may_be_handed_to_a_terminal(url: str, safe: bool) -> None:
    assert is_web_address(url) is safe


def test_an_address_is_not_broken() -> None:
    stream = Stream(is_terminal=True)
    url = "https://example.org/" + "long/" * 20
    Screen(stream, {"COLUMNS": "40"}).print([line("  ", url, hanging_indent=WHOLE)])
    assert without_styles(stream.getvalue()) == f"  {url}\n"


def printed(made: Line, width: int) -> list[str]:
    stream = Stream(is_terminal=True)
    Screen(stream, {"COLUMNS": str(width)}).print([made])
    return without_styles(stream.getvalue()).splitlines()


def test_a_line_goes_on_a_little_further_in_than_it_began() -> None:
    words = "one two three four five six"
    assert printed(line(words), 20) == ["one two three four", "  five six"]
    assert printed(line("  ", ("- ", "dim"), words), 20) == [
        "  - one two three",
        "    four five six",
    ]
    assert printed(line("  ", words, hanging_indent=0), 20) == ["  one two three four", "five six"]


def test_a_hang_of_most_of_the_screen_is_made_small_where_lines_are_drawn_too() -> None:
    made = line(("name" * 4, "id"), "one two three four five six", hanging_indent=16)
    assert all(display_width(row) <= 20 for row in printed(made, 20))


@given(st.text(), st.integers(2, 30))
def test_cut_and_filled_up_to_a_width(text: str, width: int) -> None:
    cut = truncate(text, width)
    assert display_width(cut) <= width
    if display_width(clean(text)) <= width:
        assert cut == clean(text)
    assert display_width(pad(cut, width)) == width


def test_signs_that_cannot_be_encoded_have_plainer_ones(terminal: Run) -> None:
    shown = without_styles(terminal("next -n 1", encoding="ascii").out)
    assert "0/147 - 0%" in shown
    assert "Hugging Face LLM Course > Setup - section - 30 min" in shown


def test_where_chinese_cannot_be_shown_english_is(terminal: Run) -> None:
    shown = terminal("next -n 1", encoding="latin-1", LLMROADMAP_LANG="zh").out
    assert "When done" in shown
    shown = terminal("next -n 1", encoding="gbk", LLMROADMAP_LANG="zh").out
    assert "学完后输入" in shown


@pytest.mark.parametrize("width", [20, 30, 40, 60])
@pytest.mark.parametrize("hanging_indent", [2, 10, 15, 21, 40])
def test_no_indentation_makes_a_line_wider_than_the_screen(width: int, hanging_indent: int) -> None:
    screen = Screen(Stream(is_terminal=True), {"COLUMNS": str(width), "TERM": "xterm"})
    drawn = without_styles(screen.drawn([line("some words " * 20, hanging_indent=hanging_indent)]))
    assert len(drawn.splitlines()) > 2
    assert max(map(len, drawn.splitlines())) <= width

"""What a known terminal is sent shows exactly what Rich would have made it show."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from llmroadmap.terminal.drawing import STYLES, Piece, _through_rich, draw
from llmroadmap.terminal.screen import clean

SEQUENCE = re.compile(r"\x1b\[([0-9;]*)m|\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")
URLS = ("", "https://example.org/a", "javascript:alert(1)", "http://例え.jp/道")

pieces = st.builds(
    Piece,
    st.text(max_size=12).map(clean),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(URLS),
)
# Blanks at the ends of rows are gone before anything is drawn.
rows = st.lists(st.lists(pieces, max_size=4).filter(lambda row: not row or row[-1].text.strip()))


def shown(drawn: str) -> list[tuple[str, frozenset[str], str]]:
    """Each sign with the attributes and the link that it has on the terminal."""
    signs, codes, link, end = [], frozenset[str](), "", 0
    for found in SEQUENCE.finditer(drawn):
        signs += [(sign, codes, link) for sign in drawn[end : found.start()]]
        end = found.end()
        if found[1] is None:
            link = found[2]
        else:
            new = set(found[1].split(";"))
            codes = frozenset() if new <= {"0", ""} else codes | new
    assert (codes, link) == (frozenset(), ""), "nothing is left switched on"
    return signs + [(sign, codes, link) for sign in drawn[end:]]


@given(rows, st.sampled_from(["auto", "never", "always"]), st.sampled_from(["", "1"]))
def test_as_rich_does(made: list[list[Piece]], colour: str, no_color: str) -> None:
    environ = {"TERM": "xterm-256color", "NO_COLOR": no_color}
    ours = draw(made, io.StringIO(), environ, 80, colour)
    theirs = _through_rich(made, io.StringIO(), environ, 80, colour)
    assert shown(ours) == shown(theirs if made else "")


@pytest.mark.parametrize("term", ["dumb", "", "unknown", "a-new-one"])
def test_a_terminal_that_we_do_not_know_is_left_to_rich(term: str) -> None:
    made = [[Piece("a", "id"), Piece(" b")]]
    environ = {"TERM": term}
    expected = _through_rich(made, io.StringIO(), environ, 80, "auto")
    assert draw(made, io.StringIO(), environ, 80, "auto") == expected
    assert ("\x1b" in expected) is (term in ("", "a-new-one"))


@pytest.mark.parametrize("typed", ["next", "status", "list hf", "show hf.1.1", "done hf.1.1", "x"])
def test_whole_screens_look_the_same(terminal: Run, typed: str) -> None:
    known = terminal(f"{typed} --lang zh", TERM="xterm-256color")
    terminal("undo")
    unknown = terminal(f"{typed} --lang zh", TERM="a-new-one")
    assert shown(known.out + known.err) == shown(unknown.out + unknown.err)

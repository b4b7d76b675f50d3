"""Lines break where people break them, in both languages, and nothing gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.views.wrapping import cells, hanging, wrap

CLOSING = "，。、；：？！）》」』】"
OPENING = "（《「『【"
ALPHABET = st.sampled_from(
    [*"ab .,·(-)%/", *"词课程（）《》，。：…—", "é", "e\u0301", "👩\u200d💻", "⚠\ufe0f"]
)
TEXT = st.lists(ALPHABET, max_size=60).map("".join)


def lines(spans: list[str], width: int, hang: int = 0) -> list[str]:
    return ["".join(piece for piece, _ in row) for row in wrap(spans, width, hang)]


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("", 10, [""]),
        ("one two three", 80, ["one two three"]),
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one   two", 4, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("学习路线图", 6, ["学习路", "线图"]),
        ("学习路线图", 7, ["学习路", "线图"]),
        ("学习路。线图", 6, ["学习", "路。线", "图"]),
        ("学习（路线）图", 6, ["学习", "（路", "线）图"]),
        ("用 Trainer 微调", 10, ["用 Trainer", "微调"]),
        ("微调Trainer", 8, ["微调", "Trainer"]),
        ("section · 45 min", 9, ["section ·", "45 min"]),
        ("a section · 45", 9, ["a", "section ·", "45"]),  # a sign between does not begin a line
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ],
)
def test_where_lines_break(text: str, width: int, broken: list[str]) -> None:
    assert lines([text], width) == broken


def test_lines_after_the_first_are_narrower_by_the_hang() -> None:
    assert lines(["aa bb cc dd"], 8, 3) == ["aa bb cc", "dd"]
    assert lines(["aaaa bbbb cccc"], 9, 4) == ["aaaa bbbb", "cccc"]
    assert lines(["aaaa bbbb cccc"], 8, 7) == ["aaaa", "bbbb", "cccc"]  # never by most of the width


def test_pieces_know_their_span() -> None:
    assert wrap(["one two", " three", "", " four"], 9, 0) == [
        [("one two", 0)],
        [("three", 1)],
        [("four", 3)],
    ]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("词", 2),
        ("。", 2),
        ("é", 1),
        ("e\u0301", 1),
        ("👩\u200d💻", 4),
        ("ｱ", 1),
        ("━", 1),
    ],
)
def test_columns(text: str, columns: int) -> None:
    assert cells(text) == columns


@given(st.lists(TEXT, max_size=4), st.integers(4, 30), st.integers(0, 12))
def test_any_text(spans: list[str], width: int, hang: int) -> None:
    whole = "".join(spans)
    rows = wrap(spans, width, hang)
    found = lines(spans, width, hang)
    # Nothing is lost but blanks at the breaks, and nothing changes its order.
    assert "".join(found).replace(" ", "") == whole.replace(" ", "")
    hang = hanging(width, hang)
    for place, line in enumerate(found):
        room = width - (hang if place else 0)
        assert cells(line.rstrip(" ")) <= room
    for row in rows:
        assert all(piece in spans[place] for piece, place in row)
        assert [place for _, place in row] == sorted(place for _, place in row)


@given(
    st.lists(st.sampled_from([*"词课程学习", "，", "。", "（", "）", "a ", "bc"]), max_size=60).map(
        "".join
    )
)
def test_chinese_punctuation_stays_where_it_belongs(text: str) -> None:
    # Rows of signs alone cannot be helped: at most two in a row, as in real text.
    squeezed = []
    for character in text:
        if not (squeezed and squeezed[-1] in CLOSING + OPENING and character in CLOSING + OPENING):
            squeezed.append(character)
    broken = lines(["".join(squeezed)], 12)
    for line in broken[1:]:
        assert line[0] not in CLOSING, broken
    for line in broken[:-1]:
        assert line[-1] not in OPENING, broken

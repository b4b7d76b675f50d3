"""Lines break where people break them, in both languages, and nothing gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.terminal.wrapping import Break, display_width, hanging, wrap

CLOSING = "，。、；：？！）》」』】"
OPENING = "（《「『【"
ALPHABET = st.sampled_from(
    [*"ab .,·(-)%/", *"词课程（）《》，。：…—", "é", "e\u0301", "👩\u200d💻", "⚠\ufe0f"]
)
TEXT = st.lists(ALPHABET, max_size=60).map("".join)


def lines(spans: list[str], width: int, hanging_indent: int = 0) -> list[str]:
    return ["".join(piece for piece, _ in row) for row in wrap(spans, width, hanging_indent)]


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
        ("section · 45 min", 9, ["section", "45 min"]),
        (
            "a section · 45",
            9,
            ["a", "section", "45"],
        ),  # a dot between two facts begins and ends no line
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        # A number keeps its unit.
        ("还剩 221 小时", 10, ["还剩", "221 小时"]),
        ("还剩 221 小时", 12, ["还剩", "221 小时"]),
        ("学了3小时", 7, ["学了", "3小时"]),
        ("about 3 h left", 7, ["about", "3 h", "left"]),
        ("takes 45 min", 9, ["takes", "45 min"]),
        ("about 3 h left", 9, ["about 3 h", "left"]),
        ("about 3 hand tools", 9, ["about 3", "hand", "tools"]),
        ("2026 年 11 月 24 日", 12, ["2026 年", "11 月 24 日"]),
        # Neither an indentation nor a sign is a line.
        ("  abcdefgh", 6, ["  abcd", "efgh"]),
        ("· abcdefgh", 6, ["· abcd", "efgh"]),
        ("  - 学习路线", 6, ["  - 学", "习路线"]),
        # What is too long for a line breaks behind a sign, if there is one not far from its end.
        ("shu-ju-jie-gou", 8, ["shu-ju-", "jie-gou"]),
        ("install|uninstall|bash", 20, ["install|uninstall|", "bash"]),
        ("/data/one/config.json", 18, ["/data/one/", "config.json"]),
        ("a-bcdefgh", 6, ["a-bcde", "fgh"]),
        # An address is never broken.
        ("see https://example.org/a-b here", 12, ["see", "https://example.org/a-b", "here"]),
        ("（https://example.org/）网址", 10, ["（https://example.org/）", "网址"]),
        ("httpd and http", 6, ["httpd", "and", "http"]),
    ],
)
def test_where_lines_break(text: str, width: int, broken: list[str]) -> None:
    assert lines([text], width) == broken


def test_lines_after_the_first_are_narrower_by_the_hang() -> None:
    assert lines(["aa bb cc dd"], 8, 3) == ["aa bb cc", "dd"]
    assert lines(["aaaa bbbb cccc"], 9, 4) == ["aaaa bbbb", "cccc"]
    assert lines(["aaaa bbbb cccc"], 8, 7) == ["aaaa", "bbbb", "cccc"]  # never by most of the width


def bound(spans: list[tuple[str, int]], width: int, hanging_indent: int = 0) -> list[str]:
    texts, breaks = [text for text, _ in spans], [bond for _, bond in spans]
    return [
        "".join(piece for piece, _ in row) for row in wrap(texts, width, hanging_indent, breaks)
    ]


def test_what_holds_together_goes_to_a_line_of_its_own() -> None:
    figures = [("title  ", Break.ALLOWED), ("1/9 · ", Break.AVOIDED), ("10% left", Break.AVOIDED)]
    assert bound(figures, 21) == ["title  1/9 · 10% left"]
    assert bound(figures, 20) == ["title", "1/9 · 10% left"]
    # Too long for one line, each keeps together as long as it can.
    assert bound(figures, 13) == ["title  1/9", "10% left"]
    assert bound(figures, 7) == ["title", "1/9", "10%", "left"]


def test_what_is_unbroken_is_rather_too_wide() -> None:
    command = [
        ("到这里输入：", Break.ALLOWED),
        ("llmroadmap done hf.1", Break.NEVER),
        ("。", Break.ALLOWED),
    ]
    assert bound(command, 40) == ["到这里输入：llmroadmap done hf.1。"]
    assert bound(command, 22) == ["到这里输入：", "llmroadmap done hf.1。"]
    assert bound(command, 14) == ["到这里输入：", "llmroadmap done hf.1。"]
    assert bound([*command, (" and on", Break.ALLOWED)], 14)[2:] == ["and on"]


@given(
    st.lists(st.tuples(TEXT, st.sampled_from([Break.ALLOWED, Break.AVOIDED])), max_size=5),
    st.integers(4, 30),
    st.integers(0, 12),
)
def test_nothing_that_may_be_broken_is_too_wide(
    spans: list[tuple[str, int]], width: int, hanging_indent: int
) -> None:
    found = bound(spans, width, hanging_indent)
    whole = "".join(text for text, _ in spans)
    assert "".join(found).replace(" ", "") == whole.replace(" ", "")
    for place, line in enumerate(found):
        assert display_width(line.rstrip(" ")) <= width - (
            hanging(hanging_indent, width) if place else 0
        )


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
        ("👩\u200d💻", 2),
        ("✈\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("👍🏽", 2),
        ("❤\ufe0f\u200d🔥", 2),
        ("ｱ", 1),
        ("━", 1),
    ],
)
def test_columns(text: str, columns: int) -> None:
    assert display_width(text) == columns


@given(st.lists(TEXT, max_size=4), st.integers(4, 30), st.integers(0, 12))
def test_any_text(spans: list[str], width: int, hanging_indent: int) -> None:
    whole = "".join(spans)
    rows = wrap(spans, width, hanging_indent)
    found = lines(spans, width, hanging_indent)
    # Nothing is lost but blanks at the breaks, and nothing changes its order.
    assert "".join(found).replace(" ", "") == whole.replace(" ", "")
    hanging_indent = hanging(hanging_indent, width)
    for place, line in enumerate(found):
        room = width - (hanging_indent if place else 0)
        assert display_width(line.rstrip(" ")) <= room
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

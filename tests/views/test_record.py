"""A result without a view of its own: its fields as rows, its lists as tables."""

from typing import NamedTuple

from conftest import Stream
from llmroadmap.locales import texts
from llmroadmap.terminal.screen import Screen, plain
from llmroadmap.terminal.wrapping import display_width
from llmroadmap.views._record import show_record


class Book(NamedTuple):
    id: str
    title: str
    pages: int
    read: bool


class Shelf(NamedTuple):
    folder: str
    since: str
    nothing: str
    share: float
    tags: list[str]
    books: list[Book]
    exit_status: int = 1


SHELF = Shelf(
    folder="/books",
    since="2026-11-24",
    nothing="",
    share=0.25,
    tags=["a", "b"],
    books=[
        Book(id="b.1", title="Attention is all you need", pages=15, read=True),
        Book(id="b.10", title="动手学深度学习", pages=700, read=False),
    ],
)


def shown(width: int, lang: str = "en") -> list[str]:
    return lines_of(SHELF, width, lang)


def lines_of(shelf: Shelf, width: int = 80, lang: str = "en") -> list[str]:
    screen = Screen(Stream(is_terminal=True), {"COLUMNS": str(width)})
    return [plain(each) for each in show_record("paths", shelf, screen, texts(lang))]


def test_fields_are_rows_and_lists_are_tables() -> None:
    assert shown(80) == [
        "folder  /books",
        "since   Tue 24 Nov 2026",
        "share   0.25",
        "tags    a, b",
        "",
        "books",
        "  id    title                      pages  read",
        "  b.1   Attention is all you need  15     ✓",
        "  b.10  动手学深度学习             700    –",
    ]


def test_where_it_is_narrow_the_columns_stand_below_each_other() -> None:
    lines = shown(40)
    assert lines[6:9] == ["  b.1", "    title  Attention is all you need", "    pages  15"]
    assert max(map(display_width, lines)) <= 40


def test_the_language_separates_and_writes_days() -> None:
    assert "tags    a、b" in shown(80, "zh")
    assert "2026 年" in "".join(shown(80, "zh"))


def test_an_empty_list_is_not_shown() -> None:
    assert lines_of(SHELF._replace(books=[]))[-1] == "tags    a, b"

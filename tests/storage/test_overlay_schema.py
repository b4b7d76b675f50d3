import pytest

from llmroadmap.formats.errors import RoadmapInvalid
from llmroadmap.storage.overlay_schema import validate_overlay


def problems(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(RoadmapInvalid) as caught:
        validate_overlay(text.encode())
    return [(each.line, each.column, each.code) for each in caught.value.problems]


def test_all_that_may_stand_in_it() -> None:
    text = """
    format: 1
    add:
      - {id: x, title: {en: X, zh: 某}, after: hf.3, minutes: 20, kind: paper, optional: true,
         links: [{url: "https://example.org"}], needs: [a.1, +y], about: why}
      - {id: y, title: Y, in: +x, group: true}
    change:
      hf.3.2: {minutes: 5, optional: false, needs: [], note: slowly, due: 2027-01-02, tags: [exam]}
      +x: {minutes: 4}
    mute: [a, +y]
    kinds: {video: 45}
    """
    overlay = validate_overlay(text.encode())
    assert overlay["add"][1]["group"] is True
    assert overlay["change"]["hf.3.2"]["minutes"] == 5
    assert overlay["mute"] == ["a", "+y"]


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_file_changes_nothing(text: str) -> None:
    assert validate_overlay(text.encode()) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a]", (1, 1, "expected-mapping")),
        ("mute: [a]", (1, 1, "missing-key")),
        ("format: 2", (1, 1, "format-newer")),
        ("format: 1\nmuted: [a]", (2, 1, "unknown-key")),
        ("format: 1\nmute: a", (2, 1, "expected-list")),
        ("format: 1\nmute: [A B]", (2, 8, "full-id-invalid")),
        ("format: 1\nchange: {a.1: {minutes: 0}}", (2, 16, "minutes-invalid")),
        ("format: 1\nchange: {a.1: {due: soon}}", (2, 16, "day-invalid")),
        ("format: 1\nchange: {a.1: {minute: 3}}", (2, 16, "unknown-key")),
        ("format: 1\nkinds: {film: 3}", (2, 9, "unknown-kind")),
        ("format: 1\nadd: [{id: x}]", (2, 7, "missing-key")),
        ("format: 1\nadd: [{id: +x, title: X}]", (2, 8, "id-invalid")),
        (
            "format: 1\nadd: [{id: x, title: X, links: [{url: 'ftp://a.b'}]}]",
            (2, 34, "address-scheme"),
        ),
        ("format: 1\nadd: [{id: x, title: X}, {id: x, title: Y}]", (2, 27, "duplicate-id")),
        ("format: 1\nadd: [{id: x, title: X, in: a, after: b}]", (2, 25, "one-place-only")),
        ("format: 1\nmute: [a\n", (2, 7, "yaml-unclosed-bracket")),
    ],
)
def test_what_is_wrong_is_said_with_line_and_column(
    text: str, expected: tuple[int, int, str]
) -> None:
    assert expected in problems(text)

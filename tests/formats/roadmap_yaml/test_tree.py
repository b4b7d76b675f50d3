"""YAML becomes dicts, lists and text; what is refused is refused with its place."""

import contextlib
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from llmroadmap.formats.errors import RoadmapInvalid
from llmroadmap.formats.roadmap_yaml import parser_events as yaml_events
from llmroadmap.formats.roadmap_yaml import tree as yaml_tree
from llmroadmap.formats.roadmap_yaml.positions import locate
from llmroadmap.formats.roadmap_yaml.tree import Tree, read_with_problems


def read_yaml(data: bytes) -> Tree:
    """The tree of a document without mistakes; else all of them are raised."""
    tree, problems = read_with_problems(data)
    if problems:
        raise RoadmapInvalid(tuple(problems))
    return tree


@pytest.fixture(params=["CLoader", "Loader"], autouse=True)
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml_events, "_Loader", getattr(yaml, request.param))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("id: 3", {"id": "3"}),
        ("a: [no, ~, 010, 1:30, 3.10, 2026-01-02, =, <<, .NaN, true]", None),
        ("a:", {"a": ""}),
        ("a: {b: [], c: {}}", {"a": {"b": [], "c": {}}}),
        ("- - x\n- y", [["x"], "y"]),
        ('"\\u001b": "\\t\\x07"', {"\x1b": "\t\x07"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("--- # comment\na: 词 👩‍💻\n...\n", {"a": "词 👩‍💻"}),
        ("plain", "plain"),
    ],
)
def test_scalars_stay_text(text: str, tree: object) -> None:
    if tree is None:
        tree = {"a": text[4:-1].split(", ")}
    assert read_yaml(text.encode()) == tree


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_make_no_difference(newline: str, mark: bytes) -> None:
    data = mark + newline.join(["a: 词", "b:", "  - c: 1", ""]).encode()
    assert read_yaml(data) == {"a": "词", "b": [{"c": "1"}]}
    assert locate(data, [("b", 0, "c")]) == {("b", 0, "c"): (3, 5)}


REFUSED = [
    ("", "yaml-empty", 1, 1),
    ("# nothing but this\n", "yaml-empty", 1, 1),
    (b"\xff\xfea\0", "yaml-utf16", 1, 1),
    (b"\0a\0:", "yaml-utf16", 1, 1),
    (b"a: b\nt: \xe9t\xe9\n", "yaml-not-utf8", 2, 4),
    ("词: x\nb: c\x1b[31m", "yaml-control-character", 2, 5),
    ("a: b\0", "yaml-control-character", 1, 5),
    ("a: b\u2028c", "yaml-control-character", 1, 5),
    ("a:\n\t- b", "yaml-tab", 2, 1),
    ("a:\n  - &x b\n  - *x", "yaml-anchor", 2, 5),
    ("a: *x", "yaml-alias", 1, 4),
    ("a: !Custom x", "yaml-tag", 1, 4),
    ("a: !!str x", "yaml-tag", 1, 4),
    ("!!set {a, b}", "yaml-tag", 1, 1),
    ("a: 1\nb: 2\na: 3", "yaml-duplicate-key", 3, 1),
    ("a: 1\n---\nb: 2", "yaml-documents", 2, 1),
    ("? [1, 2]\n: x", "yaml-key", 1, 3),
    ("{[1]: 2}", "yaml-key", 1, 2),
    ("- " * 65 + "x", "yaml-too-deep", 1, 129),
    ("[" * 40_000, "yaml-too-deep", 1, 65),
    ('a: b\nt: "never closed\nc: d\n', "yaml-unclosed-quote", 2, 4),
    ("a: 'b\n", "yaml-unclosed-quote", 1, 4),
    ("a: b\nc: [1, 2\nd: e\n", "yaml-unclosed-bracket", 2, 4),
    ("a: b: c", "yaml-colon", 1, 5),
    ("a: 1\nbcd\n", "yaml-no-colon", 2, 1),
    ("a:\n  b: 1\n c: 2\n", "yaml-alignment", 3, 2),
    ("- a\nb: 1\n", "yaml-alignment", 2, 1),
    ("a: 'it's'", "yaml-after-value", 1, 8),
    ("a: @x", "yaml-first-character", 1, 4),
    ("a: `x`", "yaml-first-character", 1, 4),
    ("a: %x", "yaml-first-character", 1, 4),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED)
def test_what_is_refused_has_its_place(
    text: str | bytes, code: str, line: int, column: int
) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(RoadmapInvalid) as caught:
        read_yaml(data)
    problem = caught.value.problems[0]
    if code == "yaml-too-deep" and problem.column > 1000:
        column = 1001  # a newer libyaml looks ahead, and gives up at a limit of its own
    assert (problem.code, problem.line, problem.column) == (code, line, column)


@pytest.mark.parametrize("escape", ["\\ud83d\\udc69", "\\U00110000", "\\UFFFFFFFF", "\\q", "\\xZZ"])
def test_an_escape_that_is_no_character_is_refused(escape: str) -> None:
    with pytest.raises(RoadmapInvalid) as caught:
        read_yaml(f'a: b\nc: "{escape}"'.encode())
    problem = caught.value.problems[0]
    assert (problem.code, problem.line) == ("yaml-escape", 2)


def test_everything_that_does_not_stop_the_reading_is_found_at_once() -> None:
    with pytest.raises(RoadmapInvalid) as caught:
        read_yaml(b"a: &x 1\nb: !t {c: 1, c: {d: 2, d: 3}}\na: *x\n")
    found = [(p.code, p.line, p.column) for p in caught.value.problems]
    assert found == [
        ("yaml-anchor", 1, 4),
        ("yaml-tag", 2, 4),
        ("yaml-duplicate-key", 2, 14),
        ("yaml-duplicate-key", 2, 24),
        ("yaml-duplicate-key", 3, 1),
        ("yaml-alias", 3, 4),
    ]
    others = [problem.other for problem in caught.value.problems]
    assert others == [None, None, ("b", "c"), ("b", "c", "d"), ("a",), None]


@pytest.mark.parametrize(
    ("module", "limit", "code"),
    [(yaml_events, "MAX_BYTES", "yaml-too-large"), (yaml_tree, "MAX_NODES", "yaml-too-many-nodes")],
)
def test_size_is_limited(
    module: object, limit: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"a: [1, 2, 3, 4, 5, 6, 7, 8, 9]"
    assert read_yaml(data)
    monkeypatch.setattr(module, limit, 8)
    with pytest.raises(RoadmapInvalid) as caught:
        read_yaml(data)
    assert caught.value.problems[0].code == code


def test_places_count_from_one_and_name_the_key() -> None:
    data = (
        "词: {b: x, c: [1, {d: 2}]}\nlong:\n  - - p\n    - q: 1\n      r:\n        - s\n".encode()
    )
    locations = {
        (): (1, 1),
        ("词",): (1, 1),
        ("词", "c"): (1, 11),
        ("词", "c", 1, "d"): (1, 19),
        ("long",): (2, 1),
        ("long", 0): (3, 5),
        ("long", 0, 1): (4, 7),
        ("long", 0, 1, "r", 0): (6, 11),
    }
    assert locate(data, [*locations, ("long", 7), ("none",), ("词", "b", "x")]) == locations


def _paths(tree: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _paths(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _paths(value, (*path, index))


_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=8)
_TREES = st.recursive(
    _WORDS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(_WORDS, below, max_size=4),
    max_leaves=20,
)


class TestAnyInput:
    """Properties; each runs on the parser that is installed."""

    @pytest.fixture(autouse=True)
    def _each_parser(self) -> None:
        return

    @given(st.dictionaries(_WORDS, _TREES, min_size=1), st.booleans())
    def test_what_was_dumped_is_read_and_every_path_has_a_place(
        self, tree: dict[str, object], flow: bool
    ) -> None:
        data = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, default_style='"')
        bare = data.encode().replace(b"!!str ", b"")
        assert read_yaml(bare) == tree
        assert set(locate(bare, _paths(tree))) == set(_paths(tree))

    @given(
        st.binary() | st.text(alphabet="-:,[]{}\"'#&*!|>%@`? \n\t\rab1\\u~<.é词").map(str.encode)
    )
    def test_any_bytes_give_a_tree_or_problems(self, data: bytes) -> None:
        trees = []
        for name in ("CLoader", "Loader"):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(yaml_events, "_Loader", getattr(yaml, name, yaml.Loader))
                with contextlib.suppress(RoadmapInvalid):
                    trees.append(read_yaml(data))
        # The C parser is the stricter one in rare places, such as `[a:]`; a tree is the same tree.
        assert len(trees) < 2 or trees[0] == trees[1]

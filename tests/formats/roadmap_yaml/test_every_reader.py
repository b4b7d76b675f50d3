"""YAML written by us is the same to every reader of YAML, also to those of version 1.1."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from interop import node_with, program, told_by
from llmroadmap.formats.roadmap_yaml.writer import write_yaml

WORDS = [
    *("yes No ON off y n null ~ Null NULL true 1:30 190:20:30 12:30:45 2024-07-05 0x1F 0o17 017 1_000".split()),
    *("1e3 .5 +.inf -.INF .NaN = << <<a %TAG @home `code` a: #a - -- --- ... ? ! !x &a *a | > {a} [a]".split()),
    *("it's \"q\" \\ 工作的? a?b ?b ： 是 否 :: a::b 1,000 1.0 1. 1e 08 1:60 0.1.2 nan inf . _ e1 E2896 _1 / ( <".split()),
    *["2024-07-05T10:00:00Z", "a: b", "a #b", " a", "a ", "- a", "? a", "a, b", "a\tb", "a\nb", "a\r", "on: off"],
    *["\x85", "a\x85b", "\u2028", "a\u2029b", "\ufeffa", "a\x7fb", "a\x00b", "\x1b[0m", "a\u00a0b", "😀 a", "\u202e"],
    *["あ #い", "あ: い", "key: [", "{", "\\n", "\u0300", "\U0010ffff", "", "  ", "- ", "~a", "null a", "１２"],
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(WORDS),
    st.text(
        " \t\n:#-?,[]{}&*!|>'\"%@`~=<+._0123456789eExXoObByYnN/\\\x85\u2028\ufeff\x07é工😀",
        max_size=8,
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)


def tree_of(words: list[str]) -> dict[str, Any]:
    """A tree with each text in every place that a text may have."""
    items = [
        {"id": f"i{n}", "title": word, "about": {"en": word, "zh": word}, "topics": [word], word or "k": word}
        for n, word in enumerate(words)
    ]  # fmt: skip
    return {"format": 1, "id": "x", "title": "t", "stages": [{"id": "s", "items": items}]}


@given(st.lists(TEXTS, min_size=1, max_size=10))
def test_readers_in_python(words: list[str]) -> None:
    tree = tree_of(words)
    text = write_yaml(tree)
    assert yaml.load(text, yaml.SafeLoader) == tree
    if hasattr(yaml, "CSafeLoader"):
        assert yaml.load(text, yaml.CSafeLoader) == tree
    for version in (None, (1, 1)):
        reader = YAML(typ="safe", pure=True)
        reader.version = version
        assert reader.load(text) == tree


def test_psych(tmp_path: Path) -> None:
    tree = tree_of(WORDS)
    (tmp_path / "x.yaml").write_text(write_yaml(tree), "utf-8")
    code = 'puts JSON.generate(YAML.safe_load(File.read(ARGV[0], encoding: "utf-8")))'
    told = told_by(
        [program("ruby"), "-ryaml", "-rjson", "-e", code, str(tmp_path / "x.yaml")], LANG="C.UTF-8"
    )
    assert json.loads(told) == tree


@pytest.mark.parametrize(
    ("package", "call"),
    [
        ("js-yaml", "(m.load || m.default.load)(t)"),
        ("yaml", "m.parse(t)"),
        ("yaml", 'm.parse(t, {version: "1.1"})'),
    ],
)
def test_javascript(package: str, call: str, tmp_path: Path) -> None:
    node, modules = node_with(package)
    tree = tree_of(WORDS)
    (tmp_path / "x.yaml").write_text(write_yaml(tree), "utf-8")
    code = (
        f'const m = require("{package}"), t = require("fs").readFileSync(process.argv[1], "utf8");'
        f"console.log(JSON.stringify({call}))"
    )
    told = told_by([node, "-e", code, str(tmp_path / "x.yaml")], NODE_PATH=modules)
    assert json.loads(told) == tree

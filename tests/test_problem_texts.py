"""Every problem has words in both languages, and they use no fact that it does not have."""

import re

import pytest

from llmroadmap.formats.errors import RoadmapInvalid
from llmroadmap.formats.roadmap_yaml import parser_events as yaml_events
from llmroadmap.formats.roadmap_yaml import tree as yaml_tree
from llmroadmap.formats.roadmap_yaml.schema import problems
from llmroadmap.formats.roadmap_yaml.schema_problems import schema_problems
from llmroadmap.locales import texts
from llmroadmap.storage.overlay_schema import validate_overlay
from llmroadmap.views.error_details import finding_words
from mistakes import MISTAKES, file_of
from texts_of import group

PROBLEMS = group("en", "problems")
CODES = {name for name in PROBLEMS if "." not in name}


@pytest.fixture(scope="module")
def examples() -> dict[str, dict[str, object]]:
    """Facts of each code, from a file that has the mistake."""
    found: dict[str, dict[str, object]] = {}
    for text, *_ in MISTAKES:
        errors, warnings = problems(file_of(text))
        found.update({p.code: dict(p.facts) for p in [*errors, *warnings]})
    for module, limit in ((yaml_events, "MAX_BYTES"), (yaml_tree, "MAX_NODES")):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, limit, 3)
            errors, _ = problems(b"[a, b, c, d]")
            found[errors[0].code] = dict(errors[0].facts)
    with pytest.raises(RoadmapInvalid) as own:
        validate_overlay(
            b"format: 1\nadd: [{id: a, title: A, in: b, after: c}]\nchange: {a: {due: x}}"
        )
    with pytest.raises(RoadmapInvalid) as twice:
        validate_overlay(b"format: 1\nadd: [{id: a, title: A, in: b, after: c}]")
    found.update({p.code: dict(p.facts) for p in (*own.value.problems, *twice.value.problems)})
    (other,) = schema_problems([{"type": "new", "loc": ("about",), "input": "x"}], {})
    return found | {other.code: dict(other.facts)}


def test_every_code_has_an_example_and_words(examples: dict[str, dict[str, object]]) -> None:
    assert set(examples) == CODES


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_use_the_facts(examples: dict[str, dict[str, object]], lang: str) -> None:
    for code, facts in examples.items():
        for near in ("", "word"):
            known = {**facts, "closest": near} if "closest" in facts else facts
            message, hint = finding_words(code, known, texts(lang))
            assert message
            assert hint
            assert None not in facts.values()


def test_the_nearest_word_is_in_the_hint() -> None:
    facts = {"key": "itmes", "closest": "items"}
    assert "“items”" in finding_words("unknown-key", facts, texts("en"))[1]


@pytest.mark.parametrize("name", PROBLEMS)
def test_chinese_is_set_as_chinese(name: str) -> None:
    text = group("zh", "problems")[name]
    bare = re.sub(r"“[^”]*”", "“x”", text).replace("{{en: …, zh: …}}", "{x}")
    assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9{]|[A-Za-z0-9}][\u4e00-\u9fff]", bare), text
    assert not re.search(r"`| “|” ", bare), text
    assert not re.search(r"[\u4e00-\u9fff][,;:!?.()]", bare), text

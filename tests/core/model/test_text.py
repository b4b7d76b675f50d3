"""Text in one language or in several."""

import pytest

from llmroadmap.core.model.text import choose, every


@pytest.mark.parametrize(
    ("text", "lang", "chosen"),
    [
        (None, "en", ""),
        ("plain", "zh", "plain"),
        ({"en": "E", "zh": "中"}, "zh", "中"),
        ({"en": "E", "zh": ""}, "zh", "E"),
        ({"en": "E", "zh": "中"}, "fr", "E"),
        ({"zh": "中", "fr": "F"}, "en", "中"),
        ({}, "en", ""),
    ],
)
def test_the_reader_gets_some_text(text, lang: str, chosen: str) -> None:
    assert choose(text, lang) == chosen


def test_every_language() -> None:
    assert list(every("one")) == ["one"]
    assert list(every({"en": "E", "zh": "中"})) == ["E", "中"]
    assert list(every(None)) == list(every({})) == []

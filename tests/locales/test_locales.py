"""What a language brings, and what is shown where it brings nothing."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from llmroadmap import locales
from llmroadmap.locales import LANGUAGES, Texts, chosen_language, language_of, texts

RECORD = """
from llmroadmap.locales import Language

class Polish(Language):
    fallback = "zh"

    def plural(self, n):
        few = n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14)
        return 0 if n == 1 else 1 if few else 2

LANGUAGE = Polish()
"""
COMMON = """
TEXTS = {
    "steps": ("{n} krok", "{n} kroki", "{n} kroków"),
    "percent": "{n} %",
    "colon": 7,
    "hours": "{hour} h",
    "minutes": "{n:x.y}",
    "take_back": "{",
}
"""


@pytest.fixture
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Texts]:
    folder = tmp_path / "qq"
    folder.mkdir()
    (folder / "__init__.py").write_text(RECORD, encoding="utf-8")
    (folder / "common.py").write_text(COMMON, encoding="utf-8")
    monkeypatch.setattr(locales, "__path__", [*locales.__path__, str(tmp_path)])
    locales.texts.cache_clear()
    yield texts("qq")
    for name in [name for name in sys.modules if name.startswith("llmroadmap.locales.qq")]:
        del sys.modules[name]
    locales.texts.cache_clear()
    locales.language.cache_clear()


def test_the_rule_of_the_language_chooses_the_form(polish: Texts) -> None:
    said = [polish("common.steps", n=n) for n in (1, 3, 5, 12, 22)]
    assert said == ["1 krok", "3 kroki", "5 kroków", "12 kroków", "22 kroki"]


@pytest.mark.parametrize(
    ("key", "facts", "shown"),
    [
        ("common.percent", {"n": 5}, "5 %"),
        ("common.hours", {"n": 2}, "2 小时"),  # it asks for what nobody gives
        ("common.minutes", {"n": 3}, "3 分钟"),
        ("common.colon", {}, "："),
        ("common.take_back", {}, "撤销："),
        ("next.then", {}, "接下来"),
        ("next.nothing_of_the_kind", {"n": 1}, "next.nothing_of_the_kind"),
        ("nowhere.at_all", {}, "nowhere.at_all"),
        ("", {}, ""),
    ],
)
def test_what_it_cannot_show_its_fallback_shows(
    polish: Texts, key: str, facts: dict[str, object], shown: str
) -> None:
    assert polish(key, **facts) == shown


def test_groups(polish: Texts) -> None:
    assert polish.of("common.states", "done") == texts("zh")("common.states.done")
    assert polish.of("common.states", "unheard-of") == "unheard-of"
    assert polish.maybe("common.states", "unheard-of") == ""
    assert polish.first("errors.hint.a", "errors.hint.b") == ""


def test_a_place_for_a_command_stays() -> None:
    assert "{command}" in texts("en")("roadmaps.change_roadmap")


def test_a_folder_without_a_record_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rr").mkdir()
    monkeypatch.setattr(locales, "__path__", [*locales.__path__, str(tmp_path)])
    assert texts("rr")("next.then") == "Then"
    locales.texts.cache_clear()
    locales.language.cache_clear()


@pytest.mark.parametrize(
    ("locale", "lang"),
    [
        ("zh_CN.UTF-8", "zh"), ("zh-Hans", "zh"), ("ZH", "zh"), ("zh@pinyin", "zh"), ("C", "en"),
        ("en_GB", "en"), ("fr_FR.UTF-8", "en"), ("", "en"), ("POSIX", "en"), ("..", "en"),
    ],
)  # fmt: skip
def test_the_language_of_a_locale(locale: str, lang: str) -> None:
    assert language_of(locale) == lang
    assert chosen_language({"LLMROADMAP_LANG": locale}, "") == lang


def test_those_there_are() -> None:
    assert [locales.language(code).name for code in LANGUAGES] == ["English", "中文"]
    assert texts("en").languages == "en or zh"
    assert texts("zh").languages == "en 或 zh"
    with pytest.raises(ModuleNotFoundError):
        texts("tlh")

"""The program's words, in each of its languages."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Care, Faults, Texts

LANGUAGES = ("en", "zh")


def texts(lang: str) -> "Texts":
    """Return the texts of a language."""
    return import_module(f"llmroadmap.locales.{lang}").TEXTS  # type: ignore[no-any-return]


def faults(lang: str) -> "Faults":
    """Return a language's texts on what goes wrong with files and the system."""
    return import_module(f"llmroadmap.locales.faults_{lang}").FAULTS  # type: ignore[no-any-return]


def care(lang: str) -> "Care":
    """Return a language's texts of backup, restore and doctor."""
    return import_module(f"llmroadmap.locales.care_{lang}").CARE  # type: ignore[no-any-return]


def language_of(locale: str) -> str:
    """Return the language for a locale name such as zh_CN.UTF-8."""
    return "zh" if locale.lower().startswith("zh") else "en"

"""The program's words, in each of its languages."""

from collections.abc import Mapping
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


def chosen_language(environ: Mapping[str, str], setting: str, option: str = "") -> str:
    """Return the language to speak: the option's, else the environment's, else the setting's.

    Last comes the locale of the system.
    """
    if option:
        return option
    wanted = environ.get("LLMROADMAP_LANG", "").lower()
    if wanted:
        return language_of(wanted)
    if setting in LANGUAGES:
        return setting
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return language_of(environ[name])
    return "en"

"""The texts of a language as they stand in its folder, by their whole keys."""

from importlib import import_module
from pathlib import Path

from llmroadmap import locales

FOLDER = Path(locales.__file__).parent


def topics(lang: str) -> list[str]:
    """The files of a language."""
    return sorted(p.stem for p in (FOLDER / lang).glob("*.py") if p.stem != "__init__")


def texts_of(lang: str) -> dict[str, locales.Text]:
    """Every text of a language, without those that it falls back to."""
    return {
        f"{topic}.{name}": text
        for topic in topics(lang)
        for name, text in import_module(f"llmroadmap.locales.{lang}.{topic}").TEXTS.items()
    }


def group(lang: str, name: str) -> dict[str, locales.Text]:
    """The texts of one group, such as `common.kinds`, by their names in it."""
    return {
        key.removeprefix(f"{name}."): text
        for key, text in texts_of(lang).items()
        if key.startswith(f"{name}.")
    }

"""Days as the learner types them, in the words of every language."""

from llmroadmap.core.values import parse_day
from llmroadmap.locales import day_words


def typed_day(value: str, today: int, option: str = "--on") -> str:
    """Return the ISO day of `2026-11-24`, `yesterday`, `昨天` or `-3d`.

    Raises InvalidOption for anything else, and for a day to come.
    """
    return parse_day(value, today, day_words(), option)

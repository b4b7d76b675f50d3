"""Every text of the program: a folder for each language, a file for each command or topic.

`texts("zh")("next.then")` is the text `then` of `zh/next.py`, else of the file of that name in the
language that Chinese falls back to. A file is read when one of its texts is asked for. What else a
language brings, such as its plural rule, is the `LANGUAGE` of its `__init__`. Nothing here raises
because of a text: one that is missing, or has a placeholder that nothing fills, is shown in the
fallback, and in the end as its key.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

BASE = "en"  # the language that has every text

Text = str | tuple[str, ...]  # one text, or one for each form of the plural
if TYPE_CHECKING:
    from llmroadmap.core.values import TimeWords

    Field = Literal[
        "yes", "no", "hours", "minutes", "daily", "weekly", "days_a_week", "units", "conflicts"
    ]
    Dictionary = Literal[
        "days", "weekdays", "months", "periods", "which_weekday", "day_units", "numbers"
    ]
_COMMAND = {"command": "{command}"}


class Language:
    """What a language brings beside its texts; `zh/__init__.py` shows how.

    What the learner types (from `yes` to `numbers`) is understood whatever the language of the screen. Not a NamedTuple: making one takes longer than reading all texts of a command.
    """

    code: str  # the name of its folder, such as pt or pt_br, which sets it
    name: str = ""  # in the language itself
    fallback: str = BASE  # the language of texts that it lacks; "" for none
    sample: str = ""  # a character that a terminal must be able to show
    yes: tuple[str, ...] = ()  # answers that agree
    no: tuple[str, ...] = ()  # … that leave all as it is
    days: Mapping[str, int] = {}  # words for days: how many days ago
    weekdays: Mapping[str, int] = {}  # 0 for Monday
    months: Mapping[str, int] = {}
    periods: Mapping[str, tuple[str, int]] = {}  # last week: ("week", -1)
    # In front of a weekday: of which week it is; None for the last there was.
    which_weekday: Mapping[str, int | None] = {}
    day_shifts: tuple[tuple[str, int], ...] = ()  # "N U ago", -1: N a number, U one of day_units
    day_units: Mapping[str, str] = {}  # day, week or month
    numbers: Mapping[str, float] = {}  # one, half an, 两, 半
    hours: tuple[str, ...] = ()  # units behind a number of hours
    minutes: tuple[str, ...] = ()
    daily: tuple[str, ...] = ()  # before or behind what comes on each day
    weekly: tuple[str, ...] = ()
    days_a_week: tuple[str, ...] = ()  # behind a number of days that are studied on
    units: tuple[str, ...] = ()  # what stays on the line of the number before it
    # In what Dropbox, Syncthing, Nextcloud and iCloud call the other version of a file.
    conflicts: tuple[str, ...] = ()
    list_separator: str = ", "  # between ids, words, keys
    sentence_separator: str = " "

    def plural(self, n: int) -> int:
        """Return the place of the form for a number: 0 for one, 1 for any other."""
        return 0 if n == 1 else 1


class Texts:
    """The texts of one language, and behind them those of its fallback."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.lang = language.code
        self._topics: dict[str, Mapping[str, Text]] = {}
        self._plain: dict[str, str] = {}

    def __call__(self, key: str, /, **facts: object) -> str:
        """Return the text `TOPIC.NAME` with the facts in its placeholders.

        The fact `n` chooses the form of the plural.
        """
        if facts:
            found = self._find(key, facts)
            return key if found is None else found
        known = self._plain.get(key)  # signs such as the one between facts come on every line
        if known is None:
            found = self._find(key, facts)
            known = self._plain[key] = key if found is None else found
        return known

    def of(self, group: str, name: str, /, **facts: object) -> str:
        """Return the text `name` of a group, such as a state of `common.states`; else the name."""
        found = self._find(f"{group}.{name}", facts)
        return name if found is None else found

    def maybe(self, group: str, name: str, /, **facts: object) -> str:
        """Return the text `name` of a group, "" where there is none."""
        return self._find(f"{group}.{name}", facts) or ""

    def first(self, *keys: str, **facts: object) -> str:
        """Return the first of these texts that there is, "" where there is none.

        One that fits better goes before the language: in English, it helps more.
        """
        return next((text for key in keys if (text := self._find(key, facts))), "")

    def minutes(self, n: int) -> str:
        """Return an effort such as 45 min or 1 h 30 min."""
        hours, rest = divmod(n, 60)
        if not hours:
            return self("common.minutes", n=rest)
        if not rest:
            return self("common.hours", n=hours)
        return self("common.hours_minutes", hours=hours, minutes=rest)

    def option(self, about: str, **facts: object) -> str:
        """Return the help of an option: `next.time` is one of `next`, `item` one of several."""
        topic, _, name = about.rpartition(".")
        group = "options" if topic in ("", "roadmap") else f"{topic}.option"
        return self.of(group, name, languages=self.languages, **facts)

    @property
    def languages(self) -> str:
        """Return the codes of all languages, as one writes a choice."""
        *before, last = LANGUAGES
        return self("common.either", before=self.language.list_separator.join(before), last=last)

    def _find(self, key: str, facts: Mapping[str, object]) -> str | None:
        topic, _, name = key.partition(".")
        text = self._topic(topic).get(name)
        found = None if text is None else self._filled(text, facts)
        fallback = self.language.fallback
        if found is None and fallback:
            return texts(fallback)._find(key, facts)  # noqa: SLF001
        return found

    def _topic(self, topic: str) -> Mapping[str, Text]:
        known = self._topics.get(topic)
        if known is None:
            known = self._topics[topic] = _file(self.lang, topic)
        return known

    def _filled(self, text: Text, facts: Mapping[str, object]) -> str | None:
        """Return the text with its facts, None where it asks for others."""
        try:
            if not isinstance(text, str):
                text = text[min(self.language.plural(int(str(facts.get("n", 0)))), len(text) - 1)]
            # {command} may stay, for a view to put a command there that nothing breaks.
            return text.format_map(facts or _COMMAND) if "{" in text else text
        except (LookupError, ValueError, AttributeError, TypeError):
            return None


def _file(lang: str, topic: str) -> Mapping[str, Text]:
    name = f"{__name__}.{lang}.{topic}"
    try:
        return import_module(name).TEXTS  # type: ignore[no-any-return]
    except (ImportError, SyntaxError, AttributeError):  # There is none, or it is unfinished.
        return {}


@cache
def texts(lang: str) -> Texts:
    """Return the texts of a language."""
    return Texts(language(lang))


@cache
def language(lang: str) -> Language:
    """Return what a language brings."""
    module = import_module(f"{__name__}.{lang}")
    found: Language = getattr(module, "LANGUAGE", None) or Language()
    found.code = lang
    return found


def _codes() -> Iterator[str]:
    for folder in __path__:
        with os.scandir(folder) as entries:
            yield from (e.name for e in entries if e.name[0] not in "._" and e.is_dir())


LANGUAGES = (BASE, *sorted(set(_codes()) - {BASE}))


def language_of(locale: str) -> str:
    """Return the language for a locale name such as zh_CN.UTF-8, English where there is none."""
    parts = locale.lower().replace("-", "_").partition(".")[0].partition("@")[0].split("_")
    while parts and "_".join(parts) not in LANGUAGES:
        parts.pop()
    return "_".join(parts) or BASE


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
    return BASE


def readable(lang: str, can_show: Callable[[str], bool]) -> str:
    """Return the language, or the nearest fallback whose characters can be shown."""
    spoken = language(lang)
    # Readable in the second language beats question marks in the first.
    while spoken.fallback and spoken.sample and not can_show(spoken.sample):
        spoken = language(spoken.fallback)
    return spoken.code


@cache
def dictionary(field: "Dictionary") -> Mapping[str, Any]:
    """Return what every language has in this mapping of its record."""
    return {
        word: means for code in LANGUAGES for word, means in getattr(language(code), field).items()
    }


@cache
def day_shifts() -> tuple[tuple[str, int], ...]:
    """Return how every language says that something was, or will be, so many days from now."""
    return tuple(each for code in LANGUAGES for each in language(code).day_shifts)


@cache
def words_of(field: "Field") -> tuple[str, ...]:
    """Return what every language has in this field of its record."""
    return tuple(word for code in LANGUAGES for word in getattr(language(code), field))


def time_words() -> "TimeWords":
    """Return the words of every language for how long, and how often."""
    from llmroadmap.core.values import TimeWords  # only where some were typed

    return TimeWords(
        hours=words_of("hours"),
        minutes=words_of("minutes"),
        numbers=dictionary("numbers"),
        daily=words_of("daily"),
        weekly=words_of("weekly"),
        days=words_of("days_a_week"),
    )

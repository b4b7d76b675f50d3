"""The learner's settings: a small JSON file that `config` writes and people may edit."""

import json
import os
from collections.abc import Callable
from typing import Any

from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.errors import CannotRead
from llmroadmap.filesystem.files import errno_name, fingerprint, write_atomically
from llmroadmap.locales import LANGUAGES
from llmroadmap.storage.errors import InvalidSetting


class Settings(NamedTuple):
    """What can be set: see SETTINGS for the values that each takes."""

    language: str = "auto"
    steps: int = 3
    week_starts: str = "monday"
    day_ends: int = 0
    colour: str = "auto"
    roadmap: str = ""
    region: str = "auto"
    auto_sync: str = "off"
    hours: float = 0  # whole where it can be, for older versions
    days_per_week: int = 2
    finish_by: str = ""
    study: str = ""
    streak: str = "on"
    moments: str = "on"
    plain: str = "off"
    languages: str = ""
    leave_out: str = ""
    share: str = ""
    recall: str = "auto"
    recall_max: int = 3
    calendar: str = ""


# What each setting takes: words, the first and last number, the name of what is read below, or
# anything (None).
SETTINGS: dict[str, tuple[str, ...] | range | str | None] = {
    "language": ("auto", *LANGUAGES),
    "steps": range(1, 51),
    "week_starts": ("monday", "saturday", "sunday"),
    "day_ends": range(13),
    "colour": ("auto", "always", "never"),
    "roadmap": None,
    "region": ("auto", "none", "cn"),
    "auto_sync": ("off", "on"),
    "hours": "weekly-time",
    "days_per_week": range(1, 8),
    "finish_by": "date",
    "study": "slots",
    "streak": ("on", "off"),
    "moments": ("on", "off"),
    "plain": ("off", "on"),
    "languages": "languages",
    "leave_out": "words",
    "share": "shares",
    "recall": ("auto", "on", "off"),
    "recall_max": range(1, 21),
    "calendar": "ics-file",
}
# Those that say how somebody goes through a plan, and not how a machine shows it.
OF_ROADMAP = (
    "study", "hours", "days_per_week", "finish_by", "languages", "leave_out", "share", "recall",
    "recall_max", "day_ends", "week_starts",
)  # fmt: skip
FIRST_WEEKDAY = {"monday": 0, "saturday": 5, "sunday": 6}


def read_settings(path: str) -> Settings:
    """Return the settings in the file, or those of someone who never set any."""
    given = read_given(path)
    # What a newer version set is passed over; `doctor` and `config` name it.
    known: dict[str, Any] = {
        key: checked(key, given[key], path) for key in given if key in SETTINGS
    }
    return Settings(**known)


def settings_of_roadmap(settings: Settings) -> dict[str, Any]:
    """Return the settings that go along with a roadmap, but for those that nobody changed."""
    usual = Settings()._asdict()
    given = settings._asdict()
    return {key: given[key] for key in OF_ROADMAP if given[key] != usual[key]}


def unknown_settings(path: str) -> list[str]:
    """Return the keys in the file that this version knows nothing of."""
    return [key for key in read_given(path) if key not in SETTINGS]


def read_given(path: str) -> dict[str, Any]:
    """Return what the file says, whether or not the settings take it.

    Raises InvalidSetting and CannotRead.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise CannotRead(path, errno_name(error)) from error
    if not data.strip(b"\0 \t\r\n"):
        return {}  # What a full disk or a synchroniser leaves is no settings.
    try:
        given = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InvalidSetting(path, "", str(error), "json") from error
    if not isinstance(given, dict):
        raise InvalidSetting(path, "", type(given).__name__, "object")
    return given


def write_setting(path: str, key: str, value: str | float | None) -> None:
    """Set `key`, which the rest of the file must allow, or take it out (None), which always works."""
    from llmroadmap.filesystem.lock import locked  # only for who writes

    with locked(config_lock(path)):
        _write_setting(path, key, value)


def config_lock(path: str) -> str:
    """Return the lock of all that is read, changed and written back in the folder of `path`."""
    return os.path.join(os.path.dirname(path), ".lock")


def _write_setting(path: str, key: str, value: str | float | None) -> None:
    seen = fingerprint(path)
    given = read_given(path)
    if value is None:
        given.pop(key, None)
    else:
        given[key] = value
        for each, other in given.items():
            if each in SETTINGS:
                checked(each, other, path)
    text = json.dumps(given, ensure_ascii=False, indent=2) + "\n"
    write_atomically(path, text.encode("utf-8", "replace"), replacing=seen)


def checked(key: str, value: object, path: str = "") -> str | float:
    """Return the value if the setting takes it; text that is a number counts as one.

    Raises InvalidSetting.
    """
    if key not in SETTINGS:
        from difflib import get_close_matches  # only for a name that is none

        raise InvalidSetting(path, key, str(value), "key", tuple(get_close_matches(key, SETTINGS)))
    takes = SETTINGS[key]
    if isinstance(takes, range):
        if isinstance(value, str) and value.isascii() and value.isdigit():
            value = int(value[:9])
        if isinstance(value, bool) or not isinstance(value, int) or value not in takes:
            raise InvalidSetting(path, key, str(value), f"{takes.start}-{takes.stop - 1}")
        return value
    if isinstance(takes, str):
        return _read(key, str(value), takes, path)
    if not isinstance(value, str) or (takes is not None and value not in takes):
        raise InvalidSetting(path, key, str(value), " | ".join(takes or ("id",)))
    return value


def _read(key: str, value: str, takes: str, path: str) -> str | float:
    """Return the value as it is kept; an empty one is none."""
    try:
        return _READERS[takes](value)
    except ValueError as error:
        raise InvalidSetting(path, key, str(error) or value, takes) from error


def _weekly_time(value: str) -> float:
    """Return the hours a week, whole where they can be; 0 is no target."""
    from llmroadmap.core.errors import InvalidOption
    from llmroadmap.core.values import parse_weekly  # only where there is a target
    from llmroadmap.locales import time_words

    try:
        hours = float(value)  # as the file has it
    except ValueError:
        try:
            hours = parse_weekly("hours", value, time_words()) / 60
        except InvalidOption as error:
            raise ValueError from error
    if not 0 <= hours <= 168:
        raise ValueError
    return int(hours) if hours == int(hours) else round(hours, 2)


def _date(value: str) -> str:
    from llmroadmap.core.days import is_day  # only where one is set

    if value and not is_day(value):
        raise ValueError
    return value


def _slots(value: str) -> str:
    from llmroadmap.core.errors import InvalidOption
    from llmroadmap.core.study.slots import parse_slots  # only where there are some

    try:
        parse_slots(value)
    except InvalidOption as error:
        raise ValueError(error.value) from error
    return value


_COMMAS = str.maketrans("，、；;：", ",,,,:")


def _words(value: str) -> str:
    """Return words parted by commas of any width, each once."""
    words = (word.strip() for word in value.translate(_COMMAS).split(","))
    return ", ".join(dict.fromkeys(word for word in words if word))


def _languages(value: str) -> str:
    words = _words(value.casefold())
    for word in words.split(", ") if words else ():
        if not (word.isascii() and word.isalpha() and 2 <= len(word) <= 3):
            raise ValueError(word)
    return words


def _shares(value: str) -> str:
    """Return roadmaps with their shares of the time: llm 70, rust 30."""
    words = _words(value)
    for word in words.split(", ") if words else ():
        name, _, share = word.rpartition(" ")
        if not (name and share.isascii() and share.isdigit() and 0 < int(share[:7]) <= 1000):
            raise ValueError(word)
    return words


def _ics_file(value: str) -> str:
    """Return the whole path of a calendar file; it is read from anywhere."""
    if value and not value.lower().endswith(".ics"):
        raise ValueError(value)
    return value and os.path.abspath(os.path.expanduser(value))


_READERS: dict[str, Callable[[str], str | float]] = {
    "weekly-time": _weekly_time,
    "date": _date,
    "slots": _slots,
    "words": _words,
    "languages": _languages,
    "shares": _shares,
    "ics-file": _ics_file,
}

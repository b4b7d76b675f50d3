"""config: see and change settings."""

from typing import Annotated, Any

from llmroadmap.core.errors import UsageProblem
from llmroadmap.declaration import Argument, Command, Setting
from llmroadmap.results.config import ConfigResult, SettingSummary
from llmroadmap.storage.errors import InvalidSetting
from llmroadmap.storage.library import find_roadmap
from llmroadmap.storage.settings_file import (
    SETTINGS,
    Settings,
    checked,
    read_given,
    read_settings,
    unknown_settings,
    write_setting,
)
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="files",
    after="log",
    examples=(
        "llmroadmap config",
        "llmroadmap config language",
        "llmroadmap config language zh",
        "llmroadmap config day_ends 4",
        "llmroadmap config hours 6h",
        'llmroadmap config study "Mon,Wed 20:00 45m; Sat 10:00 2h"',
        "llmroadmap config calendar study.ics",
        "llmroadmap config unset language",
    ),
    paged=True,
    needs_settings=False,
    synchronised=False,
)


def run(
    workspace: Workspace,
    words: Annotated[list[str] | None, Argument(Setting(), help="config.words", many=True)] = None,
) -> ConfigResult:
    """Show all settings or one, set one, or take one back to its default."""
    path = workspace.locations.settings
    did, key, value = _what(words or [])
    if did == "list":
        settings = read_settings(path)._asdict()
        return ConfigResult(
            settings=[_summary(k, settings[k]) for k in SETTINGS],
            did=did,
            before="",
            path=path,
            unknown=unknown_settings(path),
            left_out=None,
            without_steps=[],
        )
    if did == "unset" and key in (given := read_given(path)):
        write_setting(path, key, None)
        shown = [_summary(key, _default(key))] if key in SETTINGS else []
        return ConfigResult(
            settings=shown,
            did=did,
            before=_plain(given[key]),
            path=path,
            unknown=[],
            left_out=None,
            without_steps=[],
        )
    if did == "set":
        taken = checked(key, value)
        if key == "roadmap" and taken:
            find_roadmap(workspace.locations, str(taken))  # says which there are
        if key == "share" and taken:
            taken = _named_shares(workspace, str(taken))
        if key == "calendar" and taken:
            from llmroadmap.commands._calendar import rewrite_calendar  # only for one that is set

            rewrite_calendar(workspace, str(taken))
        before = _taken(key, read_given(path).get(key))
        write_setting(path, key, taken)
        _follow(workspace, key)
        result = ConfigResult(
            settings=[_summary(key, taken)],
            did=did,
            before=before,
            path=path,
            unknown=[],
            left_out=None,
            without_steps=[],
        )
        return _with_effect(workspace, key, str(taken), result) if key in _FILTERS else result
    if key not in SETTINGS:
        checked(key, "")  # says which are meant
    now = read_settings(path)._asdict()[key]
    return ConfigResult(
        settings=[_summary(key, now)],
        did=did,
        before=now,
        path=path,
        unknown=[],
        left_out=None,
        without_steps=[],
    )


def _named_shares(workspace: Workspace, text: str) -> str:
    """Return the shares with the whole ids of their roadmaps; raises UnknownRoadmap."""
    from llmroadmap.core.study.shares import parse_shares  # only for who shares out the time

    found: list[str] = []
    for name, share in parse_shares(text).items():
        known = workspace.of(name).choice
        find_roadmap(workspace.locations, known)  # says which there are
        found.append(f"{known} {share}")
    return ", ".join(found)


_FILTERS = ("languages", "leave_out")


def _with_effect(workspace: Workspace, key: str, value: str, result: ConfigResult) -> ConfigResult:
    """Add how many steps a filter leaves out, and which of its words say nothing here."""
    workspace.settings = read_settings(workspace.locations.settings)
    workspace.roadmap_changed()
    roadmap = workspace.roadmap
    known: set[str] = set()
    if key == "leave_out":
        for node in range(len(roadmap)):
            record = roadmap.record(node)
            known |= {record.get("kind", ""), *(t.casefold() for t in record.get("topics", ()))}
    words = [word.strip() for word in value.split(",") if word.strip()]
    unknown = [word for word in words if key == "leave_out" and word.casefold() not in known]
    return result._replace(left_out=len(roadmap.muted_steps), without_steps=unknown)


# What the calendar is made of.
_IN_CALENDAR = ("study", "language", "roadmap")


def _follow(workspace: Workspace, key: str) -> None:
    """Write the calendar again after a setting that it depends on."""
    settings = read_settings(workspace.locations.settings)
    if key in _IN_CALENDAR and settings.calendar and settings.study:
        from llmroadmap.commands._calendar import rewrite_calendar  # only where there is one

        workspace.settings = settings
        rewrite_calendar(workspace, settings.calendar)


def _what(words: list[str]) -> tuple[str, str, str]:
    """Return what is to be done, with which setting, and the value for it."""
    did, rest = (words[0], words[1:]) if words[:1] and words[0] in _COUNTS else ("", words)
    did = did or ("list", "get", "set")[min(len(rest), 2)]
    if len(rest) < _COUNTS[did]:
        raise UsageProblem(
            "missing-argument", "KEY" if not rest else "VALUE", "config", "config.words"
        )
    if did == "set":  # its value may be several words, as in `config share llm 70, rust 30`
        return did, rest[0].replace("-", "_"), " ".join(rest[1:])
    if len(rest) > _COUNTS[did]:
        raise UsageProblem("unexpected", rest[_COUNTS[did]], "config")
    return did, (*rest, "")[0].replace("-", "_"), ""


# How many words belong to each.
_COUNTS = {"list": 0, "get": 1, "set": 2, "unset": 1}


# What is typed where a setting takes more than a few words.
_SHAPES = {
    "weekly-time": "6, 2.5h, 30m/day",
    "date": "2027-06-30",
    "slots": "Mon,Wed 20:00 45m; Sat 10:00 2h",
    "languages": "en,zh",
    "words": "video, quiz",
    "shares": "llm 70, rust 30",
    "ics-file": "study.ics",
}


def _default(key: str) -> str | float:
    default: str | float = Settings()._asdict()[key]
    return default


def _summary(key: str, value: str | float) -> SettingSummary:
    takes = SETTINGS[key]
    if isinstance(takes, range):
        return SettingSummary(
            key=key, value=value, default=_default(key), takes=f"{takes.start}-{takes.stop - 1}"
        )
    words = _SHAPES[takes] if isinstance(takes, str) else " | ".join(takes or ())
    return SettingSummary(key=key, value=value, default=_default(key), takes=words)


def _taken(key: str, value: object) -> str | float:
    """Return what was set, or the default where that is nothing the setting takes."""
    try:
        return _default(key) if value is None else checked(key, value)
    except InvalidSetting:
        return _default(key)


def _plain(value: Any) -> str | float:
    """Return what the file says as something that can be shown, whatever it is."""
    return value if isinstance(value, str | float) and not isinstance(value, bool) else str(value)

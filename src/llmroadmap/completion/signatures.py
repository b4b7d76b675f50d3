"""What each command takes, kept in the cache: completion cannot wait for Typer to say it."""

import json
import os
from contextlib import suppress
from typing import Any, NamedTuple

from llmroadmap import __version__


class Argument(NamedTuple):
    """An argument: its metavar and help as the command declares them; `many`: also several."""

    metavar: str
    help: str
    many: bool


class Option(NamedTuple):
    """An option: its names, the metavar of its value ("" for a flag), and its help."""

    names: list[str]
    metavar: str
    help: str


class Signature(NamedTuple):
    """All that a command takes beside the options of every command."""

    arguments: list[Argument]
    options: list[Option]


def signature(name: str, cache: str) -> Signature:
    """Return what the command takes; the first time it has to be asked itself."""
    path = os.path.join(cache, "signatures.json")
    known = _read(path)
    if name not in known:
        known[name] = _ask(name)
        _write(path, known)
    arguments, options = known[name]
    return Signature([Argument(*each) for each in arguments], [Option(*each) for each in options])


def _ask(name: str) -> list[list[Any]]:
    from llmroadmap.typer_seam import INJECTED, command  # Typer, which completion does without

    params = [p for p in command(name, **dict.fromkeys(INJECTED)).params if p.name != "help"]
    arguments = [
        [p.metavar or "", getattr(p, "help", ""), _is_many(p.metavar or "")]
        for p in params
        if p.param_type_name == "argument"
    ]
    options = [
        [p.opts, "" if getattr(p, "is_flag", False) else p.metavar or "N", getattr(p, "help", "")]
        for p in params
        if p.param_type_name == "option"
    ]
    return [arguments, options]


def _is_many(metavar: str) -> bool:
    """Tell whether several values may stand there: the words of one name are no further values."""
    return "…" in metavar or " " in metavar


def _mark() -> list[Any]:
    """Return what changes when a command does: the version, and in a checkout its newest file."""
    folder = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "commands")
    newest = 0
    with suppress(OSError), os.scandir(folder) as entries:
        newest = max((e.stat().st_mtime_ns for e in entries if e.name.endswith(".py")), default=0)
    return [__version__, newest]


def _read(path: str) -> dict[str, Any]:
    try:
        with open(path, "rb") as file:
            mark, known = json.loads(file.read())
    except (OSError, ValueError, TypeError):
        return {}
    return dict(known) if mark == _mark() else {}


def _write(path: str, known: dict[str, Any]) -> None:
    temporary = f"{path}.{os.getpid()}.tmp"
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump([_mark(), known], file)
        os.replace(temporary, path)

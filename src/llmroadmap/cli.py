"""Finds the command, runs it, shows its result or its error. Only here is anyone talked to."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module
from typing import Any, NamedTuple, TextIO

from llmroadmap import __version__
from llmroadmap.core.errors import (
    Declined,
    InvalidOption,
    LlmroadmapError,
    NeedsAnswer,
    NeedsChoice,
)
from llmroadmap.locales import LANGUAGES, language_of, texts
from llmroadmap.storage.locations import locate
from llmroadmap.storage.settings_file import Settings, read_settings
from llmroadmap.storage.workspace import Workspace
from llmroadmap.typer_seam import HelpWanted, call, module_of
from llmroadmap.views.terminal import Screen, line, plain

INTERRUPTED = 130


class Options(NamedTuple):
    """What every command takes, on either side of its name."""

    lang: str = ""
    json: bool = False
    roadmap: str = ""
    version: bool = False


def main(argv: list[str], environ: Mapping[str, str], out: TextIO, err: TextIO) -> int:
    """Run one command line; return the exit status."""
    lang = _language(environ, "")
    as_json = "--json" in argv
    settings = Settings()
    try:
        options, words = read_options(argv)
        locations = locate(environ)
        settings = read_settings(locations.settings)
        lang = _language(environ, settings.language, options.lang)
        screen = Screen(out, environ, settings.colour)
        if options.version:
            screen.print([line(f"llmroadmap {__version__}")])
            return 0
        workspace = Workspace(
            locations,
            settings,
            lang,
            _now(environ),
            options.roadmap,
            _say_waiting(err, lang),
            environ,
        )
        name, result = call(
            words,
            workspace=workspace,
            ask=_asker(screen, lang, err),
            choose=_chooser(screen, lang, err),
        )
        if name and result == INTERRUPTED:
            return INTERRUPTED
        _show(name, result, screen, lang, as_json=options.json)
    except HelpWanted as wanted:
        from llmroadmap.views.help import show as show_help

        show_help(wanted.command, Screen(out, environ, settings.colour), texts(lang))
    except LlmroadmapError as error:
        return _show_error(error, lang, out, err, environ, settings.colour, as_json=as_json)
    except BrokenPipeError:
        _close_quietly(out)
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def read_options(argv: list[str]) -> tuple[Options, list[str]]:
    """Take the options of every command out of the line; return them and the rest."""
    found: dict[str, Any] = {}
    words: list[str] = []
    rest = iter(argv)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            words.append(word)
            break
        if word == "--json":
            found["json"] = True
        elif word == "--version" and not words:
            found["version"] = True
        elif name in ("--lang", "--roadmap"):
            found[name[2:]] = value if equals else next(rest, "")
            if not found[name[2:]]:
                raise InvalidOption(name, "", "lang" if name == "--lang" else "roadmap")
        else:
            words.append(word)
    if found.get("lang", "en") not in LANGUAGES:
        raise InvalidOption("--lang", found["lang"], "lang")
    return Options(**found), words + list(rest)


def _language(environ: Mapping[str, str], setting: str, option: str = "") -> str:
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


def _now(environ: Mapping[str, str]) -> datetime:
    """Return the present instant; LLMROADMAP_NOW sets it, for scripts and tests."""
    given = environ.get("LLMROADMAP_NOW")
    if not given:
        return datetime.now().astimezone()
    try:
        return datetime.fromisoformat(given).astimezone()
    except (ValueError, OverflowError) as error:
        raise InvalidOption("LLMROADMAP_NOW", given, "instant") from error


def _show(name: str, result: Any, screen: Screen, lang: str, *, as_json: bool) -> None:
    if as_json:
        from llmroadmap.views.as_json import success

        screen.write(success(result, texts(lang)))
    else:
        view = import_module(f"llmroadmap.views.{module_of(name)}")
        screen.print(view.show(result, screen, texts(lang)))
    screen.stream.flush()


def _show_error(
    error: LlmroadmapError,
    lang: str,
    out: TextIO,
    err: TextIO,
    environ: Mapping[str, str],
    colour: str,
    *,
    as_json: bool,
) -> int:
    from llmroadmap.views.error import message, show

    try:
        if as_json:
            from llmroadmap.views.as_json import failure

            Screen(out, environ).write(failure(error, message(error, texts(lang))))
            out.flush()
        else:
            screen = Screen(err, environ, colour)
            screen.print(show(error, screen, texts(lang)))
    except BrokenPipeError:
        _close_quietly(out)
    return error.exit_status


def _asker(screen: Screen, lang: str, err: TextIO) -> Callable[..., None]:
    """Return the function that asks the person, or raises where nobody can answer."""

    def ask(question: str, *, option: str, **facts: object) -> None:
        t = texts(lang)
        asked = t["questions"][question].format(**facts)
        if not _can_answer(screen):
            raise NeedsAnswer(asked, option)
        err.write(plain(line(asked, " ", t["ask_hint"], " ")) + " ")
        err.flush()
        answer = sys.stdin.readline().strip().lower()
        if answer not in ("y", "yes", "是", "好"):
            raise Declined

    return ask


def _chooser(screen: Screen, lang: str, err: TextIO) -> Callable[..., int]:
    """Return the function that lets the person pick one of several, counted from 0."""

    def choose(question: str, choices: list[tuple[str, str]], *, option: str) -> int:
        t = texts(lang)
        if not _can_answer(screen):
            raise NeedsChoice(t["questions"][question], choices, option)
        rows = [
            line(f"{n}  ", (name, "id"), f"  {title}", hang=4)
            for n, (name, title) in enumerate(choices, 1)
        ]
        Screen(err, os.environ).print(rows)
        err.write(plain(line(t["questions"][question], f" [1-{len(choices)}]")) + " ")
        err.flush()
        answer = sys.stdin.readline().strip()
        if not (answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(choices)):
            raise Declined
        return int(answer) - 1

    return choose


def _can_answer(screen: Screen) -> bool:
    return screen.is_terminal and sys.stdin is not None and sys.stdin.isatty()


def _say_waiting(err: TextIO, lang: str) -> Callable[[], None]:
    def say() -> None:
        err.write(texts(lang)["waiting_for_lock"] + "\n")

    return say


def _close_quietly(stream: TextIO) -> None:
    """Whoever read our output has gone: nothing more is written, and nothing is complained of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

"""Finds the command, runs it, shows its result or its error. Only here is anyone talked to."""

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, TextIO

from llmroadmap import PROMPT_LINE, __version__
from llmroadmap.binder import call
from llmroadmap.commands import COMMANDS, declaration
from llmroadmap.core.errors import InvalidOption, LlmroadmapError
from llmroadmap.core.records import NamedTuple
from llmroadmap.declaration import HelpRequested
from llmroadmap.filesystem.errors import CannotRead, SystemRefused
from llmroadmap.filesystem.files import errno_name
from llmroadmap.filesystem.locations import locate
from llmroadmap.locales import LANGUAGES, chosen_language, readable, texts
from llmroadmap.prompter import Prompter
from llmroadmap.storage.errors import InvalidSetting
from llmroadmap.storage.settings_file import Settings, read_settings
from llmroadmap.storage.workspace import Workspace
from llmroadmap.terminal.screen import Line, Screen, can_encode, line, plain
from llmroadmap.terminal.streams import OutputFailed, discard_output, write_or_fail

if TYPE_CHECKING:
    from llmroadmap.core.lookup.errors import GuessTaken
    from llmroadmap.locales import Texts

INTERRUPTED = 130


class Options(NamedTuple):
    """What every command takes, on either side of its name."""

    lang: str = ""
    json: bool = False
    roadmap: str = ""
    version: bool = False
    quiet: bool = False


class _Terms:
    """How to answer, as far as that is known when something fails."""

    def __init__(self, argv: list[str], environ: Mapping[str, str]) -> None:
        self.lang = chosen_language(environ, "", _asked_language(argv))
        self.colour = Settings().colour
        self.as_json = "--json" in argv
        self.environ = environ


def main(argv: list[str], environ: Mapping[str, str], out: TextIO, err: TextIO) -> int:
    """Run one command line; return the exit status."""
    terms = _Terms(argv, environ)
    try:
        return _run(argv, terms, environ, out, err)
    except (LlmroadmapError, OSError) as error:
        problem_error = error if isinstance(error, LlmroadmapError) else _system_refused(error)
        return _show_error(problem_error, terms, terms.environ, out, err)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(
    argv: list[str], terms: _Terms, environ: Mapping[str, str], out: TextIO, err: TextIO
) -> int:
    options, args = read_options(argv)
    locations = locate(environ)
    # Before anything is read: a fingerprint that is taken later vouches for what was not read.
    fingerprints = _first_fingerprints(argv, locations.settings)
    settings = _settings(locations.settings, args)
    lang = chosen_language(environ, settings.language, options.lang)
    if not options.lang:
        lang = readable(lang, lambda sample: can_encode(sample, out.encoding or "utf-8"))
    terms.lang = _asked_language(argv) or lang
    terms.colour, terms.as_json = settings.colour, options.json
    environ = terms.environ = _with_plain(environ, settings)
    screen = Screen(out, environ, settings.colour)
    if options.version:
        write_or_fail(lambda: screen.print([line(f"llmroadmap {__version__}")]), out)
        return 0
    workspace = _workspace(options, settings, lang, environ, err)
    is_synchronised = (
        settings.auto_sync == "on"
        and _may_synchronise(args)
        and _synchronise(workspace, err, first=True)
    )
    fingerprints = _with_roadmap(workspace, fingerprints)
    try:
        prompter = Prompter(
            screen, lang, err, environ, settings.colour, as_json=options.json, run_line=call
        )
        name, result = call(args, workspace, prompter)
    except HelpRequested as request:
        help_lines = _read_aloud(_help(request.name, screen, lang), screen, texts(lang))
        _print(help_lines, screen, paged=True)
        return 0
    if name and result == INTERRUPTED:
        return INTERRUPTED
    if name and COMMANDS[name].serves and not (options.json or _is_terminal(sys.stdin)):
        return _serve(lambda: _workspace_now(options, environ, err), result, out)
    if not options.quiet:
        _show(name, result, screen, lang, prompter.guesses, options)
    if workspace.recorded:
        _follow(workspace, name, err, synchronise=is_synchronised)
    if fingerprints:
        _save_line(workspace, fingerprints, result)
    if screen.numbered is not None:
        workspace.save_listing(screen.numbered)
    elif workspace.listing_is_stale or COMMANDS[name].switches_roadmap:
        workspace.clear_listing()
    # What a command finds may be a failure: `check` found errors, `doctor` something wrong.
    return int(getattr(result, "exit_status", 0))


def _workspace(
    options: Options, settings: Settings, lang: str, environ: Mapping[str, str], err: TextIO
) -> Workspace:
    return Workspace(
        locate(environ),
        settings,
        lang,
        _now(environ),
        options.roadmap or environ.get("LLMROADMAP_ROADMAP", ""),
        _say_waiting(err, lang),
        environ,
    )


def _workspace_now(options: Options, environ: Mapping[str, str], err: TextIO) -> Workspace:
    """Return a workspace of what the files are at this moment, the settings too."""
    settings = read_settings(locate(environ).settings)
    lang = chosen_language(environ, settings.language, options.lang)
    return _workspace(options, settings, lang, environ, err)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is None or stream.isatty()


def _serve(open_workspace: Callable[[], Workspace], result: Any, out: TextIO) -> int:
    """Speak to the program that started this one, until it has said all."""
    from llmroadmap.mcp.messages import serve  # only for who speaks it
    from llmroadmap.mcp.server import Server

    server = Server(open_workspace, may_write=result.may_write)
    try:
        serve(sys.stdin.buffer, out, server.answer)
    except BrokenPipeError:  # It has heard enough.
        discard_output(out)
    return 0


def _may_synchronise(args: list[str]) -> bool:
    """Tell whether a command runs that shows or changes what other machines may have changed."""
    if args[:1] == ["help"]:
        return False
    return not args or args[0] not in COMMANDS or COMMANDS[args[0]].synchronised


def _follow(workspace: Workspace, name: str, err: TextIO, *, synchronise: bool) -> None:
    """Do what follows a change, where the learner set something up; a failure is one line."""
    if synchronise:
        _synchronise(workspace, err, first=False)
    if not workspace.settings.calendar and not os.path.isdir(workspace.locations.hooks):
        return
    from llmroadmap.commands._after_change import after_change  # only for who set it up

    for error in after_change(workspace, name):
        _tell_failure("common.afterwards_failed", error, workspace, err)


def _tell_failure(key: str, error: LlmroadmapError, workspace: Workspace, err: TextIO) -> None:
    from llmroadmap.views.error import message

    t = texts(workspace.lang)
    why = line((t(key, why=message(error, t)), "dim"), hanging_indent=2)
    screen = Screen(err, workspace.environ, workspace.settings.colour)
    write_or_fail(lambda: screen.print([why]), err)


def _synchronise(workspace: Workspace, err: TextIO, *, first: bool) -> bool:
    """Do the part of `config auto_sync` for before or behind a command; tell whether it worked.

    A failure is one line and stops nothing.
    """
    from llmroadmap.sync.auto import after_change, before_command  # only for who set it

    error = before_command(workspace) if first else after_change(workspace)
    if error is None:
        return True
    _tell_failure("sync.auto_failed", error, workspace, err)
    return False


def _help(name: str, screen: Screen, lang: str) -> list[Line]:
    from llmroadmap.views.help import of_command, of_everything, of_program

    if name in ("", "--all"):
        return (of_everything if name else of_program)(COMMANDS, screen, texts(lang))
    return of_command(declaration(name), screen, texts(lang))


def _first_fingerprints(argv: list[str], settings: str) -> list[str]:
    """Return those of what the answer of `status --line` depends on and is read first of all.

    None for a line with more options: its answer is not that of the mere line.
    """
    if argv != PROMPT_LINE:
        return []
    from llmroadmap.prompt_line import TIME_ZONE, fingerprints_of

    return fingerprints_of([settings, TIME_ZONE])


def _with_roadmap(workspace: Workspace, first: list[str]) -> list[str]:
    """Add those of the roadmap and the progress, where there are any."""
    if not first:
        return []
    from llmroadmap.prompt_line import with_roadmap

    return with_roadmap(workspace, first)


def _save_line(workspace: Workspace, fingerprints: list[str], result: Any) -> None:
    from llmroadmap.prompt_line import save
    from llmroadmap.views.status import show

    screen = Screen(io.StringIO(), workspace.environ)
    text = plain(show(result, screen, texts(workspace.lang))[0])
    save(workspace.environ, fingerprints, workspace.day_ends_at, f"{text}\n")


def _settings(path: str, args: list[str]) -> Settings:
    try:
        return read_settings(path)
    except (InvalidSetting, CannotRead):
        if _needs_settings(args):
            raise
        return Settings()


def _needs_settings(args: list[str]) -> bool:
    """Tell whether a line makes no sense with settings that cannot be read; help always does."""
    if args[:1] == ["help"] or "--help" in args or "-h" in args:
        return False
    return not args or args[0] not in COMMANDS or COMMANDS[args[0]].needs_settings


def read_options(argv: list[str]) -> tuple[Options, list[str]]:
    """Take the options of every command out of the line; return them and the rest.

    The value of another option is not looked at, and a text keeps its words.

    Raises InvalidOption.
    """
    found: dict[str, Any] = {}
    words: list[str] = []
    rest = iter(_with_text_apart(argv))
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            words.append(word)
            break
        if words[:1] == ["list"] and name == "--lang" and not _is_help(argv):
            # Behind `list` it is the material's language; the screen's stands before the command.
            words += ["--in", value] if equals else ["--in", *islice(rest, 1)]
        elif words and _takes_value(words[0], word):
            words += [word, *islice(rest, 1)]
        elif word == "--json":
            found["json"] = True
        elif word in ("--quiet", "-q"):
            found["quiet"] = True
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


def _is_help(argv: list[str]) -> bool:
    return "--help" in argv or "-h" in argv


def _takes_value(command: str, word: str) -> bool:
    """Tell whether the next word is the value of this option of the command."""
    options = COMMANDS[command].options if command in COMMANDS else ()
    return any(word in names and has_value for names, has_value, *_ in options)


_ALONE = ("--json", "--quiet", "-q", "--help", "-h")
_WITH_VALUE = ("--lang", "--roadmap")


def _with_text_apart(argv: list[str]) -> list[str]:
    """Return the line with `--` before what a command with a text is given, and options before that.

    `note ITEM - a list` and `note ITEM use --json` are texts. Options of every command are options
    where they end the line, those of the command itself wherever they stand.
    """
    start = next((n for n, word in enumerate(argv) if word in COMMANDS), len(argv))
    if start == len(argv) or not COMMANDS[argv[start]].free_text or "--" in argv:
        return argv
    name, rest = argv[start], argv[start + 1 :]
    first: list[str] = []
    while rest:
        if rest[-1] in _ALONE or rest[-1].startswith(("--lang=", "--roadmap=")):
            first.insert(0, rest.pop())
        elif len(rest) > 2 and rest[-2] in _WITH_VALUE:
            first = [*rest[-2:], *first]
            del rest[-2:]
        else:
            break
    text: list[str] = []
    while rest:
        word = rest.pop(0)
        if _takes_value(name, word):
            first += [word, *rest[:1]]
            del rest[:1]
        elif word.startswith("-") and word != "-" and not text:
            first += [word, *(rest[:1] if word in _WITH_VALUE else ())]
            del rest[: word in _WITH_VALUE]
        elif _takes_value(name, word.partition("=")[0]):
            first.append(word)
        else:
            text.append(word)
    return [*argv[:start], name, *first, "--", *text] if text else argv


def _asked_language(argv: list[str]) -> str:
    """Return the language in the arguments, which even a complaint about the arguments is in."""
    for word, following in pairwise([*argv, ""]):
        name, equals, value = word.partition("=")
        wanted = value if equals else following
        if name == "--lang" and wanted in LANGUAGES:
            return wanted
    return ""


def _now(environ: Mapping[str, str]) -> datetime:
    """Return the present instant; LLMROADMAP_NOW sets it, for scripts and tests."""
    given = environ.get("LLMROADMAP_NOW")
    if not given:
        return _here(datetime.now(UTC))
    try:
        moment = datetime.fromisoformat(given)
        moment = moment if moment.tzinfo else _here(moment)
    except (ValueError, OverflowError) as error:
        raise InvalidOption("LLMROADMAP_NOW", given, "instant") from error
    if not 2 < moment.year < 9998:  # The days before and after it must be reckoned with.
        raise InvalidOption("LLMROADMAP_NOW", given, "instant")
    return moment


def _here(moment: datetime) -> datetime:
    """Return the instant in the zone of this machine, as it is where TZ names none that can be."""
    try:
        return moment.astimezone()
    except ValueError:
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _show(
    name: str,
    result: Any,
    screen: Screen,
    lang: str,
    guesses: "Sequence[GuessTaken]",
    options: Options,
) -> None:
    if options.json:
        from llmroadmap.views.as_json import success

        text = success(result, texts(lang), guesses)
        write_or_fail(lambda: screen.write(text), screen.stream)
    else:
        t = _texts_for(screen, lang)
        lines = [_guess_line(guess, t) for guess in guesses]
        lines += _lines(name, result, screen, t)
        if options.roadmap:
            from llmroadmap.views._other_roadmap import with_roadmap  # only for another one

            lines = with_roadmap(lines, options.roadmap)
        lines = _read_aloud(lines, screen, t)
        _print(lines, screen, paged=COMMANDS[name].paged)


def _print(lines: list[Line], screen: Screen, *, paged: bool) -> None:
    """Print lines; those that may be paged go through the pager where they are more than a screen."""
    if paged and _may_page(screen) and 0 < screen.height <= len(lines):
        from llmroadmap.terminal.pager import page, pager_for  # subprocess, only for long lists

        args = pager_for(screen.environ)
        encoding = screen.stream.encoding or "utf-8"
        if args and page(screen.drawn(lines), args, screen.environ, encoding):
            return
    write_or_fail(lambda: screen.print(lines), screen.stream)


def _lines(name: str, result: Any, screen: Screen, t: "Texts") -> list[Line]:
    """Return the screen of a command: that of its view, else the fields of its result."""
    view = f"llmroadmap.views.{name}"
    try:
        show = import_module(view).show
    except ModuleNotFoundError as error:
        if error.name != view:
            raise
        from llmroadmap.views._record import show_record

        return show_record(name, result, screen, t)
    lines: list[Line] = show(result, screen, t)
    return lines


def _with_plain(environ: Mapping[str, str], settings: Settings) -> Mapping[str, str]:
    """Return the environment with plain mode where it is set; what the environment says goes first."""
    if settings.plain == "off" or "LLMROADMAP_PLAIN" in environ:
        return environ
    return {**environ, "LLMROADMAP_PLAIN": "1"}


def _may_page(screen: Screen) -> bool:
    return screen.is_terminal and not screen.is_plain


def _texts_for(screen: Screen, lang: str) -> "Texts":
    """Return the texts of a view; those of plain mode part the facts of a line."""
    if not screen.is_plain:
        return texts(lang)
    from llmroadmap.views.plain import PlainTexts  # only for who asked for it

    return PlainTexts(texts(lang))


def _read_aloud(lines: list[Line], screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines as plain mode has them, where it is on."""
    if not screen.is_plain:
        return lines
    from llmroadmap.views.plain import one_fact_a_line  # only for who asked for it

    return [*one_fact_a_line(lines, t)]


def _guess_line(guess: "GuessTaken", t: "Texts") -> Line:
    """Return the line that says what was taken for a name that no item has."""
    item = guess.closest[0]
    key = "common.guess_understood" if guess.understood else "common.guess_taken"
    text = t(key, name=guess.name, id=item.id, title=item.title)
    return line((text, "started"), hanging_indent=2)


def _system_refused(error: OSError) -> SystemRefused:
    path = error.filename
    known = os.fsdecode(path) if isinstance(path, str | bytes) else ""
    return SystemRefused(known, errno_name(error))


def _show_error(
    error: LlmroadmapError, terms: _Terms, environ: Mapping[str, str], out: TextIO, err: TextIO
) -> int:
    t = texts(terms.lang)
    try:
        if terms.as_json and not isinstance(error, OutputFailed):
            from llmroadmap.views.as_json import failure

            write_or_fail(lambda: Screen(out, environ).write(failure(error, t)), out)
        else:
            from llmroadmap.views.error import show

            screen = Screen(err, environ, terms.colour)
            lines = _read_aloud(show(error, screen, t), screen, t)
            write_or_fail(lambda: screen.print(lines), err)
    except OutputFailed:
        pass  # Nobody is there to be told; the exit status still says it.
    return error.exit_status


def _say_waiting(err: TextIO, lang: str) -> Callable[[], None]:
    def say() -> None:
        err.write(texts(lang)("common.waiting_for_lock") + "\n")

    return say

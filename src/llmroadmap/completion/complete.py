"""The answer to a shell that asks what may come next: `llmroadmap --complete -- WORD… CURRENT`.

A line for each offer: what to insert, a tab, what it is. `:files` leaves it to the shell. Neither
Typer nor Rich is imported, and whatever goes wrong, nothing is offered: the user is typing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple, TextIO

from llmroadmap import COMPLETE
from llmroadmap.commands import COMMANDS
from llmroadmap.completion.signatures import Option, Signature, signature
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.filesystem.locations import locate
from llmroadmap.locales import LANGUAGES, chosen_language, readable, texts
from llmroadmap.prompt_line import fingerprints_of, save, with_roadmap
from llmroadmap.storage.settings_file import SETTINGS, Settings, read_settings
from llmroadmap.storage.workspace import Workspace

FILES = ":files"
LONGEST = 70  # characters of a title


def _option(*names: str, completer: str = "") -> Option:
    """Return an option of every command; a value follows where something completes it."""
    key = names[0].removeprefix("--")
    return Option(names=names, takes_value=bool(completer), completer=completer, help=key)


GLOBAL = (
    _option("--lang", completer=f"choices:{'|'.join(LANGUAGES)}"),
    _option("--json"),
    _option("--quiet", "-q"),
    _option("--roadmap", completer="roadmaps:files"),
    _option("--help", "-h"),
)
VERSION = _option("--version")

Offer = tuple[str, str]


class Typed(NamedTuple):
    """What stands before the cursor: words that are no options, options by name, what waits."""

    words: list[str]
    options: dict[str, str]
    waiting: Option | None
    only_words: bool


def main(words: Sequence[str], environ: Mapping[str, str], out: TextIO) -> int:
    """Write what may stand in the place of the last of `words`, and keep it for the next Tab."""
    encoding = out.encoding or "utf-8"
    answer = None
    with suppress(LlmroadmapError, OSError):
        answer = _answer(words, environ, encoding)
    text = answer.text.encode(encoding, "replace").decode(encoding) if answer else ""
    with suppress(OSError):  # the shell has stopped listening
        out.write(text)
        out.flush()
    if answer and answer.fingerprints:
        with suppress(LlmroadmapError, OSError):
            save(environ, answer.fingerprints, answer.until, text, [*COMPLETE, *words])
    return 0


class _Answer(NamedTuple):
    """What is offered, a line each; the marks of what it was made from, if known; when it ends."""

    text: str
    fingerprints: list[str]
    until: float


def _answer(words: Sequence[str], environ: Mapping[str, str], encoding: str) -> _Answer:
    *before, current = _joined(words) or [""]
    locations = locate(environ)
    fingerprints = fingerprints_of([locations.settings])
    name = next((word for word in before if word in COMMANDS), "")
    own = signature(name)
    typed = _read(before, [*GLOBAL, *own.options])
    settings = Settings()
    with suppress(LlmroadmapError):
        settings = read_settings(locations.settings)
    option = typed.options.get("--lang", "")
    lang = chosen_language(environ, settings.language, option if option in LANGUAGES else "")
    lang = readable(lang, lambda sample: sample.encode(encoding, "ignore") != b"")
    choice = typed.options.get("--roadmap", "") or environ.get("LLMROADMAP_ROADMAP", "")
    now = datetime.now().astimezone()
    workspace = Workspace(locations, settings, lang, now, choice, None, environ)
    offering = _Offering(workspace, typed, fingerprints)
    lines = [f"{value}\t{_clean(title)}\n" for value, title in offering.offers(own, current)]
    return _Answer("".join(lines), offering.fingerprints, workspace.day_ends_at)


def _joined(words: Sequence[str]) -> list[str]:
    """Return the words with `--lang`, `=`, `en`, as bash takes them apart, in one."""
    joined: list[str] = []
    for word in words:
        last = joined[-1] if joined else ""
        if last.startswith("--") and (word == "=" or last.endswith("=")):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _read(before: Sequence[str], options: Sequence[Option]) -> Typed:
    known = {name: option for option in options for name in option.names}
    typed = Typed(words=[], options={}, waiting=None, only_words=False)
    for word in before:
        name, equals, value = word.partition("=")
        if typed.waiting is not None:
            typed.options[typed.waiting.names[0]] = word
            typed = typed._replace(waiting=None)
        elif typed.only_words or not word.startswith("-") or word == "-":
            typed.words.append(word)
        elif word == "--":
            typed = typed._replace(only_words=True)
        elif name in known:
            option = known[name]
            typed.options[option.names[0]] = value
            if option.takes_value and not equals:
                typed = typed._replace(waiting=option)
    return typed


class _Offering:
    """Finds what makes sense in one place of the line.

    `fingerprints`: of all files that this depends on; none where it hangs on more than these.
    """

    def __init__(self, workspace: Workspace, typed: Typed, fingerprints: list[str]) -> None:
        self.workspace = workspace
        self.fingerprints = [] if "--roadmap" in typed.options else fingerprints
        self.typed = typed
        self.texts = texts(workspace.lang)

    def offers(self, own: Signature, current: str) -> Iterator[Offer]:
        """Yield what may stand in the place of `current`."""
        typed = self.typed
        if typed.waiting is not None:
            return self._values(typed.waiting.completer, current)
        if current.startswith("-") and not typed.only_words:
            return self._options(own, current)
        if not typed.words:
            entries = ((name, self._help(name)) for name in COMMANDS)
            return _beginning(entries, current)
        if typed.words[0] == "help":
            return _beginning(((name, "") for name in COMMANDS), current)
        return self._argument(own, current)

    def _help(self, name: str) -> str:
        return COMMANDS[name].help.get(self.texts.lang) or self.texts(f"{name}.help")

    def _options(self, own: Signature, current: str) -> Iterator[Offer]:
        options = [*own.options, *GLOBAL] if self.typed.words else [*GLOBAL, VERSION]
        name, equals, value = current.partition("=")
        if equals:
            for option in options:
                if name in option.names and option.takes_value:
                    found = self._values(option.completer, value)
                    yield from ((f"{name}={each}", title) for each, title in found)
            return
        for option in options:
            if option.names[0] in self.typed.options:
                continue
            longest = max(option.names, key=len)
            for each in [longest] if longest.startswith(current) else option.names:
                if each.startswith(current):
                    yield each, self.texts.option(option.help)

    def _argument(self, own: Signature, current: str) -> Iterator[Offer]:
        index = len(self.typed.words) - 1
        if not own.arguments:
            return iter(())
        if index >= len(own.arguments):
            last = own.arguments[-1]
            return self._values(last.completer, current) if last.many else iter(())
        argument = own.arguments[index]
        return self._values(argument.completer, current)

    def _values(self, completer: str, current: str) -> Iterator[Offer]:
        name, _, limit = completer.partition(":")
        if name == "items":
            self.fingerprints = with_roadmap(self.workspace, self.fingerprints)
            return self._items(limit, current)
        if name in ("roadmaps", "tags"):
            self.fingerprints = []
        if name == "roadmaps":
            return self._roadmaps(current, files=limit == "files")
        if name == "files":
            return iter([(FILES, "")])
        if name == "settings":
            return _beginning(self._settings(), current)
        if name == "kinds":
            from llmroadmap.core.model.kinds import KINDS  # only behind that option

            return _beginning(
                ((kind, self.texts.of("common.kinds", kind)) for kind in KINDS), current
            )
        if name == "tags":
            from llmroadmap.core.overlay.tags import tags  # only behind that option

            return _beginning(((each, "") for each in tags(self.workspace.roadmap)), current)
        if name == "formats":
            from llmroadmap.exports import NAMES  # only behind that option

            about = ((each, self.texts.of("formats.about", each)) for each in NAMES)
            return _beginning(about, current)
        if name == "choices":
            return _beginning(((each, "") for each in limit.split("|")), current)
        return iter(())

    def _items(self, kind: str, current: str) -> Iterator[Offer]:
        from llmroadmap.core.lookup.complete import (
            offered,  # not where commands and options are offered
        )

        progress, lang = self.workspace.progress, self.workspace.lang
        roadmap = progress.roadmap
        for value, node in offered(progress, kind, current):
            if value not in self.typed.words[1:]:
                yield value, roadmap.item(node).title(lang)

    def _roadmaps(self, current: str, *, files: bool) -> Iterator[Offer]:
        from llmroadmap.storage.library import all_roadmaps

        shelves = all_roadmaps(self.workspace.locations)
        found = [*_beginning(((shelf.id, "") for shelf in shelves), current)]
        return iter(found if found or not files else [(FILES, "")])

    def _settings(self) -> Iterator[Offer]:
        words = [word for word in self.typed.words[1:] if word != "unset"]
        if not words:
            yield from ((key, "") for key in SETTINGS)
        takes = SETTINGS.get(words[-1]) if len(words) == 1 and len(self.typed.words) == 2 else None
        if isinstance(takes, tuple):
            yield from ((each, "") for each in takes)


def _beginning(offers: Iterable[Offer], current: str) -> Iterator[Offer]:
    return (offer for offer in offers if offer[0].startswith(current))


def _clean(title: str) -> str:
    """Return a title that is one line and cannot steer a terminal, nor be read in another order."""
    if not title.isprintable():
        kept = (c if c.isprintable() else " " if c.isspace() else "" for c in title)
        title = " ".join("".join(kept).split())
    return title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"

"""What may be typed after each command's name, as the table of commands has it."""

from typing import NamedTuple

from llmroadmap.commands import COMMANDS


class Argument(NamedTuple):
    """An argument: its completer; `many`: several may stand there."""

    completer: str
    many: bool


class Option(NamedTuple):
    """An option: its names, whether a value follows, the completer of that, the key of its help."""

    names: tuple[str, ...]
    takes_value: bool
    completer: str
    help: str


class Signature(NamedTuple):
    """All that a command takes beside the options of every command."""

    arguments: list[Argument]
    options: list[Option]


def signature(name: str) -> Signature:
    """Return what the command of this name takes; nothing for "", where no command is typed yet."""
    if not name:
        return Signature([], [])
    entry = COMMANDS[name]
    return Signature(
        [Argument(*each) for each in entry.arguments],
        [Option._make(each) for each in entry.options],
    )

"""One file for each command; this table lists them without importing any.

A command's module has `COMMAND`, its declaration, and `run`, whose parameters are its arguments and
options (annotated with what `declaration` has for them; the help is a key of the texts). `run` gets
the `workspace` and, where it asks something, the `prompts`; it returns its result.
`scripts/command_table.py` makes the table of what all of them declare.
"""

from importlib import import_module

from llmroadmap.commands._table import ROWS
from llmroadmap.core.records import NamedTuple
from llmroadmap.declaration import Declaration, declaration_of


class Entry(NamedTuple):
    """What has to be known about a command without importing it.

    `help` has its one line in every language that is shipped. `arguments` are pairs: the completer,
    and whether several may stand there. `options` have their names, whether a value follows, its
    completer and the key of their help.
    """

    group: str
    help: dict[str, str]
    paged: bool
    needs_settings: bool
    switches_roadmap: bool
    free_text: bool
    synchronised: bool
    serves: bool
    arguments: tuple[tuple[str, bool], ...]
    options: tuple[tuple[tuple[str, ...], bool, str, str], ...]


COMMANDS: dict[str, Entry] = {name: Entry(**row) for name, row in ROWS.items()}


def declaration(name: str) -> Declaration:
    """Return all that the command of this name declares; imports its module."""
    module = import_module(f"llmroadmap.commands.{name}")
    return declaration_of(name, module.COMMAND, module.run)

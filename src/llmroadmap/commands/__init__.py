"""One file for each command; this table lists them without importing any.

A command's module has `run`, whose parameters are its arguments and options (declared with Typer's
`Argument` and `Option`, the help being a key of the texts), and `EXAMPLES`. `run` gets the
`workspace` and, if it wants to, `ask`, `choose` and `write`, which talk to the
person; it returns its result.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """A command: the group it is listed under. Its help is `help.command.NAME` in `locales`."""

    group: str


COMMANDS: dict[str, Entry] = {
    "today": Entry("day"),
    "next": Entry("day"),
    "done": Entry("day"),
    "start": Entry("day"),
    "skip": Entry("day"),
    "reopen": Entry("day"),
    "checkin": Entry("day"),
    "undo": Entry("day"),
    "redo": Entry("day"),
    "resume": Entry("day"),
    "open": Entry("around"),
    "note": Entry("around"),
    "notes": Entry("around"),
    "proof": Entry("around"),
    "status": Entry("look"),
    "list": Entry("look"),
    "show": Entry("look"),
    "find": Entry("look"),
    "log": Entry("look"),
    "config": Entry("files"),
    "roadmaps": Entry("plans"),
    "use": Entry("plans"),
    "add": Entry("plans"),
    "update": Entry("plans"),
    "remove": Entry("plans"),
    "edit": Entry("plans"),
    "new": Entry("plans"),
    "check": Entry("plans"),
    "export": Entry("plans"),
    "paths": Entry("files"),
    "backup": Entry("files"),
    "restore": Entry("files"),
    "doctor": Entry("files"),
    "completion": Entry("files"),
}

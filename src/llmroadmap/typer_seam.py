"""The one place that knows Typer's insides: from a line to the call of a command's `run`."""

import inspect
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, cast

from typer import Exit
from typer._click import Context
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from llmroadmap.commands import COMMANDS
from llmroadmap.core.errors import (
    InvalidOption,
    LlmroadmapError,
    UnclearItem,
    UnknownCommand,
    UsageProblem,
)

# What `run` gets from the program and not from the line.
INJECTED = ("workspace", "ask", "choose", "which", "write", "edit")
HELP = ["--help", "-h"]


class HelpWanted(Exception):
    """The person asked for help on `command`; None is the whole program."""

    def __init__(self, command: TyperCommand | None) -> None:
        super().__init__()
        self.command = command


class _Command(TyperCommand):
    """A command whose help is a view's business."""

    def get_help(self, ctx: Context) -> str:
        raise HelpWanted(self)


class _Commands(TyperGroup):
    """The table of commands: a module is imported when its command is called."""

    def get_help(self, ctx: Context) -> str:
        raise HelpWanted(None)

    def list_commands(self, ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> TyperCommand:
        if cmd_name not in COMMANDS:
            raise UnknownCommand(cmd_name, _like(cmd_name))
        return command(cmd_name, **ctx.obj)


def _like(name: str) -> tuple[str, ...]:
    """Return the commands that look like `name`, the one with the fewest typing errors first."""
    from difflib import get_close_matches  # only for a word that is no command

    from llmroadmap.core.lookup.edit_distance import edits

    return tuple(sorted(get_close_matches(name, COMMANDS), key=lambda each: edits(name, each, 9)))


def command(name: str, **injected: object) -> TyperCommand:
    """Return the Typer command of this name; `injected` is handed to its `run`."""
    module = import_module(f"llmroadmap.commands.{name}")
    made = get_command_from_info(
        CommandInfo(
            name,
            cls=_Command,
            callback=_callback(module.run, injected),
            help="",
            context_settings={"help_option_names": HELP},
        ),
        pretty_exceptions_short=False,
        rich_markup_mode=None,
    )
    return cast("TyperCommand", made)


def examples(name: str) -> Sequence[str]:
    """Return lines that the command takes, as its help shows them."""
    return cast("Sequence[str]", import_module(f"llmroadmap.commands.{name}").EXAMPLES)


def _callback(run: Callable[..., Any], injected: dict[str, object]) -> Callable[..., Any]:
    """Return `run` as Typer is to see it: without what the program hands to it."""
    signature = inspect.signature(run)
    given = {name: injected[name] for name in INJECTED if name in signature.parameters}

    def call(**values: object) -> object:
        return run(**given, **values)

    call.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[p for name, p in signature.parameters.items() if name not in given]
    )
    call.__annotations__ = {k: v for k, v in run.__annotations__.items() if k not in given}
    return call


def call(words: list[str], **injected: object) -> tuple[str, Any]:
    """Run the command that `words` begin with; return its name and its result.

    Raises HelpWanted, UsageProblem for what Typer does not take, and whatever the command raises.
    """
    while words[:1] == ["--"]:  # Before the command it ends nothing.
        words = words[1:]
    words = words or ["today"]
    if words[0] in ("help", *HELP):
        named = words[1:2] and words[1] in COMMANDS
        raise HelpWanted(command(words[1], **injected) if named else None)
    group = _Commands(name="llmroadmap", rich_markup_mode=None, suggest_commands=False)
    try:
        result = group.main(words, prog_name="llmroadmap", standalone_mode=False, obj=injected)
    except (UnclearItem, InvalidOption, UsageProblem) as error:
        error.command = error.command or words[0]
        raise
    except UsageError as error:
        raise _in_our_words(error, words[0]) from error
    except Exit as stop:  # pragma: no cover - Typer returns the status instead
        result = stop.exit_code
    return words[0], result


def _in_our_words(error: UsageError, name: str) -> LlmroadmapError:
    """Return what Typer complains of as an error whose wording is the views' business."""
    name = name if name in COMMANDS else ""  # An option of no command can stand there.
    if isinstance(error, NoSuchOption):
        return UsageProblem("no-such-option", str(error.option_name), name)
    if isinstance(error, MissingParameter):
        param = error.param
        label = (param.metavar or param.name or "").strip("[]") if param else ""
        about = getattr(param, "help", None) or ""
        return UsageProblem("missing-argument", label, name, about, examples(name)[0])
    if isinstance(error, BadOptionUsage):
        return UsageProblem("missing-value", str(error.option_name), name)
    if isinstance(error, BadParameter):
        return UsageProblem("bad-value", error.format_message(), name)
    extra = error.message.partition(" (")[2].rpartition(")")[0]
    return UsageProblem("unexpected", extra or error.message, name)

"""From a line to the call of a command's `run`: directly where the line is plainly well-formed.

Typer stays the one authority on what a line means. An everyday line needs none of what makes its
import expensive: its help, its errors, its shells. Whatever is not plain (help, an option that the
command has not or has twice, a value that cannot be read, too few or too many words) is left to it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from llmroadmap.commands import COMMANDS, declaration
from llmroadmap.core.errors import AboutLine, LlmroadmapError
from llmroadmap.declaration import Declaration, HelpRequested, Parameter
from llmroadmap.prompts import Prompts
from llmroadmap.storage.workspace import Workspace

HELP = ("--help", "-h")


def call(args: list[str], workspace: Workspace, prompts: Prompts) -> tuple[str, Any]:
    """Run the command that `args` begin with; return its name and its result.

    Raises HelpRequested, UsageProblem for what Typer does not take, and whatever the command
    raises.
    """
    while args[:1] == ["--"]:  # Before the command it ends nothing.
        args = args[1:]
    name, *rest = args or ["today"]
    if name in ("help", *HELP):
        named = next((word for word in rest if word in (*COMMANDS, "--all")), "")
        raise HelpRequested(named)
    services: dict[Any, object] = {Workspace: workspace, Prompts: prompts}
    try:
        if name in COMMANDS:
            declared = declaration(name)
            values = bind(declared, rest)
            if values is not None:
                injected = {each: services[kind] for each, kind in declared.injected.items()}
                return name, declared.run(**injected, **values)
        from llmroadmap.typer_seam import run  # Typer costs more than all the rest together.

        return name, run([name, *rest], services)
    except AboutLine as error:
        error.command = error.command or (name if name in COMMANDS else "")
        if error.code == "unknown-item":
            from llmroadmap.storage.roadmap_names import say_where_it_is  # only for who fails

            say_where_it_is(workspace, error)
        raise


def bind(declared: Declaration, line: Sequence[str]) -> dict[str, Any] | None:
    """Return the values for `run` that the words of the line stand for; None where Typer is to decide.

    What is not given is not there: `run` has its own defaults.
    """
    typed = _split(declared, line)
    if typed is None:
        return None
    words, given = typed
    values: dict[str, Any] = {}
    rest = iter(words)
    for argument in declared.arguments:
        if not _take(argument, rest, given):
            return None
    if next(rest, None) is not None:
        return None
    try:
        for parameter in declared.parameters:
            if parameter.name in given:
                values[parameter.name] = _value(parameter, given[parameter.name])
    except LlmroadmapError:
        return None
    return values


def _split(
    declared: Declaration, line: Sequence[str]
) -> tuple[list[str], dict[str, list[str]]] | None:
    """Return the words that are no options, and what is given for each option, by parameter."""
    options = {name: option for option in declared.options for name in option.names}
    words: list[str] = []
    given: dict[str, list[str]] = {}
    rest = iter(line)
    for word in rest:
        if not word:
            return None
        if word == "-" or not word.startswith("-"):
            words.append(word)
            continue
        name, equals, value = word.partition("=") if word[:2] == "--" else (word, "", "")
        option = options.get(name)
        if option is None or (option.name in given and not option.is_list):
            return None
        if option.declared.kind is None:
            if equals:
                return None
            given[option.name] = []
            continue
        if not equals:
            value = next(rest, "")
        if not value or value in HELP:
            return None
        given.setdefault(option.name, []).append(value)
    return words, given


def _take(argument: Parameter, words: Iterator[str], given: dict[str, list[str]]) -> bool:
    """Give the argument its words; tell whether it has what it needs."""
    taken = list(words) if argument.is_list else [word for word in [next(words, None)] if word]
    if taken:
        given[argument.name] = taken
    return bool(taken) or not argument.is_required


def _value(parameter: Parameter, typed: list[str]) -> Any:
    kind = parameter.declared.kind
    if kind is None:
        return True
    read = [kind.parse(each) for each in typed]
    return read if parameter.is_list else read[0]

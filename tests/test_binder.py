"""The direct way from a line to `run` declines, or makes exactly the call that Typer makes."""

import inspect
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmroadmap.binder import bind
from llmroadmap.commands import COMMANDS, declaration
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.declaration import Declaration, HelpRequested
from llmroadmap.typer_seam import UsageError, command

WORDS = ["hf.3.2", "管道", "a b", "-", "--", "", "3", "0", "30m", "1h", "paper", "-3d", "-x", "a=b",
         "today", "--help", "-h", "--nonsense", "--on=", "zh", "é", "\n", "-y5", "@1", "."]  # fmt: skip


def called_by_typer(declared: Declaration, tokens: list[str]) -> dict[str, Any] | None:
    """What Typer calls `run` with; None where it does not."""
    calls: list[dict[str, Any]] = []
    watched = declared._replace(run=lambda **values: calls.append(values), injected={})
    try:
        made = command(watched, {})
        made.main(list(tokens), prog_name="x", standalone_mode=False)
    except (UsageError, LlmroadmapError, HelpRequested):
        return None
    (values,) = calls
    return values


def with_defaults(declared: Declaration, values: dict[str, Any]) -> dict[str, Any]:
    signature = inspect.signature(declared.run)
    own = [p for name, p in signature.parameters.items() if name not in declared.injected]
    bound = inspect.Signature(own).bind(**values)
    bound.apply_defaults()
    return dict(bound.arguments)


def lines(declared: Declaration) -> st.SearchStrategy[list[str]]:
    """Lines of the command's options, in every form, and of words that fit or do not."""
    names = [name for option in declared.options for name in option.names]
    word = st.one_of(st.sampled_from(WORDS), st.text(max_size=5))
    parts = [word.map(lambda each: [each])]
    if names:
        option = st.sampled_from(names)
        parts += [
            option.map(lambda name: [name]),
            st.tuples(option, word).map(list),
            st.tuples(option, word).map(lambda both: [f"{both[0]}={both[1]}"]),
            st.tuples(option, word).map(lambda both: [f"{both[0]}{both[1]}"]),
        ]
    return st.lists(st.one_of(parts), max_size=5).map(lambda found: [*chain(*found)])


@pytest.mark.parametrize("name", COMMANDS)
@settings(max_examples=60)
@given(data=st.data())
def test_it_declines_or_calls_as_typer_does(name: str, data: st.DataObject) -> None:
    declared = declaration(name)
    tokens = data.draw(lines(declared))
    values = bind(declared, tokens)
    if values is not None:
        assert with_defaults(declared, values) == called_by_typer(declared, tokens), tokens


@pytest.mark.parametrize("name", COMMANDS)
def test_an_everyday_line_goes_the_direct_way(name: str) -> None:
    declared = declaration(name)
    words = ["x"] * sum(argument.is_required for argument in declared.arguments)
    flags = [o.names[-1] for o in declared.options if o.declared.kind is None]
    values = bind(declared, [*words, *flags])
    assert values is not None
    assert with_defaults(declared, values) == called_by_typer(declared, [*words, *flags])


@pytest.mark.parametrize(
    "tokens",
    [["x", "--help"], ["--nonsense"], ["x", "--on"], [], ["x", "--yes=1"], ["x", "-y", "--yes"],
     ["--", "x"], ["-yx"], ["x", "--on", "--help"]],
)  # fmt: skip
def test_what_is_not_plain_is_typers(tokens: list[str]) -> None:
    assert bind(declaration("skip"), tokens) is None

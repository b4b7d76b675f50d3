"""What is wrong in a roadmap file: a code, a place and facts; its wording is in `locales`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

Path = tuple[str | int, ...]
Fact = str | int

# Longer values are cut in messages: a title of two million characters is a problem, not a message.
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake or doubt at `path`; `other` is a second place that belongs to it.

    `line` and `column` count from 1 and are filled in by storage, which alone knows the text.
    """

    code: str
    path: Path = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    severity: Literal["error", "warning"] = "error"
    line: int = 0
    column: int = 0
    other: Path | None = None


def warning(code: str, path: Path, other: Path | None = None, **facts: Fact) -> Problem:
    """Return a doubt: something that works, and that the author probably did not mean."""
    return Problem(code=code, path=path, facts=facts, severity="warning", other=other)


def shown(value: object) -> str:
    """Return a value short enough for a message."""
    text = str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` was probably meant to be, or ""."""
    found = get_close_matches(word[:_SHOWN], list(known), n=1, cutoff=0.6)
    return found[0] if found else ""

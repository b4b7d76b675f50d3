"""What a check of the learner's files and surroundings can come to."""

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.records import NamedTuple

# Only "wrong" needs somebody to do something; a note is worth knowing.
OK, NOTE, WRONG, REPAIRED = "ok", "note", "wrong", "mended"


class Finding(NamedTuple):
    """One thing that was looked at.

    `code` is a key of the texts, filled in by `facts`; where an error says it better, `error` does.
    `mendable`: `doctor --fix` can do something about it.
    """

    check: str
    state: str
    code: str
    facts: dict[str, str | int]
    error: LlmroadmapError | None = None
    mendable: bool = False


def passed(check: str, code: str, **facts: str | int) -> Finding:
    """Return what is as it should be."""
    return Finding(check=check, state=OK, code=code, facts=facts)


def note(check: str, code: str, **facts: str | int) -> Finding:
    """Return what works, and the learner may want to know."""
    return Finding(check=check, state=NOTE, code=code, facts=facts)


def problem(check: str, code: str, *, mendable: bool = False, **facts: str | int) -> Finding:
    """Return what is wrong."""
    return Finding(check=check, state=WRONG, code=code, facts=facts, error=None, mendable=mendable)


def from_error(check: str, error: LlmroadmapError, *, mendable: bool = False) -> Finding:
    """Return what is wrong in the words of an error."""
    return Finding(
        check=check, state=WRONG, code=error.code, facts={}, error=error, mendable=mendable
    )


def repaired(finding: Finding, code: str, **facts: str | int) -> Finding:
    """Return what was wrong and is no more."""
    return Finding(check=finding.check, state=REPAIRED, code=code, facts=facts)

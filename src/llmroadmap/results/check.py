"""What `check` returns."""

from llmroadmap.core.records import NamedTuple


class Finding(NamedTuple):
    """A problem with its place (line and column count from 1, 0 where unknown)."""

    code: str
    severity: str
    line: int
    column: int
    facts: dict[str, object]


class CheckResult(NamedTuple):
    """All errors and warnings, in the order of the file's lines."""

    path: str
    errors: list[Finding]
    warnings: list[Finding]

    @property
    def exit_status(self) -> int:
        """Return 1 if there is any error."""
        return 1 if self.errors else 0

"""What `check` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.links import LinksChecked


class Finding(NamedTuple):
    """A problem with its place (line and column count from 1, 0 where unknown)."""

    code: str
    severity: str
    line: int
    column: int
    facts: dict[str, object]


class CheckResult(NamedTuple):
    """All errors and warnings, in the order of the file's lines.

    `links` is null without `--links`, and where there are errors.
    """

    path: str
    errors: list[Finding]
    warnings: list[Finding]
    links: LinksChecked | None = None

    @property
    def exit_status(self) -> int:
        """Return 1 if there is any error, or a dead link."""
        return 1 if self.errors or (self.links and self.links.dead) else 0

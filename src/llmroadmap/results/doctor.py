"""What `doctor` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.check_result import Finding
from llmroadmap.results.links import LinksChecked


class DoctorResult(NamedTuple):
    """Everything that was looked at; `wrong` and `mended` count what was wrong and what still is.

    `links` is null but for `--links`, which looks at nothing else.
    """

    findings: list[Finding]
    wrong: int
    mended: int
    links: LinksChecked | None = None

    @property
    def exit_status(self) -> int:
        """Return 1 where something is wrong still, or a link is dead."""
        return 1 if self.wrong or (self.links and self.links.dead) else 0

"""What `doctor` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.check_result import Finding


class DoctorResult(NamedTuple):
    """Everything that was looked at; `wrong` and `mended` count what was wrong and what still is."""

    findings: list[Finding]
    wrong: int
    mended: int

    @property
    def exit_status(self) -> int:
        """Return 1 where something is wrong still."""
        return 1 if self.wrong else 0

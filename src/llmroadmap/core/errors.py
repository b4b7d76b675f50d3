"""The errors of the program. They carry facts; their wording is `views/error.py`'s."""

from typing import ClassVar

from llmroadmap.core.problems import Problem


class LlmroadmapError(Exception):
    """Something the person can be told in one message.

    `code` is stable: scripts read it from `--json`. `exit_status` is 1 (could not) or 2 (usage).
    """

    code: ClassVar[str] = "error"
    exit_status: ClassVar[int] = 1

    def facts(self) -> dict[str, object]:
        """Return what a view or a script needs to know, by name."""
        return {name: value for name, value in vars(self).items() if not name.startswith("_")}


class PlanUnreadable(LlmroadmapError):
    """A plan to import that cannot be read as what it claims to be.

    `reason` is a key of the texts in `locales`, `detail` fills it in; `line` counts from 1.
    """

    code = "plan-unreadable"

    def __init__(self, reason: str, *, line: int | None = None, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.detail = detail


class RoadmapInvalid(LlmroadmapError):
    """A roadmap file that does not keep to the format; `problems` are all its errors, placed."""

    code = "roadmap-invalid"

    def __init__(self, problems: tuple[Problem, ...], path: str | None = None) -> None:
        super().__init__(problems[0].code)
        self.problems = problems
        self.path = path

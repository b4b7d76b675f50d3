"""What keeps a text from being read as a roadmap, or as a plan."""

from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError

if TYPE_CHECKING:
    # Every command imports the errors; what only a bad roadmap needs stays out of that.
    from llmroadmap.core.checking.problems import Problem


class PlanUnreadable(LlmroadmapError):
    """A plan to import that cannot be read as what it claims to be.

    `reason` is a key of the texts in `locales`, `detail` fills it in; `line` counts from 1; `path`
    is filled in by the one who knows it.
    """

    code = "plan-unreadable"
    path = ""

    def __init__(self, reason: str, *, line: int | None = None, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.detail = detail

    @property
    def variant(self) -> str:
        """The key of its message: a text without a plan in it is no damage."""
        special = {"no-steps": "plan-unreadable-no-steps", "no-plan": "plan-unreadable-no-plan"}
        return special.get(self.reason, self.code)


class RoadmapInvalid(LlmroadmapError):
    """A roadmap file that does not keep to the format; `problems` are all its errors, placed."""

    code = "roadmap-invalid"

    def __init__(self, problems: "tuple[Problem, ...]", path: str | None = None) -> None:
        super().__init__(problems[0].code)
        self.problems = problems
        self.path = path

    @property
    def variant(self) -> str:
        """The key of its message: a file of own changes is told from a roadmap."""
        is_mine = (self.path or "").endswith(".mine.yaml")
        return "roadmap-invalid-mine" if is_mine else super().variant

"""What `add` returns."""

from typing import NamedTuple

from llmroadmap.core.model.plan_summary import (
    LeftOutSummary,
    PlanSummary,
)


class AddResult(NamedTuple):
    """The roadmap made of the plan, and what of it was left out.

    `ticked`: how many steps were ticked in the plan; `kept`: how many of these ticks were taken
    over. `doubt`: why this may be no plan, "" where it plainly is one.
    """

    plan: PlanSummary
    path: str
    dry_run: bool
    ticked: int
    kept: int
    left_out: list[LeftOutSummary]
    doubt: str = ""

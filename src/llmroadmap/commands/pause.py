"""pause: a holiday, an illness: days that count neither for the streak nor for the forecast."""

from datetime import date
from typing import Annotated

from llmroadmap.core.days import iso
from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import Progress, Rest
from llmroadmap.declaration import ComingDay, Command, DaySpan, Option, Text
from llmroadmap.results.pause import PauseResult
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="day",
    after="checkin",
    examples=(
        "llmroadmap pause",
        "llmroadmap pause --for 2w --reason {holiday}",
        "llmroadmap pause --until 2027-01-03",
        "llmroadmap pause --end",
    ),
)


def run(
    workspace: Workspace,
    until: Annotated[str, Option("--until", help="pause.until", kind=ComingDay())] = "",
    lasting: Annotated[int, Option("--for", help="pause.for", kind=DaySpan())] = 0,
    reason: Annotated[str, Option("--reason", help="pause.reason", kind=Text())] = "",
    end: Annotated[bool, Option("--end", help="pause.end")] = False,
) -> PauseResult:
    """Begin a pause from today on, or end the one that lasts."""
    if sum((bool(until), bool(lasting), end)) > 1:
        raise UsageProblem("one-of", "--until, --for, --end", "pause")
    if end:
        return _end(workspace)
    last = _last_day(workspace, until, lasting)
    draft: Draft = {"do": "pause"}
    if last:
        draft["until"] = iso(last)
    if reason.strip():
        draft["text"] = reason.strip()
    workspace.record(lambda progress: [draft])
    return PauseResult(
        did="begun",
        since=iso(workspace.today),
        until=iso(last) or None,
        reason=reason.strip(),
    )


def _last_day(workspace: Workspace, until: str, lasting: int) -> int:
    if lasting:
        return workspace.today + lasting - 1
    if not until:
        return 0
    from llmroadmap.commands._values import typed_coming_day  # only for a day that was given

    return typed_coming_day(until, workspace.today, workspace.week_starts, "--until")


def _end(workspace: Workspace) -> PauseResult:
    ended: list[Rest] = []

    def decide(progress: Progress) -> list[Draft]:
        ended.extend(rest for rest in progress.pauses if rest.covers(workspace.today))
        return [{"do": "resume"}] if ended else []

    workspace.record(decide)
    if not ended:
        return PauseResult(did="none", since=None, until=None, reason="")
    last = max(workspace.today - 1, ended[0].first)
    return PauseResult(
        did="ended",
        since=date.fromordinal(ended[0].first).isoformat(),
        until=iso(last),
        reason="",
    )

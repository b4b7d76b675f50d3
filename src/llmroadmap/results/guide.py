"""What `guide` returns."""

from typing import NamedTuple

from llmroadmap.results.today import TodayResult


class GuideCommand(NamedTuple):
    """A command as an agent types it, and what it is for."""

    line: str
    help: str


class GuideResult(NamedTuple):
    """What an agent has to know. `file`: for which file it is, `skill`, `agents-md`, or "" for none.

    `today` is null in a file that is kept: the state is that of the day.
    """

    file: str
    commands: list[GuideCommand]
    today: TodayResult | None

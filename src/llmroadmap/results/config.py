"""What `config` returns."""

from llmroadmap.core.records import NamedTuple


class SettingSummary(NamedTuple):
    """A setting; `takes` are the words or the range that it takes, "" for any text."""

    key: str
    value: str | float
    default: str | float
    takes: str


class ConfigResult(NamedTuple):
    """The settings asked for; `did` is list, get, set or unset, `before` the value that was set.

    `unknown` are keys in the file that this version has no setting for. `left_out`: how many steps
    of the plan in use a filter leaves out now, null of other settings; `without_steps`: its words
    that no step has.
    """

    settings: list[SettingSummary]
    did: str
    before: str | float
    path: str
    unknown: list[str]
    left_out: int | None
    without_steps: list[str]

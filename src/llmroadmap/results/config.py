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

    `unknown` are keys in the file that this version has no setting for.
    """

    settings: list[SettingSummary]
    did: str
    before: str | float
    path: str
    unknown: list[str]

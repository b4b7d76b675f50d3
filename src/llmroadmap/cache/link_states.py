"""What the last check of the links found, by address: kept for a week, then it is not known any more."""

import json
import os
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from llmroadmap.cache import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KEPT = timedelta(days=7)
_FORMAT = 1


class LinkState(NamedTuple):
    """How a page answered: ok, moved, dead or unsure.

    `status` is that of HTTP, 0 where there was none; `reason` says why it is unsure: forbidden, busy,
    broken, timeout, dns, tls, loop, refused or odd, "" otherwise. `location`: the new address of a
    page that has moved for good. `at`: the instant of the check, ISO 8601.
    """

    url: str
    state: str
    status: int
    reason: str
    location: str
    at: str


def link_states_path(cache: str) -> str:
    """Return the file."""
    return os.path.join(cache, "links.json")


def read_link_states(cache: str, now: datetime) -> dict[str, LinkState]:
    """Return what is known by address, and not older than a week; unreadable is unknown."""
    try:
        with open(link_states_path(cache), "rb") as file:
            found = json.loads(file.read())
        if found["format"] != _FORMAT:
            return {}
        states = [LinkState(**each) for each in found["links"]]
        return {each.url: each for each in states if _age(each, now) < KEPT}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _age(state: LinkState, now: datetime) -> timedelta:
    return abs(now - datetime.fromisoformat(state.at))


def keep_link_states(cache: str, states: "Iterable[LinkState]", now: datetime) -> None:
    """Keep what was found beside what is known of other addresses."""
    known: Mapping[str, LinkState] = read_link_states(cache, now)
    both = {**known, **{each.url: each for each in states}}
    rows = [each._asdict() for each in both.values()]
    text = json.dumps({"format": _FORMAT, "links": rows}, ensure_ascii=False)
    replace_file(link_states_path(cache), [text.encode()])

"""What undo and redo take: the changes of one machine, read off the events."""

from collections.abc import Iterable

from llmroadmap.core.progress.events import Event, in_order
from llmroadmap.core.progress.verbs import verb_of
from llmroadmap.core.records import NamedTuple


class Stacks(NamedTuple):
    """The changes of one machine by their ids: what undo and redo would take, the last one first."""

    undo: list[str]
    redo: list[str]


# What older versions wrote behind a machine's own name, for whatever network it was in.
_NETWORKS = ("local", "localdomain", "lan", "home", "fritz-box", "internal")


def is_same_machine(one: str, other: str) -> bool:
    """Tell whether two names are one machine's, with or without the name of a network."""
    short, long = sorted((one, other), key=len)
    return one == other or any(long == f"{short}-{network}" for network in _NETWORKS)


def stacks(events: Iterable[Event], device: str | None) -> Stacks:
    """Return what was done on `device` and can be undone, and what was undone and can be redone.

    None is every machine. As everywhere, a new change leaves nothing to redo.
    """
    done: dict[str, None] = {}
    undone: dict[str, None] = {}
    for event in in_order(events):
        if "change" not in event:
            continue
        if device is not None and not is_same_machine(event.get("device", ""), device):
            continue
        of, effect = event.get("of", ""), verb_of(event["do"]).effect
        if effect == "undo":
            if of in done:
                del done[of]
                undone[of] = None
        elif effect == "redo":
            if of in undone:
                del undone[of]
                done[of] = None
        elif event["change"] not in done:
            done[event["change"]] = None
            undone.clear()
    return Stacks(list(done)[::-1], list(undone)[::-1])

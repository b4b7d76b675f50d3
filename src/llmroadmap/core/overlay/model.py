"""What a learner can want different in a roadmap, as it stands in the overlay file.

Every change is a value at a path (`change`, the id of an item, `minutes`), which is how it is
written, undone and made again. Own items have ids that begin with `+`, which no plan's ids do.
"""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict, cast

from llmroadmap.core.model.text import Text
from llmroadmap.core.model.tree import LinkTree


class OwnItem(TypedDict):
    """A step, or with `group` a group, that the learner has put into the roadmap.

    `id` is without the `+`. It stands `after` or `before` an item, or at the end of the group `in`.
    """

    id: str
    title: Text
    after: NotRequired[str]
    before: NotRequired[str]
    kind: NotRequired[str]
    minutes: NotRequired[int]
    links: NotRequired[list[LinkTree]]
    needs: NotRequired[list[str]]
    about: NotRequired[Text]
    optional: NotRequired[bool]
    group: NotRequired[bool]


class ItemChange(TypedDict, total=False):
    """What is different about one item. The `minutes` of a group are those of each step in it."""

    minutes: int
    optional: bool
    links: list[LinkTree]
    needs: list[str]
    note: str
    due: str
    tags: list[str]


class Overlay(TypedDict, total=False):
    """All that is different: own items, changed items by id, muted ids, minutes by kind."""

    format: int
    add: list[OwnItem]
    change: dict[str, ItemChange]
    mute: list[str]
    kinds: dict[str, int]


Path = Sequence[str]


def value_at(overlay: Overlay, path: Path) -> Any:
    """Return the value at `path`, None where there is none; of `mute`, whether the id is in it."""
    first, *rest = path
    if first == "mute":
        return (rest[0] in overlay.get("mute", ())) or None
    if first == "add":
        return next((item for item in overlay.get("add", ()) if item["id"] == rest[0]), None)
    value: Any = overlay.get(first)
    for key in rest:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def paths(overlay: Overlay) -> list[tuple[str, ...]]:
    """Return the path of every value in it."""
    found: list[tuple[str, ...]] = [("mute", name) for name in overlay.get("mute", ())]
    found += [("add", item["id"]) for item in overlay.get("add", ())]
    found += [("kinds", kind) for kind in overlay.get("kinds", {})]
    for item, change in overlay.get("change", {}).items():
        found += [("change", item, field) for field in change]
    return found


def with_value(overlay: Overlay, path: Path, value: Any) -> Overlay:
    """Return a copy with another value at `path`; None takes it out, and what is empty then."""
    new = cast("dict[str, Any]", {**overlay})
    first, *rest = path
    if first == "mute":
        kept: list[Any] = [name for name in overlay.get("mute", ()) if name != rest[0]]
        new["mute"] = [*kept, rest[0]] if value else kept
    elif first == "add":
        own = list(overlay.get("add", ()))
        at = next((n for n, item in enumerate(own) if item["id"] == rest[0]), len(own))
        own[at : at + 1] = [] if value is None else [value]
        new["add"] = own
    else:
        new[first] = _with(new.get(first, {}), rest, value)
    return cast(
        "Overlay", {key: inner for key, inner in new.items() if inner not in ([], {}, None)}
    )


def _with(holder: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    key, *rest = path
    inner = _with(holder.get(key, {}), rest, value) if rest else value
    new = {**holder, key: inner}
    if inner in (None, {}, []):
        del new[key]
    return new

"""The gate for overlay files: docs/own-changes.md as types that pydantic checks.

What an id stands for is not looked at: an item that a plan has no more may come back.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, NotRequired, cast

from pydantic import (
    AfterValidator,
    ConfigDict,
    PlainValidator,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    with_config,
)
from pydantic_core import PydanticCustomError

# On Python 3.11 pydantic reads the TypedDict of typing_extensions only, which it brings along.
from typing_extensions import TypedDict

from llmroadmap.core.checking.problems import Problem
from llmroadmap.core.days import is_day
from llmroadmap.core.model.kinds import MAX_DEPTH, Kind
from llmroadmap.core.overlay.model import Overlay
from llmroadmap.formats.errors import RoadmapInvalid
from llmroadmap.formats.roadmap_yaml.positions import placed
from llmroadmap.formats.roadmap_yaml.schema_problems import Keys, schema_problems
from llmroadmap.formats.roadmap_yaml.schema_types import (
    Flag,
    Format,
    Id,
    Link,
    Minutes,
    Text,
    Title,
    Word,
)
from llmroadmap.formats.roadmap_yaml.tree import MAX_PROBLEMS, gc_paused, read_with_problems

_PART = "[a-z0-9][a-z0-9-]{0,63}"
_ItemId = Annotated[str, StringConstraints(pattern=rf"^\+?{_PART}(\.{_PART}){{0,{MAX_DEPTH}}}$")]
_Note = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]


def _day(value: str) -> str:
    if not is_day(value):
        raise PydanticCustomError("day-invalid", "")
    return value


def _item_id(value: Any) -> str:
    return str(value)


Day = Annotated[str, AfterValidator(_day)]
Tag = Word
_no_other_keys = with_config(ConfigDict(extra="forbid"))

OwnItem = TypedDict(
    "OwnItem",
    {
        "id": Id,
        "title": Title,
        "after": NotRequired[_ItemId],
        "before": NotRequired[_ItemId],
        "in": NotRequired[_ItemId],
        "kind": NotRequired[Kind],
        "minutes": NotRequired[Minutes],
        "links": NotRequired[list[Link]],
        "needs": NotRequired[list[_ItemId]],
        "about": NotRequired[Text],
        "optional": NotRequired[Flag],
        "group": NotRequired[Flag],
    },
)
_no_other_keys(OwnItem)


@_no_other_keys
class ItemChange(TypedDict):
    """What is different about one item."""

    minutes: NotRequired[Minutes]
    optional: NotRequired[Flag]
    links: NotRequired[list[Link]]
    needs: NotRequired[list[_ItemId]]
    note: NotRequired[_Note]
    due: NotRequired[Day]
    tags: NotRequired[list[Tag]]


@_no_other_keys
class OverlayFile(TypedDict):
    """The learner's own changes to one roadmap."""

    format: Format
    add: NotRequired[list[OwnItem]]
    change: NotRequired[dict[Annotated[str, PlainValidator(_item_id)], ItemChange]]
    mute: NotRequired[list[_ItemId]]
    kinds: NotRequired[dict[Kind, Minutes]]


_ADAPTER: TypeAdapter[Any] = TypeAdapter(OverlayFile)
_CHANGE_KEYS = tuple(ItemChange.__annotations__)


class _KnownKeys(dict[str, Iterable[str]]):
    """The keys of each part of the file; below an item's id stand those of a change."""

    def __missing__(self, key: str) -> Iterable[str]:
        return _CHANGE_KEYS


_KEYS: Keys = _KnownKeys(
    {
        "": tuple(OverlayFile.__annotations__),
        "add": tuple(OwnItem.__annotations__),
        "links": tuple(Link.__annotations__),
    }
)


@gc_paused()
def validate_overlay(data: bytes, path: str | None = None) -> Overlay:
    """Return the overlay in `data`; an empty file changes nothing.

    Raises RoadmapInvalid with all errors, each with line and column; `path` is named in it.
    """
    if not data.strip():
        return {}
    try:
        raw, found = read_with_problems(data)
    except RoadmapInvalid as error:
        raise RoadmapInvalid(error.problems, path) from None
    overlay: Mapping[str, Any] = {}
    try:
        overlay = _ADAPTER.validate_python(raw)
    except ValidationError as error:
        found += schema_problems(error.errors(include_url=False)[:MAX_PROBLEMS], _KEYS)
    found += _doubles(overlay)
    if found:
        raise RoadmapInvalid(tuple(placed(data, found)), path)
    return cast("Overlay", overlay)


def _doubles(overlay: Mapping[str, Any]) -> list[Problem]:
    """Return what stands twice among own items, and the places that are said twice."""
    seen: dict[str, int] = {}
    found = []
    for number, own in enumerate(overlay.get("add", ())):
        first = seen.setdefault(own["id"], number)
        if first != number:
            found.append(
                Problem(
                    code="duplicate-id",
                    path=("add", number, "id"),
                    facts={"id": f"+{own['id']}"},
                    other=("add", first, "id"),
                )
            )
        places = [key for key in ("after", "before", "in") if key in own]
        if len(places) > 1:
            found.append(
                Problem(
                    code="one-place-only", path=("add", number, places[1]), facts={"key": places[1]}
                )
            )
    return found

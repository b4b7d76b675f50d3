"""The exact complaint about a progress file that is JSON and still not what the program writes."""

from typing import Annotated, Any, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from llmroadmap.core.days import is_day
from llmroadmap.core.progress.events import Event
from llmroadmap.storage.errors import ProgressDamaged, ProgressNewer, ProgressOfOther
from llmroadmap.storage.progress_format import (
    FORMAT,
    LONGEST_ID,
    MOST_MINUTES,
    checksum,
    is_timestamp,
)


def _timestamp(text: str) -> str:
    if not is_timestamp(text):
        raise PydanticCustomError("instant", "an instant")
    return text


def _day(text: str) -> str:
    if not is_day(text):
        raise PydanticCustomError("day", "a day")
    return text


_Words = Annotated[str, Field(min_length=1)]


class _Event(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)

    id: _Words
    at: Annotated[str, AfterValidator(_timestamp)]
    do: _Words
    on: Annotated[str, AfterValidator(_day)] = ""
    item: Annotated[str, Field(max_length=LONGEST_ID)] = ""
    to: Annotated[str, Field(max_length=LONGEST_ID)] = ""
    change: str = ""
    of: str = ""
    device: str = ""
    text: str = ""
    url: str = ""
    minutes: Annotated[int, Field(ge=0, le=MOST_MINUTES)] = 0
    grade: int | str = 0
    own: object = None
    via: str = ""
    sum: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    format: Annotated[int, Field(ge=FORMAT, le=FORMAT)]
    roadmap: str
    events: list[_Event]


_EXPECTED = {
    "missing": "present",
    "extra_forbidden": "known-key",
    "string_type": "text",
    "string_too_short": "not-empty",
    "string_too_long": "range",
    "int_type": "whole-number",
    "list_type": "list",
    "model_type": "object",
    "dict_type": "object",
    "greater_than_equal": "range",
    "less_than_equal": "range",
    "instant": "instant",
    "day": "day",
}


def check(document: Any, roadmap_id: str, path: str) -> list[Event]:
    """Return the events of a parsed file, each once, or raise what is wrong with it.

    Raises ProgressOfOther, ProgressNewer and ProgressDamaged.
    """
    if isinstance(document, dict):
        found = document.get("format")
        if type(found) is int and found > FORMAT:
            raise ProgressNewer(path, found, FORMAT)
    try:
        _File.model_validate(document)
    except ValidationError as error:
        raise _complaint(error.errors()[0], path) from error
    if document["roadmap"] != roadmap_id:
        raise ProgressOfOther(path, document["roadmap"], roadmap_id)
    events = cast("list[Event]", document["events"])
    for number, event in enumerate(events, 1):
        if "sum" in event and event["sum"] != checksum(event):
            raise ProgressDamaged(path, "changed", event=number, field="sum", found=event["id"])
    return _each_once(events, path)


def _complaint(error: ErrorDetails, path: str) -> ProgressDamaged:
    location = error["loc"]
    event = location[1] + 1 if len(location) > 1 and isinstance(location[1], int) else None
    names = [part for part in location[2 if event else 0 :] if isinstance(part, str)]
    kind = error["type"]
    found = None if kind == "missing" else _shown(error["input"])
    return ProgressDamaged(
        path,
        "wrong-shape",
        event=event,
        field=names[0] if names else None,
        expected=_EXPECTED.get(kind, kind),
        found=found,
    )


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    return repr(value)[:60]


def _each_once(events: list[Event], path: str) -> list[Event]:
    """Leave out what was written twice; two different events of one id are damage."""
    first: dict[str, Event] = {}
    for number, event in enumerate(events, 1):
        if first.setdefault(event["id"], event) != event:
            raise ProgressDamaged(path, "same-id", event=number, field="id", found=event["id"])
    return list(first.values())

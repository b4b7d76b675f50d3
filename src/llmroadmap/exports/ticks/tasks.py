"""Tasks of other programs: what `task export` prints, and the tasks of a calendar."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from llmroadmap.exports.taskwarrior import uuid_of
from llmroadmap.exports.ticks import Tick

_TASK_STATES = {"completed": "done", "deleted": "skipped", "pending": "open", "waiting": "open"}
_ADDRESS = re.compile(r"https?://\S+")
_UID = re.compile(r"step-(?P<id>.+)@(?P<roadmap>[^@]+)\.llmroadmap")
_CALENDAR_STATES = {"COMPLETED": "done", "CANCELLED": "skipped", "IN-PROCESS": "started"}
_ESCAPE = re.compile(r"\\([\\;,nN])")


def ticks_of_taskwarrior(text: str, roadmap_id: str) -> list[Tick] | None:
    """Return the tasks that `task export` printed, None for other JSON.

    A task is one of ours by its uuid, whatever became of its project.
    """
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or not all(
        isinstance(each, dict) and "description" in each and "status" in each for each in found
    ):
        return None
    return [_task(task, roadmap_id) for task in found]


def _task(task: dict[str, Any], roadmap_id: str) -> Tick:
    item = str(task.get("llmroadmap", ""))
    is_ours = bool(item) and str(task.get("uuid")) == uuid_of(roadmap_id, item)
    state = _TASK_STATES.get(str(task["status"]), "open")
    if state == "open" and "start" in task:
        state = "started"
    moment = task.get("start" if state == "started" else "end", "")
    notes = task.get("annotations", [])
    words = [str(each.get("description", "")) for each in notes if isinstance(each, dict)]
    return Tick(
        state=state,
        title=str(task["description"]),
        id=item,
        roadmap=roadmap_id if is_ours else str(task.get("project", "")).partition(".")[0],
        urls=tuple(word for word in words[:1] if _ADDRESS.fullmatch(word)),
        day=_day(str(moment)) if state in ("done", "started") else "",
    )


def _day(moment: str) -> str:
    """Return the learner's day of an instant such as 20261103T183000Z, "" for another text.

    Noon is how days without an instant are written, here and elsewhere: that day in every zone.
    """
    try:
        if moment.endswith("T120000Z"):
            moment = moment[:-1]
        read = datetime.strptime(moment.removesuffix("Z"), "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        local = read.astimezone() if moment.endswith("Z") else read
        return local.date().isoformat()
    except (ValueError, OverflowError, OSError):
        return moment[:4] + "-" + moment[4:6] + "-" + moment[6:8] if len(moment) == 8 else ""


def ticks_of_calendar(text: str) -> list[Tick]:
    """Return the tasks (VTODO) of a calendar; its events say nothing of what was done."""
    return [_calendar_task(fields) for fields in _tasks(text)]


def _tasks(text: str) -> Iterator[dict[str, str]]:
    fields: dict[str, str] | None = None
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        if line == "BEGIN:VTODO":
            fields = {}
        elif line == "END:VTODO" and fields is not None:
            yield fields
            fields = None
        elif fields is not None:
            name, _, value = line.partition(":")
            fields.setdefault(name.partition(";")[0].upper(), value)


def _calendar_task(fields: dict[str, str]) -> Tick:
    own = _UID.fullmatch(fields.get("UID", ""))
    state = _CALENDAR_STATES.get(fields.get("STATUS", "").upper(), "open")
    if fields.get("COMPLETED"):
        state = "done"
    return Tick(
        state=state,
        title=_unescaped(fields.get("SUMMARY", "")),
        id=own["id"] if own else "",
        roadmap=own["roadmap"] if own else "",
        urls=(fields["URL"],) if fields.get("URL") else (),
        day=_day(fields.get("COMPLETED", "")) if state == "done" else "",
    )


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: " " if found[1] in "nN" else found[1], text)

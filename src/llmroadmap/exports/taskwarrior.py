"""Tasks for `task import` (Taskwarrior), a task a step.

An import replaces the whole task that has the same uuid: the learner's tags would be gone, and what
they did there would be open again. So where it is known what `task export` says (the command asks
for it, or is handed it with `--update`), a
task that is there keeps every attribute but its status, is only written where that changed, and is
never opened again.
"""

import json
import uuid
from typing import Any

from llmroadmap.core.days import iso
from llmroadmap.exports import Material
from llmroadmap.exports.entries import Entry, in_lines, on_a_line, steps

_STATUS = {"open": "pending", "started": "pending", "done": "completed", "skipped": "deleted"}
_CLOSED = ("completed", "deleted")

Task = dict[str, Any]


def write(material: Material) -> str:
    """Return the tasks as a JSON array, a task on a line."""
    there = tasks_in(material.choices.update) if material.choices.update else {}
    first = min(
        (day for day in material.progress.active_days if day > 1000), default=material.today
    )
    found = [_task(entry, material, _moment(iso(first)), there) for entry in steps(material)]
    rows = [json.dumps(task, ensure_ascii=False) for task in found if task]
    return "[\n" + ",\n".join(rows) + "\n]\n"


def tasks_in(text: str) -> dict[str, Task]:
    """Return the tasks that `task export` printed, by uuid; raises ValueError for another text."""
    found = json.loads(text) if text.strip() else []
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ValueError
    return {str(task["uuid"]): task for task in found if "uuid" in task}


def uuid_of(roadmap_id: str, item: str) -> str:
    """Return the uuid of a step's task, always the same."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"llmroadmap:{roadmap_id}:{item}"))


def _moment(day: str) -> str:
    """Return noon of a day, which is on that day in nearly every zone."""
    return f"{day.replace('-', '')}T120000Z"


def _task(entry: Entry, material: Material, first: str, there: dict[str, Task]) -> Task:
    """Return the task, empty where the one that is there says the same or more."""
    status = _STATUS[entry.state]
    dates: Task = {}
    if status in _CLOSED:
        dates["end"] = _moment(entry.finished) if entry.finished else first
    elif entry.started:
        dates["start"] = _moment(entry.started)
    known = there.get(uuid_of(material.roadmap.id, entry.id))
    if known is not None:
        return _updated(known, status, dates)
    return {
        "uuid": uuid_of(material.roadmap.id, entry.id),
        "status": status,
        "description": entry.title,
        "entry": min(first, dates.get("start", first), dates.get("end", first)),
        **dates,
        "project": _project(entry, material),
        "llmroadmap": entry.id,
        **_annotations(entry, material, first),
    }


def _updated(known: Task, status: str, dates: Task) -> Task:
    theirs = known.get("status")
    begins = "start" in dates and "start" not in known and theirs == "pending"
    if theirs in _CLOSED or (theirs == status and not begins):
        return {}
    # What Taskwarrior reckons itself is not handed back.
    kept = {key: value for key, value in known.items() if key not in ("id", "urgency", "modified")}
    if status in _CLOSED:
        kept.pop("start", None)
    return {**kept, **({"status": status} if status in _CLOSED else {}), **dates}


def _project(entry: Entry, material: Material) -> str:
    path = material.roadmap.path(entry.node)[:2]
    above = [material.roadmap.id_of(node) for node in path if node != entry.node]
    return ".".join([material.roadmap.id, *above])


def _annotations(entry: Entry, material: Material, first: str) -> Task:
    words = [url for url, _ in entry.links[:1]]
    if material.choices.notes:
        words += [" ".join(in_lines(note.text)) for note in entry.notes] + entry.proofs
    if not words:
        return {}
    moment = int(first[9:15])
    return {
        "annotations": [
            # One moment each: Taskwarrior tells them apart by that.
            {"entry": f"{first[:9]}{moment + number:06}Z", "description": on_a_line(text)}
            for number, text in enumerate(words[:60])
        ]
    }

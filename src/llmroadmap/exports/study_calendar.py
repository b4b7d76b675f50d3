"""iCalendar: the coming study slots as events, or with `--todo` the steps as tasks.

One event a slot, not a step: its UID is the slot's, so that reading the file again changes a title
and leaves no ghosts. Times are floating, 20:00 wherever one is. The alarm is the reminder.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from llmroadmap.core.model.addresses import is_web_address
from llmroadmap.core.progress.events import timestamp
from llmroadmap.core.study.planning import planned
from llmroadmap.core.study.slots import Portion, Sitting
from llmroadmap.exports import Material
from llmroadmap.exports.entries import Entry, on_a_line, steps
from llmroadmap.exports.icalendar import calendar, text, utc

# SEQUENCE counts minutes from then to the newest event: it grows with every change, and the same
# record gives the same number. It has to fit in 32 bits.
_BEGINNING = 1_577_836_800  # 2020-01-01T00:00:00Z
_DOMAIN = "llmroadmap"
_STATUS = {
    "open": ("NEEDS-ACTION", 0),
    "started": ("IN-PROCESS", 0),
    "done": ("COMPLETED", 100),
    "skipped": ("CANCELLED", 0),
}


class Component(NamedTuple):
    """An event or a task: its UID, which is also the name of its file in a vdir, and its lines."""

    uid: str
    lines: list[str]


def write(material: Material) -> str:
    """Return the calendar."""
    name = on_a_line(material.roadmap.title(material.lang))
    return calendar(name, (each.lines for each in components(material)))


def components(material: Material) -> Iterator[Component]:
    """Yield the events, or the tasks."""
    return _tasks(material) if material.choices.todo else _events(material)


def files(material: Material) -> dict[str, str]:
    """Return the files of a vdir (https://vdirsyncer.pimutils.org/en/stable/vdir.html), by name."""
    return {f"{each.uid}.ics": calendar("", [each.lines]) for each in components(material)}


def is_own_file(material: Material, name: str) -> bool:
    """Tell whether a file of a vdir is one that `files` makes, now or of an earlier plan."""
    kind = "step" if material.choices.todo else "slot"
    return name.startswith(f"{kind}-") and name.endswith(f"@{_domain(material)}.ics")


def without_stamps(text: str) -> list[str]:
    """Return the lines of a file but for those that say when it was made."""
    return [each for each in text.split("\r\n") if not each.startswith(("DTSTAMP", "SEQUENCE"))]


def _domain(material: Material) -> str:
    return f"{material.roadmap.id}.{_DOMAIN}"


def _stamps(material: Material) -> list[str]:
    newest = material.progress.newest
    if not newest:
        return [f"DTSTAMP:{date.fromordinal(material.today):%Y%m%d}T000000Z", "SEQUENCE:0"]
    minutes = max(int(timestamp(newest) - _BEGINNING) // 60, 0)
    return [f"DTSTAMP:{utc(newest)}", f"SEQUENCE:{minutes}"]


def _events(material: Material) -> Iterator[Component]:
    last = material.today + 7 * material.choices.weeks - 1
    laid = planned(material.progress, material.slots, material.today, last, material.part)
    sittings = [sitting for sitting in laid if sitting.portions]
    pieces = _pieces(sittings)
    seen: dict[int, int] = {}
    stamps = _stamps(material)
    for sitting in sittings:
        titles = []
        for portion in sitting.portions:
            seen[portion.node] = seen.get(portion.node, 0) + 1
            titles.append(_portion_title(material, portion, seen[portion.node], pieces))
        yield _event(material, sitting, titles, stamps)


def _pieces(sittings: list[Sitting]) -> dict[int, int]:
    """Return into how many slots each step goes."""
    pieces: dict[int, int] = {}
    last: dict[int, Portion] = {}
    for sitting in sittings:
        for portion in sitting.portions:
            pieces[portion.node] = pieces.get(portion.node, 0) + 1
            last[portion.node] = portion
    for node, portion in last.items():
        if portion.left:  # goes on behind the weeks that are written
            pieces[node] += -(-portion.left // max(portion.minutes, 1))
    return pieces


def _portion_title(material: Material, portion: Portion, nth: int, pieces: dict[int, int]) -> str:
    title = on_a_line(material.roadmap.item(portion.node).title(material.lang))
    count = pieces[portion.node]
    return f"{title} ({nth}/{count})" if count > 1 else title


def _event(material: Material, sitting: Sitting, titles: list[str], stamps: list[str]) -> Component:
    slot, t = sitting.slot, material.t
    begins = datetime.combine(date.fromordinal(sitting.day), time()) + timedelta(minutes=slot.start)
    ends = begins + timedelta(minutes=slot.minutes)
    uid = f"slot-{begins:%Y%m%dT%H%M}@{_domain(material)}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        *stamps,
        f"DTSTART:{begins:%Y%m%dT%H%M%S}",
        f"DTEND:{ends:%Y%m%dT%H%M%S}",
        f"SUMMARY:{text(titles[0])}",
        f"DESCRIPTION:{text(_description(material, sitting, titles))}",
        *_url(material, sitting.portions[0].node),
        f"CATEGORIES:{text(t('export.study'))}",
        "TRANSP:OPAQUE",
    ]
    if material.choices.alarm >= 0:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{text(titles[0])}",
            f"TRIGGER:-PT{material.choices.alarm}M",
            "END:VALARM",
        ]
    return Component(uid, [*lines, "END:VEVENT"])


def _description(material: Material, sitting: Sitting, titles: list[str]) -> str:
    roadmap, lines = material.roadmap, []
    for portion, title in zip(sitting.portions, titles, strict=True):
        item = roadmap.id_of(portion.node)
        lines.append(f"{title} · {material.t.minutes(portion.minutes)}")
        lines += _links(material, portion.node)[:1]
        if not portion.left:
            lines.append(f"llmroadmap done {item}")
        else:
            lines.append(f"llmroadmap start {item}")
        lines.append("")
    return "\n".join(lines).strip()


def _links(material: Material, node: int) -> list[str]:
    _, links = material.roadmap.linked(node, material.lang)
    return [link["url"] for link in links if is_web_address(link["url"])]


def _url(material: Material, node: int) -> list[str]:
    return [f"URL:{url}" for url in _links(material, node)[:1]]


def _tasks(material: Material) -> Iterator[Component]:
    stamps = _stamps(material)
    for entry in steps(material):
        uid = f"step-{entry.id}@{_domain(material)}"
        yield Component(uid, ["BEGIN:VTODO", f"UID:{uid}", *stamps, *_task(material, entry)])


def _task(material: Material, entry: Entry) -> Iterator[str]:
    status, percent = _STATUS[entry.state]
    yield f"SUMMARY:{text(entry.title)}"
    yield f"STATUS:{status}"
    yield f"PERCENT-COMPLETE:{percent}"
    if entry.finished:
        # Only the day is known; noon is on that day in nearly every zone.
        yield f"COMPLETED:{entry.finished.replace('-', '')}T120000Z"
    words = [*entry.path, f"llmroadmap done {entry.id}"]
    yield f"DESCRIPTION:{text(chr(10).join(words))}"
    yield from _url(material, entry.node)
    if entry.path:
        yield f"CATEGORIES:{text(entry.path[0])}"
    yield "END:VTODO"

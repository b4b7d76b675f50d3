"""roadmaps: each with its bar; the one in use is marked."""

from typing import TYPE_CHECKING

from llmroadmap.commands.roadmaps import RoadmapsResult, RoadmapSummary
from llmroadmap.views.terminal import BLANK, Line, Screen, line, padded
from llmroadmap.views.words import bar, hours, separator, widest

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts


def show(result: RoadmapsResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return two lines for each roadmap: its name, and how far it is."""
    lines: list[Line] = []
    width = widest([roadmap.id for roadmap in result.roadmaps])
    for roadmap in result.roadmaps:
        lines += _lines(roadmap, width, screen, t)
    other = next((r.id for r in result.roadmaps if not r.in_use), "")
    if other:
        lines += [
            BLANK,
            line((t["change_roadmap"].format(command=f"llmroadmap use {other}"), "dim")),
        ]
    return lines


def _lines(roadmap: RoadmapSummary, width: int, screen: Screen, t: "Texts") -> list[Line]:
    mark = "* " if roadmap.in_use else "  "
    note = t["overrides_built_in"] if roadmap.overrides_built_in else ""
    note = note or ("" if roadmap.is_own else t["built_in"])
    head = line(
        (mark, "done"),
        (padded(roadmap.id, width), "id"),
        "  ",
        (roadmap.title, "title" if roadmap.in_use else ""),
        (f"  {note}" if note else "", "dim"),
        hang=width + 4,
    )
    indent = " " * (width + 4)
    if roadmap.error:
        check = t["roadmap_broken"].format(command=f"llmroadmap check {roadmap.path}")
        return [head, line(indent, (check, "error"), hang=width + 4)]
    left = roadmap.minutes_left
    words = separator(
        t,
        f"{roadmap.done}/{roadmap.total}",
        t["percent"].format(n=roadmap.percent),
        t["hours_left"].format(time=hours(t, left)) if left else "",
    )
    bars = bar(screen, roadmap.done, roadmap.total, 10)
    return [head, line(indent, *bars, f"  {words}", hang=width + 4)]

"""roadmaps: each with its bar; the one in use is marked."""

from typing import TYPE_CHECKING

from llmroadmap.results.roadmaps import RoadmapsResult, RoadmapSummary
from llmroadmap.terminal.screen import BLANK, Line, Screen, line, pad
from llmroadmap.views.words import bar_width, standing, typed, widest

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


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
            line(*typed(t("roadmaps.change_roadmap"), f"llmroadmap use {other}", "dim", "dim")),
        ]
    return lines


def _lines(roadmap: RoadmapSummary, width: int, screen: Screen, t: "Texts") -> list[Line]:
    mark = "* " if roadmap.in_use else "  "
    note = t("common.overrides_built_in") if roadmap.overrides_built_in else ""
    note = note or ("" if roadmap.is_own else t("roadmaps.built_in"))
    hanging_indent = width + 4 if 2 * (width + 4) <= screen.width else 4
    indent = " " * hanging_indent
    head = line(
        (mark, "done"),
        (pad(roadmap.id, width), "id"),
        "  ",
        (roadmap.title, "title" if roadmap.in_use else ""),
        (f"  {note}" if note else "", "dim"),
        hanging_indent=hanging_indent,
    )
    if roadmap.error:
        check = typed(
            t("roadmaps.roadmap_broken"), f"llmroadmap check {roadmap.path}", "error", "error"
        )
        return [head, line(indent, *check, hanging_indent=hanging_indent)]
    return [
        head,
        line(
            indent,
            *standing(screen, t, roadmap, bar_width(screen), time=True),
            hanging_indent=hanging_indent,
        ),
    ]

"""Signs beside items and headings: ticks where some of them say "not yet", else decoration."""

from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.ticks import DONE, OPEN, SKIPPED, is_empty_sign, state_of_sign


def read_signs(root: Node, log: LeftOutLog) -> None:
    """Read the signs of a whole outline as states, and what is struck out."""
    parts = list(root.walk())
    marked = [part for part in parts if part.mark and not part.box]
    states = {state_of_sign(part.mark) for part in marked}
    if any(is_empty_sign(part.mark) for part in marked) or {DONE, OPEN} <= states:
        _take_signs(marked)
    else:
        for part in marked:
            if state_of_sign(part.mark):
                log.add("status-marks", part.line, f"{part.title} {part.mark}")
    _take_strikes(parts)


def _take_signs(marked: list[Node]) -> None:
    for part in marked:
        state = state_of_sign(part.mark)
        if part.is_section:
            if state == DONE:
                _finish(part)
        else:
            part.box = state


def _finish(section: Node) -> None:
    """Tick what is in a section whose heading is ticked, but for what says its own."""
    section.state = DONE
    for part in section.walk():
        if not (part.box or part.mark):
            part.state = DONE


def _take_strikes(parts: list[Node]) -> None:
    """Take what is struck out for done where nothing else ticks, for called off where boxes do."""
    has_ticks = any(part.box for part in parts)
    for part in parts:
        if not part.struck or part.box in {DONE, SKIPPED}:
            continue
        part.state = SKIPPED if has_ticks else DONE
        part.optional = part.optional or has_ticks
        if part.box:
            part.box = SKIPPED

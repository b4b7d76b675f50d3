"""The table that `export --format csv` writes, also as a spreadsheet saved it again."""

import csv
import io

from llmroadmap.exports.ticks import Tick
from llmroadmap.formats.dates import read_day

_STATES = ("open", "started", "done", "skipped")


def ticks_of_table(text: str) -> list[Tick]:
    """Return the rows of the table."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    found = []
    for row in rows:
        cells = {name: _plain(cell) for name, cell in row.items() if name and cell}
        state = cells.get("state", "").casefold()
        if state not in _STATES:
            continue
        day = cells.get("finished" if state == "done" else "started", "")
        found.append(
            Tick(
                state=state,
                title=cells.get("title", ""),
                line=rows.line_num,
                id=cells.get("id", ""),
                urls=(cells["url"],) if cells.get("url") else (),
                above=(cells.get("stage", ""), *cells.get("part", "").split(" › ")),
                day=read_day(day),
            )
        )
    return found


def _plain(cell: object) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from reckoning."""
    text = cell if isinstance(cell, str) else ""
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@", "\t", "\r") else text

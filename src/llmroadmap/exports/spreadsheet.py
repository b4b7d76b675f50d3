"""CSV as RFC 4180 has it: a row a step, for spreadsheets and scripts.

A cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

import csv
import io

from llmroadmap.core.days import iso
from llmroadmap.exports import Material
from llmroadmap.exports.entries import Entry, steps

COLUMNS = (
    "id",
    "title",
    "stage",
    "part",
    "kind",
    "state",
    "finished",
    "started",
    "minutes",
    "spent",
    "optional",
    "url",
)
OWN_WORDS = ("notes", "results")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Excel takes a file without it for one in the old encoding of the country.
BOM = "\ufeff"


def write(material: Material) -> str:
    """Return the table."""
    out = io.StringIO()
    rows = csv.writer(out)
    with_words = material.choices.notes
    rows.writerow(COLUMNS + (OWN_WORDS if with_words else ()))
    for entry in steps(material):
        cells = _cells(entry, material)
        rows.writerow(cells + (_own_words(entry) if with_words else []))
    return (BOM if material.choices.bom else "") + out.getvalue()


def _cells(entry: Entry, material: Material) -> list[str]:
    above = [material.roadmap.item(node).title(material.lang) for node in _above(entry, material)]
    return [
        _safe(entry.id),
        _safe(entry.title),
        _safe(above[0] if above else ""),
        _safe(" › ".join(above[1:])),
        entry.kind,
        entry.state,
        entry.finished,
        entry.started,
        str(entry.minutes or ""),
        str(entry.spent or ""),
        "yes" if entry.is_optional else "",
        _safe(entry.url),
    ]


def _above(entry: Entry, material: Material) -> list[int]:
    return material.roadmap.path(entry.node)[:-1]


def _own_words(entry: Entry) -> list[str]:
    notes = "\n".join(f"{iso(note.day)}: {note.text}" for note in entry.notes)
    return [_safe(notes), _safe(" ".join(entry.proofs))]


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text

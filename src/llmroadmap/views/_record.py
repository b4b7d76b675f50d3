"""Any result as it is: the screen of a command that has no view of its own.

A field is a row of its label and its value, a list of records a table. Labels are the texts
`fields.NAME` of the command, else the names of the fields in the record.
"""

import re
from typing import TYPE_CHECKING, Any

from llmroadmap.terminal.screen import BLANK, Line, Screen, line, pad
from llmroadmap.views.words import day_in_words, widest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from llmroadmap.locales import Texts

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_SHOWN = ("exit_status",)


def show_record(topic: str, result: Any, screen: Screen, t: "Texts") -> list[Line]:
    """Return a row for each field of `result` (a NamedTuple) that holds something, then its tables.

    `topic` is the file of the command's texts.
    """
    fields = {k: v for k, v in result._asdict().items() if k not in _NOT_SHOWN}
    tables = {name: value for name, value in fields.items() if _is_table(value)}
    rows = [
        (_label(topic, name, t), _value(value, t))
        for name, value in fields.items()
        if name not in tables and value not in ("", None, [])
    ]
    width = widest([label for label, _ in rows]) + 2
    lines = [
        line((pad(label, width), "key"), text, hanging_indent=min(width, 16))
        for label, text in rows
    ]
    for name, records in tables.items():
        lines += [*([BLANK] if lines else []), line((_label(topic, name, t), "key"))]
        lines += _table(topic, records, screen, t)
    return lines


def _is_table(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and hasattr(value[0], "_asdict")


def _table(topic: str, records: "Sequence[Any]", screen: Screen, t: "Texts") -> "Iterator[Line]":
    """Yield a line for each record under a head, or its fields below each other where it is narrow.

    The first column is what the user can type, if anything is.
    """
    names = [name for name in records[0]._fields if not _is_table(getattr(records[0], name))]
    head = [_label(topic, name, t) for name in names]
    rows = [[_value(getattr(record, name), t) for name in names] for record in records]
    widths = [widest([head[column], *(row[column] for row in rows)]) for column in range(len(head))]
    if sum(widths) + 2 * len(widths) > screen.width:
        for first, *rest in rows:
            yield line("  ", (first, "id"), hanging_indent=4)
            for label, text in zip(head[1:], rest, strict=True):
                if text:
                    yield line("    ", (label, "dim"), "  ", text, hanging_indent=6)
        return
    columns = [pad(label, width) for label, width in zip(head, widths, strict=True)]
    yield line("  ", ("  ".join(columns).rstrip(), "dim"))
    for row in rows:
        first, *rest = (pad(text, width) for text, width in zip(row, widths, strict=True))
        yield line("  ", (first, "id"), "  ", "  ".join(rest).rstrip())


def _label(topic: str, name: str, t: "Texts") -> str:
    return t.maybe(f"{topic}.fields", name) or name.replace("_", " ")


def _value(value: Any, t: "Texts") -> str:
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, (list, tuple)):
        return t.language.list_separator.join(_value(each, t) for each in value)
    text = "" if value is None else str(value)
    return day_in_words(text, t) if _DAY.fullmatch(text) else text

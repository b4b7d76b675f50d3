"""Writes a roadmap's tree as YAML that people like to edit: groups as blocks, a step on a line."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

# A step that would be longer than this becomes a block.
LONGEST = 160
_PLAIN = re.compile(
    r"[\w./+(<（《“][^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff:#?\[\]{},&*!|>'\"%@`\\]*", re.UNICODE
)
# Text that another reader would take for a number, a day, a yes or a no, or nothing.
_NO_TEXT = re.compile(
    r"[+._\d][\d_.,:+\-eExXoObBa-fA-FTtZz ]*|[eE][+\-]?[\d_.]+|\+?\.(?:inf|nan)|y|n|yes|no|on|off|true|false|null|<<",
    re.IGNORECASE,
)
# What no YAML file may hold as it is, in quotes either.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_ORDER = (
    "format", "id", "kind", "title", "about", "lang", "links", "url", "minutes", "topics", "needs", "order",
    "optional", "repeat", "was", "origin", "recall", "question", "answer", "prefix", "goals", "tips", "retired", "stages", "items",
)  # fmt: skip


def write_yaml(tree: Mapping[str, Any]) -> str:
    """Return the tree as YAML."""
    return "\n".join(_mapping(tree, 0)) + "\n"


def _mapping(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key in sorted(value, key=_location):
        inner = value[key]
        head = f"{' ' * indent}{_scalar(key)}:"
        if isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
            yield head
            yield from _sequence(inner, indent + 2)
        elif isinstance(inner, list | Mapping):
            yield f"{head} {_flow(inner)}"
        else:
            yield f"{head} {_scalar(inner)}"


def _sequence(values: list[Any], indent: int) -> Iterator[str]:
    for value in values:
        line = f"{' ' * indent}- {_flow(value)}"
        if len(line) <= LONGEST and "items" not in value:
            yield line
            continue
        first, *rest = _mapping(value, indent + 2)
        yield f"{' ' * indent}- {first.lstrip()}"
        yield from rest


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        words = (f"{_scalar(key)}: {_flow(value[key])}" for key in sorted(value, key=_location))
        return "{" + ", ".join(words) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if isinstance(value, int):
        return text
    if _PLAIN.fullmatch(text) and text == text.strip() and not _NO_TEXT.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)


def _location(key: str) -> tuple[int, str]:
    return (_ORDER.index(key) if key in _ORDER else len(_ORDER), key)

"""Writes one change into an overlay file and leaves the rest as its author wrote it."""

import io
from collections.abc import Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

# What a new file begins with.
HEAD = """\
# What you want different in the roadmap "{id}". The plan itself stays as it is.
# Edit it by hand: llmroadmap edit --mine. All keys: docs/own-changes.md
format: 1
"""
_WIDE = 4096  # columns: no line is broken in the middle of a title


def edited(data: bytes, roadmap_id: str, path: Sequence[str], value: Any) -> bytes:
    """Return the file with another value at `path`, comments and order kept.

    None takes the value out, and what is empty then. See `core.overlay.model` for the paths.
    """
    editor = YAML()  # keeps what it does not change, and runs nothing
    editor.width = _WIDE
    editor.allow_unicode = True
    editor.preserve_quotes = True
    editor.indent(mapping=2, sequence=4, offset=2)
    text = data.decode("utf-8-sig")
    document = editor.load(text if text.strip() else HEAD.format(id=roadmap_id))
    _set(document, path, value)
    out = io.StringIO()
    editor.dump(document, out)
    return out.getvalue().encode()


def _set(document: Any, path: Sequence[str], value: Any) -> None:
    first, *rest = path
    if first in ("add", "mute"):
        _set_in_list(document, first, rest[0], value)
        return
    holders = [(document, first)]
    for key in rest:
        holder, at = holders[-1]
        if at not in holder:
            holder[at] = CommentedMap()
        holders.append((holder[at], key))
    holder, at = holders[-1]
    if value is None:
        holder.pop(at, None)
    else:
        holder[at] = _plain(value)
    for holder, at in reversed(holders[:-1]):
        if not holder[at]:
            del holder[at]


def _set_in_list(document: Any, key: str, name: str, value: Any) -> None:
    values = document.setdefault(key, CommentedSeq())
    at = next((n for n, each in enumerate(values) if _name(each) == name), None)
    if value is None:
        if at is not None:
            del values[at]
    else:
        new = name if key == "mute" else _plain(value)
        if at is None:
            values.append(new)
        else:
            values[at] = new
    if not values:
        del document[key]


def _name(each: Any) -> str:
    return str(each["id"] if isinstance(each, dict) else each)


def _plain(value: Any) -> Any:
    """Return a value of ours as one that is written on as few lines as people would."""
    if isinstance(value, dict):
        return CommentedMap((key, _plain(inner)) for key, inner in value.items())
    if isinstance(value, list):
        values = CommentedSeq(map(_plain, value))
        if all(isinstance(each, str) for each in value):
            values.fa.set_flow_style()
        return values
    return value

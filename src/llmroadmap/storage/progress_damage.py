"""What is wrong with the bytes of a progress file that did not parse, and where."""

import json
from typing import Any

from llmroadmap.storage.errors import ProgressDamaged
from llmroadmap.storage.progress_format import Rejected, parse

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def parse_or_explain(data: bytes, path: str, error: Exception) -> Any:
    """Return the document where only a byte order mark was in the way, else raise the damage."""
    if data.startswith(_UTF8_MARK):
        # An editor put it there; nothing else is changed by it. The next change leaves it out.
        data = data.removeprefix(_UTF8_MARK)
        try:
            return parse(data.decode())
        except (ValueError, RecursionError) as inner:
            error = inner
    raise _damage(data, path, error) from error


def _damage(data: bytes, path: str, error: Exception) -> ProgressDamaged:
    if not data.strip():
        return ProgressDamaged(path, "empty")
    if data.startswith(_UTF16_MARKS):
        return ProgressDamaged(path, "utf-16")
    if b"\0" in data:
        return ProgressDamaged(path, "zeros", offset=data.index(b"\0"))
    if isinstance(error, UnicodeDecodeError):
        return ProgressDamaged(
            path, "not-utf-8", offset=error.start, line=data.count(b"\n", 0, error.start) + 1
        )
    return _damage_of_text(data.decode(), path, error)


def _damage_of_text(text: str, path: str, error: Exception) -> ProgressDamaged:
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(_CONFLICT):
            return ProgressDamaged(path, "conflict-markers", line=number)
    if isinstance(error, json.JSONDecodeError):
        return _damage_of_json(text, path, error)
    line_number = _bad_line(text)
    if isinstance(error, Rejected):
        return ProgressDamaged(path, error.reason, line=line_number, found=error.found)
    reason = "too-deep" if isinstance(error, RecursionError) else "number-too-long"
    return ProgressDamaged(path, reason, line=line_number)


def _damage_of_json(text: str, path: str, error: json.JSONDecodeError) -> ProgressDamaged:
    rest = text.rstrip()
    if error.msg == "Extra data":
        reason = "extra-data"
    elif error.pos >= len(rest) or not rest.endswith("}"):
        reason = "truncated"
        line = rest.count("\n") + 1
        return ProgressDamaged(path, reason, line=line, column=len(rest) - rest.rfind("\n"))
    else:
        reason = "not-json"
    found = text[error.pos : error.pos + 20].partition("\n")[0]
    return ProgressDamaged(path, reason, line=error.lineno, column=error.colno, found=found)


def _bad_line(text: str) -> int | None:
    """Return the line of the first event that does not parse, where there is one a line."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith('{"') and line.rstrip(",").endswith("}"):
            try:
                parse(line.rstrip(","))
            except (ValueError, RecursionError):
                return number
    return None

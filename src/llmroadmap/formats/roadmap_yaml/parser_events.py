"""The parser's events for the text of a YAML file, and its complaints in our own terms."""

import codecs
import re
from collections.abc import Iterator
from typing import Any

import yaml

from llmroadmap.core.checking.problems import Fact, Problem, shown
from llmroadmap.formats.errors import RoadmapInvalid

MAX_BYTES = 32_000_000
MAX_DEPTH = 64

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)

_LONE_SURROGATE = "[\ud800-\udfff]"
# What YAML forbids, and what editors and YAML do not both count as the end of a line. A tab is
# where the two parsers part; text that needs one writes "\t" in double quotes.
_REFUSED = "[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"

# The beginning of a complaint, of the C parser and of the pure one, and what it means. `opened`:
# the place to look at is where the thing begins, not where the parser gave up.
_MEANINGS = (
    ("mapping values are not allowed", "yaml-colon", False),
    ("found unexpected end of stream", "yaml-unclosed-quote", True),
    ("found unexpected document", "yaml-unclosed-quote", True),
    ("did not find expected ',' or", "yaml-unclosed-bracket", True),
    ("expected ',' or", "yaml-unclosed-bracket", True),
    ("could not find expected ':'", "yaml-no-colon", True),
    ("did not find expected key", "yaml-alignment", False),
    ("did not find expected '-'", "yaml-alignment", False),
    ("expected <block end>", "yaml-alignment", False),
    ("found character", "yaml-first-character", False),
    ("found unknown escape", "yaml-escape", False),
    ("found invalid Unicode", "yaml-escape", False),
    ("did not find expected hexdecimal", "yaml-escape", False),
    ("expected escape sequence", "yaml-escape", False),
    ("exceeded maximum nesting depth", "yaml-too-deep", False),  # libyaml's own limit, at 1,000
    ("did not find expected <document start>", "yaml-documents", False),
    ("expected '<document start>'", "yaml-documents", False),
)


def check_text(data: bytes) -> None:
    """Refuse what is no text in UTF-8, with or without a byte order mark, or is too much of it."""
    if len(data) > MAX_BYTES:
        raise refusal("yaml-too-large", limit=MAX_BYTES // 1_000_000)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2]:
        raise refusal("yaml-utf16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        raise refusal("yaml-not-utf8", before, byte=f"{error.object[error.start]:02X}") from None
    if text.replace("\n", "").replace("\r", "").isprintable():
        return  # as nearly always; compiling the expression would take longer than all else here
    bad = re.search(_REFUSED, text)
    if bad:
        code = "yaml-tab" if bad[0] == "\t" else "yaml-control-character"
        raise refusal(code, text[: bad.start()], character=f"U+{ord(bad[0]):04X}")


def events(data: bytes) -> Iterator[Any]:
    """Yield the parser's events one at a time, so that a reader may stop at any of them.

    The bytes have passed `check_text`.

    Raises RoadmapInvalid.
    """
    # Bytes, not text: text of a big file would lie in memory three times.
    data = data.removeprefix(codecs.BOM_UTF8)
    loader = _Loader(data)
    # The pure parser lets half a character through ("\\ud83d"), which no file could ever hold.
    is_lax = _Loader is yaml.Loader and b"\\u" in data.lower()
    next_event = loader.get_event
    while True:
        try:
            event = next_event()
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The last two: the pure parser's answer to an escape beyond Unicode.
            raise RoadmapInvalid((_complaint(error, data, loader),)) from None
        if type(event) is yaml.StreamEndEvent:
            return
        if is_lax and re.search(_LONE_SURROGATE, getattr(event, "value", "")):
            raise refusal("yaml-escape", event.start_mark)
        yield event


def refusal(code: str, location: Any = "", **facts: Fact) -> RoadmapInvalid:
    """Return the error for a file read no further than `location`: a mark, or the text before."""
    if isinstance(location, str):
        lines = re.split("\r\n|\r|\n", location)
        line, column = len(lines), len(lines[-1]) + 1
    else:
        line, column = location.line + 1, location.column + 1
    return RoadmapInvalid((Problem(code=code, path=(), facts=facts, line=line, column=column),))


def _complaint(error: Exception, data: bytes, loader: Any) -> Problem:
    complaint = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None) or loader.get_mark()
    code, opened = "yaml-syntax" if isinstance(error, yaml.YAMLError) else "yaml-escape", False
    for beginning, meaning, is_opened in _MEANINGS:
        if complaint.startswith(beginning):
            code, opened = meaning, is_opened
            break
    if opened:
        mark = getattr(error, "context_mark", None) or mark
    line, column = mark.line, mark.column
    lines = data.decode().splitlines()
    written = lines[line] if line < len(lines) else ""
    if code == "yaml-alignment" and written[:column].strip(" -"):
        code = "yaml-after-value"
    facts: dict[str, Fact] = {
        "detail": shown(complaint),
        "character": written[column : column + 1],
        "limit": MAX_DEPTH,
    }
    return Problem(code=code, path=(), facts=facts, line=line + 1, column=column + 1)

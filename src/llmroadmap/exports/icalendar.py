"""Lines of iCalendar (RFC 5545): escaped, folded, ended. All that is needed to write it.

https://www.rfc-editor.org/rfc/rfc5545#section-3.1 and 3.3.11; the library of that name would take
60 ms to import and 3 MB, for these thirty lines.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from llmroadmap.core.progress.events import timestamp

PRODUCT = "-//llmroadmap//study plan//EN"
# The longest line, in octets without its end.
LONGEST = 75
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
# Every control character but the end of a line would make it no text.
_TABLE = str.maketrans({**{chr(n): None for n in [*range(0x20), 0x7F]}, "\t": " ", **_ESCAPES})


def text(value: str) -> str:
    """Return a TEXT value."""
    return value.replace("\r\n", "\n").translate(_TABLE)


def folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, never breaking inside a character."""
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST:
            yield piece
            piece, size = " ", 1
        piece += sign
        size += octets
    yield piece


def calendar(name: str, components: Iterable[list[str]]) -> str:
    """Return a whole calendar of components, which are lines; `name` "" for one without a name."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
    ]
    if name:
        lines += [
            f"NAME:{text(name)}",
            f"X-WR-CALNAME:{text(name)}",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
            "X-PUBLISHED-TTL:P1D",
        ]
    for component in components:
        lines += component
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in folded(line))


def utc(moment: str) -> str:
    """Return an instant as a DATE-TIME in UTC."""
    return f"{datetime.fromtimestamp(timestamp(moment), UTC):%Y%m%dT%H%M%SZ}"

"""Zip files as folders: what Notion, HackMD and others hand over an export in."""

import io
import zipfile
from collections.abc import Iterator

from llmroadmap.formats.encodings import text_of
from llmroadmap.formats.errors import PlanUnreadable

_UTF8_NAMES = 0x800  # the flag of a name in UTF-8
_DEEPEST = 2


def is_zip(data: bytes) -> bool:
    """Tell whether bytes are those of a zip file."""
    return data.startswith(b"PK\x03\x04")


def texts_in_zip(data: bytes, suffixes: tuple[str, ...], limit: int) -> dict[str, str]:
    """Return the texts of a zip file's members whose names end so, by path.

    Raises PlanUnreadable, also where they are more than `limit` bytes together.
    """
    return {name: _text(name, content) for name, content in _members(data, suffixes, limit, 1)}


def _text(name: str, content: bytes) -> str:
    try:
        return text_of(content)
    except PlanUnreadable as error:
        error.path = name
        raise


def _members(
    data: bytes, suffixes: tuple[str, ...], limit: int, depth: int
) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                name = _name(entry)
                is_inner = name.lower().endswith(".zip") and depth < _DEEPEST
                if entry.is_dir() or not (is_inner or name.lower().endswith(suffixes)):
                    continue
                limit -= entry.file_size
                if limit < 0:
                    raise PlanUnreadable("too-large", detail=f"{entry.file_size:,}")
                # Read no more than it says it is: a few bytes can unpack to any number.
                with archive.open(entry) as member:
                    content = member.read(entry.file_size + 1)
                if is_inner:
                    yield from _members(content, suffixes, limit, depth + 1)
                else:
                    yield name, content
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise PlanUnreadable("zip-invalid") from error


def _name(entry: zipfile.ZipInfo) -> str:
    """Return a member's path; names that do not say they are UTF-8 may be Chinese all the same."""
    name = entry.filename
    if entry.flag_bits & _UTF8_NAMES:
        return name
    try:
        return text_of(name.encode("cp437"))
    except (UnicodeError, PlanUnreadable):
        return name

"""The net below everything: an error that nobody thought of is one line, and a report in a file."""

import json
import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from llmroadmap import __version__

INTERNAL = 70  # EX_SOFTWARE of sysexits.h


def report(error: BaseException, argv: Sequence[str], environ: Mapping[str, str]) -> int:
    """Keep the details in the cache folder, say in one line where, and return the exit status.

    Nothing in here may fail: what cannot be done is left out.
    """
    path = _keep(error, argv, environ)
    try:
        _say(error, path, argv, environ)
    except Exception:  # noqa: BLE001 - there is nothing below this
        _write(sys.stderr, f"llmroadmap: {type(error).__name__}\n")
    return INTERNAL


def _say(error: BaseException, path: str, argv: Sequence[str], environ: Mapping[str, str]) -> None:
    from llmroadmap.locales import chosen_language, texts

    t = texts(chosen_language(environ, ""))
    kind = type(error).__name__
    if "--json" in argv:
        body = {
            "code": "internal",
            "message": t("errors.message.internal", kind=kind),
            "hint": t("errors.hint.internal", path=path),
            "path": path,
        }
        answer = {"format": 1, "ok": False, "error": body}
        _write(sys.stdout, json.dumps(answer, indent=2) + "\n")
        return
    said = t("errors.message.internal", kind=kind), t("errors.hint.internal", path=path)
    _write(sys.stderr, t("errors.error") + t.language.sentence_separator.join(said) + "\n")


def _keep(error: BaseException, argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """Write the report and return its path, "" where it cannot be written."""
    now = datetime.now(UTC)
    facts = [
        f"llmroadmap {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"{now:%Y-%m-%dT%H:%M:%SZ}  llmroadmap {' '.join(argv[:1])} …",
        "",
        *traceback.format_exception(error),
    ]
    text = "\n".join(facts).encode("utf-8", "backslashreplace")
    for folder in _folders(environ):
        path = os.path.join(folder, f"error-{now:%Y%m%dT%H%M%S}-{os.getpid()}.txt")
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError:
            continue
        with os.fdopen(handle, "wb") as file:
            file.write(text)
        return path
    return ""


def _folders(environ: Mapping[str, str]) -> list[str]:
    """Return where a report may be kept: the cache folder, else that of temporary files."""
    folders = []
    try:
        from llmroadmap.filesystem.locations import given_locations

        folders.append(given_locations(environ).cache)
    except Exception:  # noqa: BLE001, S110 - it may be what failed
        pass
    return [*folders, tempfile.gettempdir()]


def _write(stream: object, text: str) -> None:
    try:
        encoding = getattr(stream, "encoding", None) or "ascii"
        stream.write(text.encode(encoding, "replace").decode(encoding))  # type: ignore[attr-defined]
        stream.flush()  # type: ignore[attr-defined]
    except Exception:  # noqa: BLE001, S110 - nobody is there to be told
        pass

"""Run the console sessions of the READMEs, and write below each line what it really prints."""

import io
import re
import shlex
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from llmroadmap.cli import main as run_line  # noqa: E402

READMES = {ROOT / "README.md": "en", ROOT / "README.zh.md": "zh"}
NOW = "2026-11-24T20:{minute:02}:00+08:00"  # each command a quarter of an hour after the last
_SESSION = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)


class _Stream(io.StringIO):
    """A pipe that shows Unicode."""

    encoding = "utf-8"  # type: ignore[assignment]


def with_output(text: str, lang: str) -> str:
    """Return the text of a README with what each command of its sessions prints."""
    return _SESSION.sub(lambda found: f"{found[1]}{_session(found[2], lang)}{found[3]}", text)


def _session(session: str, lang: str) -> str:
    lines = re.findall(r"^\$ (.*)$", session, re.MULTILINE)
    shown = ""
    with tempfile.TemporaryDirectory() as home:
        for number, line in enumerate(lines):
            out = _Stream()
            environ = {
                "LLMROADMAP_HOME": home,
                "LLMROADMAP_LANG": lang,
                "LLMROADMAP_NOW": NOW.format(minute=min(number * 15, 59)),
                "LLMROADMAP_DEVICE": "laptop",
            }
            run_line(shlex.split(line)[1:], environ, out, out)
            shown += f"$ {line}\n{out.getvalue()}"
    return shown


def main() -> None:
    for path, lang in READMES.items():
        text = path.read_text(encoding="utf-8")
        path.write_text(with_output(text, lang), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

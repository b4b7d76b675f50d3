"""The program as users install it: its wheel, with an older and with the newest Typer."""

import os
import subprocess
import sys
from pathlib import Path

from timing import Case

OLD_TYPER = "typer==0.28.0"


class Installed:
    """The wheel in two environments; `missing` says why one could not be made, else it is ""."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "installed"
        self.folder.mkdir()
        self.missing = ""
        self.versions: list[str] = []
        try:
            self._install()
        except (subprocess.CalledProcessError, OSError) as error:
            said = getattr(error, "stderr", b"") or str(error).encode()
            self.missing = f"wheel: {said.decode(errors='replace').strip()[-200:]}"

    def _install(self) -> None:
        project = Path(__file__).parents[1]
        _run(
            sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(self.folder), project
        )
        (wheel,) = self.folder.glob("*.whl")
        for name, typer in (("old", OLD_TYPER), ("new", "typer")):
            place = self.folder / name
            _run(sys.executable, "-m", "venv", place)
            python = place / "bin" / "python"
            _run(python, "-m", "pip", "install", "-q", "--upgrade", wheel, typer)
            # In this process' way of compiling, so that nothing is compiled while it is measured.
            _run(python, "-m", "compileall", "-q", place)
            version = _run(
                python, "-c", "from importlib.metadata import version as v; print(v('typer'))"
            )
            self.versions.append(version.strip())

    def case(self, which: str, environ: dict[str, str], *words: str, tty: bool = False) -> Case:
        """Return a command of the wheel with one of the two Typers: old or new."""
        program = str(self.folder / which / "bin" / "llmroadmap")
        label = f"{' '.join(words)}{', terminal' if tty else ''}, {which} Typer"
        return Case(label, lambda _: [program, *words], environ, tty)


def _run(*words: str | Path) -> str:
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environ["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    done = subprocess.run([str(w) for w in words], check=True, capture_output=True, env=environ)
    return done.stdout.decode()

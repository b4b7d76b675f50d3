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
            python = new_environment(place)
            _run(python, "-m", "pip", "install", "-q", "--upgrade", wheel, typer)
            # In this process' way of compiling, so that nothing is compiled while it is measured.
            _run(python, "-m", "compileall", "-q", place)
            version = _run(
                python, "-c", "from importlib.metadata import version as v; print(v('typer'))"
            )
            self.versions.append(version.strip())

    def program(self, which: str) -> str:
        """Return the installed program that has one of the two Typers: old or new."""
        return str(self.folder / which / "bin" / "llmroadmap")

    def case(self, which: str, environ: dict[str, str], *words: str, tty: bool = False) -> Case:
        """Return a command of the wheel with one of the two Typers: old or new."""
        label = f"{' '.join(words)}{', terminal' if tty else ''}, {which} Typer"
        return Case(label, lambda _: [self.program(which), *words], environ, tty)


def new_environment(place: Path) -> Path:
    """Make an environment with the current pip and return its Python.

    The scripts that an older pip writes for programs, ours and others, import `re`: those of the
    current one, of pipx and of uv do not.
    """
    _run(sys.executable, "-m", "venv", "--upgrade-deps", place)
    return place / "bin" / "python"


def _run(*words: str | Path) -> str:
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environ["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    done = subprocess.run([str(w) for w in words], check=True, capture_output=True, env=environ)
    return done.stdout.decode()

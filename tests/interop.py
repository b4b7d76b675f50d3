"""Other programs that read what is exported or speak to `mcp`: on the path, or where scripts/interop put them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OWN = ROOT / ".venv-interop"


def program(name: str) -> str:
    """The path of a program; the test is skipped where it is not there."""
    path = shutil.which(name, path=os.pathsep.join([str(OWN / "bin"), os.environ.get("PATH", "")]))
    if path is None:
        pytest.skip(f"{name} is not here: scripts/interop has it")
    return path


def python_with(package: str) -> str:
    """A Python that has this package."""
    python = OWN / "bin" / "python"
    probe = [str(python), "-c", f"import {package}"]
    if not python.exists() or subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip(f"the Python package {package} is not here: scripts/interop has it")
    return str(python)


def python_of(environment: str) -> str:
    """The Python of an environment of its own."""
    python = OWN / environment / "bin" / "python"
    if not python.exists():
        pytest.skip(f"{environment} is not here: scripts/interop has it")
    return str(python)


def inspector() -> list[str]:
    """The MCP Inspector on a command line, with the Node.js that it wants."""
    programs = OWN / "inspector" / "node_modules" / ".bin"
    if not (programs / "mcp-inspector").exists():
        pytest.skip("the MCP Inspector is not here: scripts/interop has it")
    return [str(programs / "node"), str(programs / "mcp-inspector"), "--cli"]


def node_with(package: str) -> tuple[str, str]:
    """Node.js, and the folder of modules in which this package is."""
    modules = OWN / "node_modules"
    if shutil.which("node") is None or not (modules / package).exists():
        pytest.skip(f"node with {package} is not here: scripts/interop has it")
    return "node", str(modules)


def told_by(args: list[str], text: str = "", cwd: Path | None = None, **environ: str) -> str:
    """What a program says; it has to end well."""
    ran = subprocess.run(
        args, input=text, capture_output=True, text=True, encoding="utf-8", check=False, cwd=cwd,
        timeout=120, env={**os.environ, **environ},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout

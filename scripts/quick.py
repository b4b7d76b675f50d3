"""Lint, types, rooms, and the tests of what changed since `main`: what to run after each small step.

Not the whole of `make test`: it says at the end which tests it chose.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = (
    ["ruff", "check", "--quiet", "."],
    ["ruff", "format", "--check", "--quiet", "."],
    ["mypy"],
    ["lint-imports"],
)
# One command has a file in each of these; its texts have its name too.
OF_A_COMMAND = ("commands", "views", "results", "locales")


def main() -> int:
    for command in CHECKS:
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if ran.returncode:
            print(f"{' '.join(command)}\n{ran.stdout}{ran.stderr}")
            return 1
    chosen = sorted({test for path in changed() for test in tests_of(path)})
    if not chosen:
        print("lint and types are fine; no test belongs to what changed")
        return 0
    print("tests:", *chosen, flush=True)
    pytest = [sys.executable, "-m", "pytest", "-n", "auto", *chosen]
    return subprocess.run(pytest, cwd=ROOT, check=False).returncode


def changed() -> list[Path]:
    """Return the files that differ from where the branch left `main`, committed or not."""
    base = _git("merge-base", "main", "HEAD") or ["HEAD"]
    new = _git("ls-files", "--others", "--exclude-standard")
    return [Path(name) for name in [*_git("diff", "--name-only", base[0]), *new]]


def _git(*words: str) -> list[str]:
    ran = subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )  # fmt: skip
    return ran.stdout.splitlines() if ran.returncode == 0 else []


def tests_of(path: Path) -> Iterator[str]:
    """Yield the tests of a file: itself, those of its name, else those of its room."""
    if path.parts[0] == "tests":
        if path.name.startswith("test_") and (ROOT / path).is_file():
            yield str(path)
        elif "golden" in path.parts:
            yield "tests/views/test_golden.py"
    elif path.parts[:2] == ("src", "llmroadmap") and path.suffix == ".py":
        yield from _tests_of_module(path.relative_to("src/llmroadmap"))
    elif path.name == "README.md":
        yield "tests/test_readme.py"
    elif path.parts[0] == "docs":
        yield "tests/test_json_schemas.py"


def _tests_of_module(module: Path) -> Iterator[str]:
    room = module.parts[0]
    if room in OF_A_COMMAND:
        yield "tests/test_every_command.py"
        yield from _existing(f"tests/commands/test_{module.stem}.py")
        yield from _existing("tests/views/test_golden.py" if room == "views" else "")
        return
    own = [*_existing(f"tests/{module.parent}/test_{module.stem}.py")]
    yield from own or _existing(f"tests/{module.parent}" if len(module.parts) > 1 else "")


def _existing(name: str) -> Iterator[str]:
    if name and (ROOT / name).exists():
        yield name


if __name__ == "__main__":
    sys.exit(main())

"""What is published: the wheel and the sdist hold the roadmap, and the program runs from them."""

import json
import os
import runpy
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

COMPILED = "llmroadmap/data/roadmap.compiled"

pytest.importorskip("hatchling")


def build(source: Path, target: Path, *what: str) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", *what, "-d", str(target)],
        cwd=source, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (made,) = [path for path in target.iterdir() if path.suffix in (".whl", ".gz")]
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"), "-t", "wheel")


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("sdist"), "-t", "sdist")


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_program_and_the_roadmap_and_nothing_else(wheel: Path) -> None:
    found = names(wheel)
    assert {"llmroadmap/data/roadmap.yaml", "llmroadmap/py.typed", "llmroadmap/cli.py"} <= found
    assert COMPILED in found
    tops = {name.split("/")[0] for name in found}
    assert {t for t in tops if not t.endswith((".dist-info", ".data"))} == {"llmroadmap"}
    data = [name for name in found if ".data/" in name]
    assert [name.partition(".data/")[2] for name in data] == ["data/share/man/man1/llmroadmap.1"]
    assert not [name for name in found if "__pycache__" in name or name.endswith(".pyc")]
    sources = {f"llmroadmap/{path.relative_to(ROOT / 'src' / 'llmroadmap').as_posix()}"
               for path in (ROOT / "src" / "llmroadmap").rglob("*.py")}  # fmt: skip
    assert sources <= found
    with zipfile.ZipFile(wheel) as archive:
        bundled = archive.read("llmroadmap/data/roadmap.yaml")
        entry = next(name for name in found if name.endswith("entry_points.txt"))
        assert "llmroadmap = llmroadmap.__main__:main" in archive.read(entry).decode()
    assert bundled == (ROOT / "data" / "roadmap.yaml").read_bytes()


def test_the_sdist_builds_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        # The filter came with 3.11.4; what we packed ourselves needs none before.
        safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        archive.extractall(tmp_path, **safely)  # type: ignore[arg-type]
    (source,) = tmp_path.iterdir()
    for name in ("README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml", "tests/conftest.py"):
        assert (source / name).is_file(), name
    again = build(source, tmp_path / "again", "-t", "wheel")
    assert names(again) == names(wheel)


def test_the_program_runs_from_the_wheel_and_finds_its_roadmap(wheel: Path, tmp_path: Path) -> None:
    folder = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    environ = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
        "PYTHONPATH": str(folder),
        "LLMROADMAP_HOME": str(tmp_path / "home"),
        "LLMROADMAP_LANG": "en",
        "PYTHONDONTWRITEBYTECODE": "1",
    }

    def run(*words: str) -> dict:
        ran = subprocess.run(
            [sys.executable, "-m", "llmroadmap", *words, "--json"],
            cwd=tmp_path, env=environ, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        return json.loads(ran.stdout)["data"]

    roadmap = next(p["path"] for p in run("paths")["paths"] if p["name"] == "roadmap")
    assert Path(roadmap) == folder / "llmroadmap" / "data" / "roadmap.yaml"
    first = run("next", "-n", "1")["steps"][0]["id"]
    assert [step["id"] for step in run("done", first)["finished"]] == [first]
    assert run("status")["done"] == 1


class Installed:
    """The wheel in an environment of its own, which borrows nothing but the libraries."""

    def __init__(self, wheel: Path, folder: Path) -> None:
        subprocess.run(
            [sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120
        )
        self.python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
        pip = [sys.executable, "-m", "pip", "--python", str(self.python), "install", "--no-deps"]
        subprocess.run(
            [*pip, "--no-index", "-q", "--disable-pip-version-check", str(wheel)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        self.packages = next(folder.glob("**/site-packages"))
        (self.packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
        self.data = self.packages / "llmroadmap" / "data"

    def run(self, home: Path, *words: str) -> tuple[str, set[str]]:
        """Return what was printed, and the libraries that were imported for it."""
        ran = subprocess.run(
            [str(self.python), "-X", "importtime", "-m", "llmroadmap", *words],
            env={"LLMROADMAP_HOME": str(home), "LLMROADMAP_LANG": "en", "PATH": os.defpath,
                 "PYTHONUTF8": "1", "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")},
            capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        names = [line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()]
        return ran.stdout, {name.partition(".")[0] for name in names}


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Installed:
    return Installed(wheel, tmp_path / "venv")


def test_the_first_command_after_installing_compiles_nothing(
    installed: Installed, tmp_path: Path
) -> None:
    first, imported = installed.run(tmp_path / "home", "next")
    assert not imported & {"pydantic", "yaml", "typer"}
    assert installed.run(tmp_path / "home", "next")[0] == first
    shown = installed.run(tmp_path / "home", "list", "--all", "--json")[0]
    (installed.data / "roadmap.compiled").unlink()
    assert installed.run(tmp_path / "another", "list", "--all", "--json")[0] == shown


@pytest.mark.parametrize("damage", ["other bytes", "cut", "flipped", "of another version", "none"])
def test_a_compiled_form_that_does_not_fit_is_ignored(
    installed: Installed, tmp_path: Path, damage: str
) -> None:
    expected, _ = installed.run(tmp_path / "before", "next")
    compiled, source = installed.data / "roadmap.compiled", installed.data / "roadmap.yaml"
    data = compiled.read_bytes()
    head = data.index(b"\n")
    if damage == "other bytes":
        text = source.read_text(encoding="utf-8")
        source.write_text(text.replace("title:", "title:  ", 1), encoding="utf-8")
    compiled.write_bytes(
        {
            "cut": data[: len(data) // 2],
            "flipped": data[: head + 50] + bytes([data[head + 50] ^ 1]) + data[head + 51 :],
            "of another version": data.replace(b'["', b'["9', 1),
            "none": b"",
        }.get(damage, data)
    )
    printed, imported = installed.run(tmp_path / "home", "next")
    assert printed == expected
    assert "pydantic" in imported
    assert not installed.run(tmp_path / "home", "next")[1] & {"pydantic", "yaml"}


def test_an_editable_installation_brings_nothing_compiled() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "compile_roadmap.py"))
    made: dict[str, dict[str, str]] = {"force_include": {}}
    script["CompileRoadmap"](str(ROOT), {}, None, None, "", "").initialize("editable", made)
    assert made == {"force_include": {}}

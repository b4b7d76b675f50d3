"""The real git: merges, rebases and cherry-picks with the driver; clones that push at once."""

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.sync.test_exchange import Machine

from llmroadmap.core.progress.events import Event, in_order
from llmroadmap.storage.progress_format import decode, encode
from llmroadmap.sync.errors import GitFailed
from llmroadmap.sync.exchange import exchange
from llmroadmap.sync.git import Git
from trees import event

pytestmark = pytest.mark.skipif(
    subprocess.run(["git", "--version"], check=False, capture_output=True).returncode != 0,
    reason="git is missing",
)


@pytest.fixture(autouse=True)
def identity(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "gitconfig").write_text(
        "[user]\n name = Ada\n email = ada@example.com\n[init]\n defaultBranch = main\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def merging(folder: Path, *words: str) -> int:
    return subprocess.run(["git", *words], cwd=folder, check=False, capture_output=True).returncode


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "progress").mkdir(parents=True)
    git(folder, "init", "--quiet")
    Git(str(folder)).install_driver("progress/*.json")
    command = f'"{sys.executable}" -m llmroadmap merge-driver %O %A %B'
    git(folder, "config", "merge.llmroadmap.driver", command)
    return folder


def commit(folder: Path, events: list[Event], message: str = "study") -> None:
    (folder / "progress" / "test.json").write_bytes(encode(events, "test"))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)


def committed(folder: Path) -> list[Event]:
    path = folder / "progress" / "test.json"
    return decode(path.read_bytes(), "test", str(path))


def some(chance: random.Random, first: int, count: int) -> list[Event]:
    verbs = ["done", "start", "note", "skip"]
    return [
        event(chance.choice(verbs), f"a.{chance.randrange(9)}", first + n) for n in range(count)
    ]


def rounds(folder: Path, number: int) -> None:
    """Let two branches grow from one history, and join them in one of three ways."""
    chance = random.Random(number)
    base = some(chance, 0, chance.randrange(4))
    ours = some(chance, 100, chance.randrange(1, 4))
    theirs = some(chance, 200, chance.randrange(1, 4))
    mixed = [*base, *ours]
    chance.shuffle(mixed)
    git(folder, "checkout", "--quiet", "--orphan", f"base{number}")
    commit(folder, base)
    git(folder, "checkout", "--quiet", "-b", f"theirs{number}")
    commit(folder, [*base, *theirs])
    git(folder, "checkout", "--quiet", f"base{number}")
    commit(folder, mixed)
    way = chance.choice(["merge", "rebase", "cherry-pick"])
    assert merging(folder, way, f"theirs{number}") == 0, (number, way)
    assert committed(folder) == in_order([*base, *ours, *theirs])


def test_git_joins_two_histories(repository: Path) -> None:
    for number in range(6):
        rounds(repository, number)


@pytest.mark.long
def test_git_joins_two_hundred_histories(repository: Path) -> None:
    for number in range(200):
        rounds(repository, number)


@pytest.mark.parametrize(
    "theirs",
    [b"", b"[]", b'{"format": 1, "roadmap": "other", "events": [\n\n]}\n', b"\xff\xfe"],
)
def test_in_doubt_git_keeps_its_conflict(repository: Path, theirs: bytes) -> None:
    commit(repository, [event("done", "a.1", 1)])
    git(repository, "checkout", "--quiet", "-b", "theirs")
    (repository / "progress" / "test.json").write_bytes(theirs)
    git(repository, "commit", "--quiet", "--all", "--message", "broken")
    git(repository, "checkout", "--quiet", "main")
    commit(repository, [event("done", "a.1", 1), event("done", "a.2", 2)])
    assert merging(repository, "merge", "theirs") != 0


def test_the_driver_needs_both_halves(tmp_path: Path) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    git(folder, "init", "--quiet")
    repository = Git(str(folder))
    assert repository.driver("progress/test.json") == (False, False)
    (folder / ".gitattributes").write_text("*.md text")
    repository.install_driver("progress/*.json")
    repository.install_driver("progress/*.json")
    assert repository.driver("progress/test.json") == (True, True)
    assert (folder / ".gitattributes").read_text() == (
        "*.md text\nprogress/*.json merge=llmroadmap\n"
    )
    git(folder, "config", "--unset", "merge.llmroadmap.driver")
    assert repository.driver("progress/test.json") == (True, False)


class Clone(Machine):
    """A machine whose folder is a clone."""

    def carry(self) -> tuple[int | None, int | None]:
        repository = Git(self.place.folder)
        pulled = repository.pull()
        self.sync()
        return pulled, repository.push([self.place.own_file("test")], "study")


@pytest.fixture
def clones(tmp_path: Path) -> list[Clone]:
    bare = tmp_path / "bare.git"
    git(tmp_path, "init", "--quiet", "--bare", str(bare))
    seed = tmp_path / "seed"
    git(tmp_path, "clone", "--quiet", str(bare), str(seed))
    (seed / "README").write_text("notes")
    git(seed, "add", "--all")
    git(seed, "commit", "--quiet", "--message", "begin")
    git(seed, "push", "--quiet", "--set-upstream", "origin", "HEAD")
    made = []
    for name in ("ada", "bob"):
        folder = tmp_path / f"clone-{name}"
        git(tmp_path, "clone", "--quiet", str(bare), str(folder))
        made.append(Clone(name, tmp_path, folder))
    return made


def test_two_clones(clones: list[Clone]) -> None:
    ada, bob = clones
    Path(ada.place.folder, "README").write_text("an edit of mine that is not committed")
    ada.do("done", "a.1", 1)
    assert ada.carry() == (0, 1)
    bob.do("done", "a.2", 2)
    assert bob.carry() == (1, 1)
    assert ada.carry() == (1, 0)
    assert ada.bytes() == bob.bytes()
    assert ada.carry() == (0, 0)
    assert Path(ada.place.folder, "README").read_text() == "an edit of mine that is not committed"
    assert git(Path(ada.place.folder), "status", "--short").split() == ["M", "README"]


def test_both_at_once(clones: list[Clone]) -> None:
    failures: list[BaseException] = []

    def study(machine: Clone, first: int) -> None:
        try:
            for minute in range(first, first + 4):
                machine.do("done", f"a.{minute % 4 + 1}", minute)
                machine.carry()
        except BaseException as error:
            failures.append(error)

    threads = [
        threading.Thread(target=study, args=(machine, 100 * number))
        for number, machine in enumerate(clones)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    for machine in clones * 2:
        machine.carry()
    assert clones[0].bytes() == clones[1].bytes()
    assert len(clones[0].file.read()) == 8


def test_what_failed_is_named(clones: list[Clone], tmp_path: Path) -> None:
    ada, _ = clones
    ada.do("done", "a.1", 1)
    os.rename(tmp_path / "bare.git", tmp_path / "gone.git")
    exchange(ada.file, ada.place)
    with pytest.raises(GitFailed) as caught:
        Git(ada.place.folder).pull()
    assert caught.value.command == "git pull --rebase --autostash"
    assert "bare.git" in caught.value.said


def test_without_a_remote_it_is_only_committed(tmp_path: Path) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    git(folder, "init", "--quiet")
    ada = Clone("ada", tmp_path, folder)
    ada.do("done", "a.1", 1)
    assert ada.carry() == (None, None)
    assert git(folder, "log", "--format=%s").split() == ["study"]


def test_a_folder_outside_of_git(tmp_path: Path) -> None:
    assert not Git(str(tmp_path)).is_there()

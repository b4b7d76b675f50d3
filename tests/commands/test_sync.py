"""sync: two computers and the folder between them, as a learner uses them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Ran, Run

Laptop = Callable[..., Ran]


@pytest.fixture
def cloud(tmp_path: Path) -> Path:
    folder = tmp_path / "cloud"
    folder.mkdir()
    return folder


def laptop(run: Run, tmp_path: Path, name: str) -> Laptop:
    def run_there(text: str, **environ: str) -> Ran:
        item_ref = {"LLMROADMAP_HOME": str(tmp_path / name), "LLMROADMAP_DEVICE": name}
        return run(text, **{**item_ref, **environ})

    return run_there


@pytest.fixture
def ada(run: Run, tmp_path: Path) -> Laptop:
    return laptop(run, tmp_path, "ada")


@pytest.fixture
def bob(run: Run, tmp_path: Path) -> Laptop:
    return laptop(run, tmp_path, "bob")


def done(machine: Laptop) -> set[str]:
    steps = machine("list --all --json").data["steps"]
    return {step["id"] for step in steps if step["state"] == "done"}


def test_the_second_laptop_goes_on_where_the_first_was(
    ada: Laptop, bob: Laptop, cloud: Path
) -> None:
    ada("done hf.0.1 hf.1.1")
    first = ada(f"sync {cloud}")
    assert "2 sent" in first.out
    assert f"On your other computer, once the folder is there too: llmroadmap sync {cloud}" in (
        first.out.replace("\n", " ").replace("  ", " ")
    )
    second = bob(f"sync {cloud}")
    assert "2 received from ada" in second.out
    assert done(bob) == {"hf.0.1", "hf.1.1"}
    bob("done hf.1.2")
    assert bob("sync --json").data["written"] == 1
    answer = ada("sync --json").data
    assert answer["received"] == [{"device": "bob", "events": 1}]
    assert answer["done"] == 3
    assert "nothing new on either side" in ada("sync").out
    assert "两边都没有新内容" in ada("sync --lang zh").out


def test_a_week_offline_a_mistake_and_an_undo(ada: Laptop, bob: Laptop, cloud: Path) -> None:
    for machine in (ada, bob):
        machine(f"sync {cloud}")
    ada("done hf.0.1")
    bob("done hf.1.1 hf.1.2")
    bob("undo")
    bob("done hf.1.1")
    ada("skip hf.1.3")
    for machine in (ada, bob, ada):
        machine("sync")
    assert done(ada) == done(bob) == {"hf.0.1", "hf.1.1"}
    ada("undo")  # On this machine that is the skip.
    for machine in (ada, bob):
        machine("sync")
    assert bob("show hf.1.3 --json").data["state"] == "open"


def test_all_roadmaps_and_with_plans_their_files(
    ada: Laptop, bob: Laptop, cloud: Path, tmp_path: Path
) -> None:
    (tmp_path / "plan.md").write_text("# Mine\n\n- [ ] One\n- [ ] Two\n")
    ada(f"add {tmp_path / 'plan.md'} --id mine")
    ada("done one --roadmap mine")
    ada("config steps 5")
    answer = ada(f"sync {cloud} --plans --json").data
    assert {(plan["id"], plan["state"]) for plan in answer["plans"]} == {
        *(("mine", "sent"), ("", "sent"))
    }
    assert "mine: copied from the folder" in bob(f"sync {cloud} --plans").out
    assert bob("status --roadmap mine --json").data["done"] == 1
    assert bob("config steps").out == "5\n"
    bob("config steps 7")
    answer = bob("sync --plans --json").data
    states = {plan["id"]: (plan["state"], plan["newer"]) for plan in answer["plans"]}
    assert states[""] == ("differs", "here")
    assert ada("sync --plans").status == 0
    assert ada("config steps").out == "5\n", "settings are never overwritten"


def test_off_forgets_the_folder_and_keeps_its_files(ada: Laptop, cloud: Path) -> None:
    ada("done hf.0.1")
    ada(f"sync {cloud}")
    kept = sorted(cloud.rglob("*.json"))
    assert f"No longer syncing with {cloud}" in ada("sync --off").out.replace("\n  ", " ")
    assert sorted(cloud.rglob("*.json")) == kept
    refused = ada("sync --json")
    assert (refused.status, refused.error["code"]) == (1, "sync-no-folder")


def test_what_is_not_there_or_makes_no_sense(ada: Laptop, tmp_path: Path) -> None:
    assert ada("sync --json").error["code"] == "sync-no-folder"
    assert ada(f"sync {tmp_path / 'stick'} --json").error["code"] == "sync-folder-missing"
    assert not (tmp_path / "stick").exists()
    assert ada(f"sync {tmp_path} --git --json").error["code"] == "not-in-git"
    assert ada(f"sync {tmp_path} --off --json").status == 2


def test_a_foreign_file_is_named_and_stays(ada: Laptop, cloud: Path) -> None:
    ada("done hf.0.1")
    ada(f"sync {cloud}")
    foreign = cloud / "llmroadmap" / "llm" / "letter.json"
    foreign.write_text("{}")
    for _ in range(2):  # Also when nothing has changed since.
        assert "Left as it is" in ada("sync").out
    assert foreign.read_text() == "{}"


def test_a_home_that_was_copied_writes_a_file_of_its_own(
    run: Run, ada: Laptop, cloud: Path, tmp_path: Path
) -> None:
    ada("done hf.0.1")
    ada(f"sync {cloud}")
    import shutil

    shutil.copytree(tmp_path / "ada", tmp_path / "eve")
    eve = laptop(run, tmp_path, "eve")
    eve("done hf.1.1")
    eve("sync")
    files = {path.name.rpartition("-")[0] for path in (cloud / "llmroadmap/llm").iterdir()}
    assert files == {"ada", "eve"}


class TestByItself:
    @pytest.fixture(autouse=True)
    def switched_on(self, ada: Laptop, bob: Laptop, cloud: Path) -> None:
        for machine in (ada, bob):
            machine(f"sync {cloud}")
            machine("config auto_sync on")

    def test_each_change_goes_and_a_new_day_brings(self, ada: Laptop, bob: Laptop) -> None:
        ada("done hf.0.1")
        ada("done hf.1.1")
        tomorrow = {"LLMROADMAP_NOW": "2026-11-25T20:00:00+08:00"}
        assert "hf.1.2" in bob("next -n 1", **tomorrow).out
        assert done(bob) == {"hf.0.1", "hf.1.1"}

    def test_a_folder_that_is_gone_is_one_line(self, ada: Laptop, cloud: Path) -> None:
        cloud.rename(cloud.with_name("unplugged"))
        ran = ada("done hf.0.1")
        assert (ran.status, len(ran.err.splitlines())) == (0, 1)
        assert "Not synchronised" in ran.err
        assert done(ada) == {"hf.0.1"}


COPY = "llm (ada's conflicted copy 2026-11-24).json"


def test_a_conflict_copy_is_told_of_and_joined(ada: Laptop, bob: Laptop, tmp_path: Path) -> None:
    ada("done hf.0.1")
    bob("done hf.1.1")
    folder = tmp_path / "ada/data/progress"
    (folder / COPY).write_bytes((tmp_path / "bob/data/progress/llm.json").read_bytes())
    assert ada("today --json").data["copies"] == 1
    assert "llmroadmap doctor --fix" in ada("").out
    ran = ada("doctor")
    assert ran.status == 1
    assert "No problems" not in ran.out
    assert "conflicted copy" in ran.out
    mended = ada("doctor --fix")
    assert mended.status == 0, mended.out
    assert done(ada) == {"hf.0.1", "hf.1.1"}
    assert [path.name for path in folder.iterdir()] == ["llm.json"]
    assert ada("today --json").data["copies"] == 0


def test_two_sides_that_git_left_are_joined(ada: Laptop, bob: Laptop, tmp_path: Path) -> None:
    ada("done hf.0.1")
    bob("done hf.1.1")
    path = tmp_path / "ada/data/progress/llm.json"
    head, ours, *tail = path.read_bytes().split(b"\n")
    theirs = (tmp_path / "bob/data/progress/llm.json").read_bytes().split(b"\n")[1]
    sides = [b"<<<<<<< HEAD", ours, b"=======", theirs, b">>>>>>> bob"]
    path.write_bytes(b"\n".join([head, *sides, *tail]))
    assert ada("doctor").status == 1
    assert "both versions" in ada("doctor --fix").out
    assert done(ada) == {"hf.0.1", "hf.1.1"}


def test_the_driver_is_set_up_and_looked_after(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    ada = laptop(run, tmp_path, "ada")
    ada("done hf.0.1")
    repository = tmp_path / "ada/data"
    subprocess.run(["git", "init", "--quiet"], cwd=repository, check=True)
    assert ".gitattributes" in ada("sync --install-driver").out
    assert (repository / ".gitattributes").read_text() == "progress/*.json merge=llmroadmap\n"
    assert ada("doctor").status == 0
    subprocess.run(
        ["git", "config", "--unset", "merge.llmroadmap.driver"], cwd=repository, check=True
    )
    ran = ada("doctor --json")
    [finding] = [f for f in ran.data["findings"] if f["code"] == "driver-half"]
    assert finding["facts"]["missing"] == "git config merge.llmroadmap.driver"


def test_json_has_everything(ada: Laptop, cloud: Path) -> None:
    ada("done hf.0.1")
    answer = json.loads(ada(f"sync {cloud} --json").out)["data"]
    assert answer["git"] is None
    assert answer["folder"] == str(cloud)
    assert (answer["written"], answer["contested"], answer["skipped"]) == (1, [], [])


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


class TestThroughGit:
    @pytest.fixture
    def clones(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        config = "[user]\n name = A\n email = a@example.com\n[init]\n defaultBranch = main\n"
        (tmp_path / "gitconfig").write_text(config)
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
        git(tmp_path, "init", "--quiet", "--bare", "notes.git")
        git(tmp_path, "clone", "--quiet", "notes.git", "work")
        (tmp_path / "work/README.md").write_text("notes")
        git(tmp_path / "work", "add", "--all")
        git(tmp_path / "work", "commit", "--quiet", "--message", "begin")
        git(tmp_path / "work", "push", "--quiet", "--set-upstream", "origin", "HEAD")
        git(tmp_path, "clone", "--quiet", "notes.git", "home")
        return tmp_path

    def test_both_ways(self, ada: Laptop, bob: Laptop, clones: Path) -> None:
        ada("done hf.0.1")
        assert "1 commit pushed" in ada(f"sync {clones / 'work'} --git").out
        bob("done hf.1.1")
        answer = bob(f"sync {clones / 'home'} --git --json").data
        assert answer["git"] == {"pulled": 1, "pushed": 1}
        ada("sync")
        assert done(ada) == done(bob) == {"hf.0.1", "hf.1.1"}

    def test_offline_the_rest_is_done_and_the_next_one_pushes(
        self, ada: Laptop, bob: Laptop, clones: Path
    ) -> None:
        ada(f"sync {clones / 'work'} --git")
        (clones / "notes.git").rename(clones / "away.git")
        ada("done hf.0.1")
        refused = ada("sync --json")
        assert (refused.status, refused.error["code"]) == (1, "git-failed")
        assert refused.error["command"] == "git pull --rebase --autostash"
        (clones / "away.git").rename(clones / "notes.git")
        assert ada("sync --json").data["git"]["pushed"] == 1
        assert bob(f"sync {clones / 'home'} --git --json").data["done"] == 1


def test_two_laptops_of_one_name_do_not_undo_each_others_changes(
    run: Run, tmp_path: Path, cloud: Path
) -> None:
    def named_alike(home: str) -> Laptop:
        def run_there(text: str, **environ: str) -> Ran:
            home_of = {"LLMROADMAP_HOME": str(tmp_path / home), "LLMROADMAP_DEVICE": "ubuntu"}
            return run(text, **{**home_of, **environ})

        return run_there

    one, two = named_alike("one"), named_alike("two")
    two("done hf.0.1", LLMROADMAP_NOW="2026-11-24T20:00:00+08:00")
    one("done hf.1.1", LLMROADMAP_NOW="2026-11-24T20:10:00+08:00")
    one(f"sync {cloud}")
    two(f"sync {cloud}")
    assert "hf.0.1" in two("undo").out  # its own, though the other one's is newer
    assert done(two) == {"hf.1.1"}
    assert two("undo").status == 2  # the other one's is asked about
    assert "hf.1.1" in one("undo").out

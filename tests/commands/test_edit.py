import sys
from pathlib import Path

import pytest

from conftest import Run


@pytest.fixture
def editor(tmp_path: Path):
    """Make an editor that replaces one text by another."""

    def make(old: str, new: str) -> str:
        script = tmp_path / "editor.py"
        script.write_text(
            "import sys, pathlib\n"
            "p = pathlib.Path(sys.argv[1])\n"
            f"p.write_text(p.read_text(encoding='utf-8').replace({old!r}, {new!r}), encoding='utf-8')\n"
        )
        return f"{sys.executable} {script}"

    return make


def test_a_change_without_mistakes_is_stored(run: Run, plan, editor) -> None:
    run(["add", plan("- [ ] one\n"), "--id", "mine"])
    answer = run("edit mine --json", EDITOR=editor("title: one", "title: uno")).data
    assert (answer["changed"], answer["overrides_built_in"]) == (True, False)
    assert run("list --roadmap mine --json").data["steps"][0]["title"] == "uno"


def test_a_mistake_stores_nothing_and_keeps_the_draft(run: Run, plan, editor) -> None:
    run(["add", plan("- [ ] one\n"), "--id", "mine"])
    answer = run("edit mine --json", EDITOR=editor("title: one", "titel: uno"))
    assert (answer.status, answer.error["code"]) == (1, "roadmap-invalid")
    assert "titel: uno" in Path(answer.error["draft"]).read_text()
    assert run("list --roadmap mine --json").data["steps"][0]["title"] == "one"


def test_the_built_in_one_is_copied_first(run: Run, home, editor) -> None:
    answer = run("edit --json", EDITOR=editor("LLM learning roadmap", "LLM way")).data
    assert answer["overrides_built_in"] is True
    assert "LLM way" in run("status").out
    assert (home / "config" / "roadmaps" / "llm.yaml").exists()


def test_nothing_changed_is_said(run: Run, editor) -> None:
    assert run("edit --json", EDITOR=editor("zzz", "yyy")).data["changed"] is False


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_own_changes_begin_with_every_key_and_can_be_undone(
    small: Run, home: Path, editor, lang: str
) -> None:
    small(f"config language {lang}")
    answer = small("edit --mine --json", EDITOR=editor("# mute: [bili]", "mute: [a, gone]")).data
    assert (answer["own_changes"], answer["missing"]) == (2, ["gone"])
    text = (home / "config" / "small.mine.yaml").read_text("utf-8")
    for key in ("add:", "change:", "minutes:", "optional: true", "note:", "needs:", "kinds:"):
        assert f"{key}" in text
    assert small("next --json").data["steps"][0]["id"] == "b.1"
    small("undo")
    assert small("mute --json").data["listed"] == []
    small("redo")
    assert [each["id"] for each in small("mute --json").data["listed"]] == ["a", "gone"]


def test_a_damaged_file_of_own_changes_is_mended_in_the_editor(
    small: Run, home: Path, editor
) -> None:
    path = home / "config" / "small.mine.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("format: 1\nmute: [a\n", "utf-8")
    assert small("next --json").error["code"] == "roadmap-invalid"
    answer = small("edit --mine --json", EDITOR=editor("[a", "[a]"))
    assert answer.data["changed"], answer.err
    assert small("next --json").data["steps"][0]["id"] == "b.1"

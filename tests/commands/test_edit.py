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

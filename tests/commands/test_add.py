import pytest

from conftest import Run, shared_folder
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.locales import texts
from llmroadmap.views.error import message

PLAN = """# Learn Go

## Basics
- [x] [Install](https://go.dev/doc/install)
- [ ] Tour
![badge](https://img.shields.io/x.svg)

## Licence
MIT
"""


def test_a_markdown_plan_is_followed_like_any_other(run: Run, plan) -> None:
    answer = run(["add", plan(PLAN), "--id", "go", "--json"]).data
    assert (answer["plan"]["title"], answer["plan"]["steps"]) == ("Learn Go", 2)
    assert (answer["ticked"], answer["kept"]) == (1, 0)
    assert {left["what"] for left in answer["left_out"]} >= {"licence"}
    steps = run("list --roadmap go --json").data["steps"]
    assert [step["title"] for step in steps] == ["Install", "Tour"]
    assert [step["state"] for step in steps] == ["open", "open"]


def test_its_ticks_are_taken_over_as_one_change(run: Run, plan) -> None:
    assert run(["add", plan(PLAN), "--id", "go", "--keep-ticks", "--json"]).data["kept"] == 1
    assert run("status --roadmap go --json").data["done"] == 1
    run("undo --roadmap go")
    assert run("status --roadmap go --json").data["done"] == 0


def test_a_preview_stores_nothing(run: Run, plan, home) -> None:
    shown = run(["add", plan(PLAN), "--dry-run"])
    assert "Install" in shown.out
    assert not (home / "config").exists()


def test_the_same_id_twice_is_refused(run: Run, plan) -> None:
    run(["add", plan(PLAN), "--id", "go"])
    answer = run(["add", plan(PLAN), "--id", "go", "--json"])
    assert (answer.status, answer.error["code"]) == (2, "roadmap-exists")
    assert run(["add", plan(PLAN), "--id", "llm", "--json"]).error["code"] == "roadmap-exists"


def test_it_never_goes_online(run: Run) -> None:
    answer = run("add https://example.org/plan.md")
    assert answer.status == 2
    assert "curl -fsSL https://example.org/plan.md | llmroadmap add -" in answer.err


def test_relative_links_become_whole(run: Run, plan) -> None:
    run(["add", plan("# P\n- [ ] [a](one/a.md)\n"), "--id", "p", "--base", "https://x.org/r/"])
    (step,) = run("list --roadmap p --json").data["steps"]
    assert step["links"][0]["url"] == "https://x.org/r/one/a.md"


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("", "p.md", "plan-unreadable"),
        ("just words\n", "p.md", "plan-unreadable"),
        ("{", "p.json", "plan-unreadable"),
        ("format: 1\nid: x\n", "p.yaml", "roadmap-invalid"),
    ],
)
def test_what_is_no_plan_is_refused_and_nothing_is_stored(
    run: Run, plan, home, text: str, name: str, code: str
) -> None:
    answer = run(["add", plan(text, name), "--json"])
    assert (answer.status, answer.error["code"]) == (1, code)
    assert not (home / "config").exists()


def test_a_missing_file_is_named(run: Run, tmp_path) -> None:
    answer = run(["add", str(tmp_path / "none.md"), "--json"])
    assert (answer.status, answer.error["code"]) == (1, "cannot-read")


def test_every_real_plan_is_followed_to_its_end(run: Run) -> None:
    """Import, tick what is offered for a while, and count."""
    for path in sorted((shared_folder() / "plans" / "markdown").glob("*__*.md")):
        name = f"p{abs(hash(path.name)) % 10**8}"
        added = run(["add", str(path), "--id", name, "--json"]).data
        assert added["plan"]["steps"] > 0
        for expected in range(1, 4):
            step = run(f"next -n 1 --roadmap {name} --json").data["steps"][0]
            run(["done", step["id"], "--roadmap", name])
            status = run(f"status --roadmap {name} --json").data
            assert status["done"] == (0 if step["optional"] else expected)


def test_an_id_that_none_can_have_is_named_as_such(run: Run, plan) -> None:
    answer = run(["--lang", "zh", "add", plan(PLAN), "--id", "我的路线"])
    assert answer.status == 2
    assert "“--id”不能写“我的路线”，可以写：小写字母、数字和连字符，例如 mine。" in answer.err


def test_chinese_has_no_space_within_a_sentence() -> None:
    assert message(PlanUnreadable("no-steps"), texts("zh")) == "这份计划里没有找到步骤。"

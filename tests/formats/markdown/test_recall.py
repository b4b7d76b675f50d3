"""Questions under a step of a Markdown plan, in the wild and in an export."""

from conftest import Run

PLAN = """\
# Plan

## Week 1

- [ ] Attention
  Q: What is attention?
  A: A weighted sum.
- [ ] 词向量

  问：是什么？
  答：一列数。
- [ ] Layers
"""
FOUND = [
    {"question": "What is attention?", "answer": "A weighted sum."},
    {"question": "是什么？", "answer": "一列数。"},
]


def asked(run: Run, name: str) -> list[dict[str, str]]:
    for step in ("attention", "词向量", "layers"):
        run(["done", step, "--yes", "--roadmap", name])
    found = run(
        ["recall", "--json", "--roadmap", name], LLMROADMAP_NOW="2027-01-24T20:00:00+08:00"
    ).data["questions"]
    return [{"question": each["question"], "answer": each["answer"]} for each in found]


def test_a_question_and_its_answer_under_a_step_are_no_text_of_it(run: Run, plan) -> None:
    assert run(["add", plan(PLAN), "--id", "mine"]).status == 0
    assert asked(run, "mine") == [*FOUND, {"question": "", "answer": ""}]
    listed = run("list --all --json --roadmap mine").out
    assert "weighted sum" not in listed


def test_an_export_brings_the_questions_back_and_takes_more(run: Run, plan) -> None:
    run(["add", plan(PLAN), "--id", "mine"])
    written = run("export --roundtrip --roadmap mine").out
    row = next(each for each in written.split("\n") if "Layers" in each)
    more = written.replace(row, f"{row}\n  Q: How many?\n  A: Twelve.")
    assert run(["add", plan(more, "again.md"), "--id", "again"]).status == 0
    assert asked(run, "again") == [*FOUND, {"question": "How many?", "answer": "Twelve."}]

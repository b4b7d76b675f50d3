"""A learner's day over the real command line, from the first run to the last look, in both languages."""

import pytest

from conftest import Run

WORDS = {
    "en": {
        "first": "First: hf.0.1",
        "done": "When done: llmroadmap done hf.0.1",
        "started": "in progress",
        "named": "behind the pipeline",
        "undone": "Undone:",
        "redone": "Redone:",
        "streak": "notes1",
        "today": "Today",
        "left": "h left",
        "page": "https://huggingface.co/learn/llm-course/chapter0/1",
    },
    "zh": {
        "first": "第一步：hf.0.1",
        "done": "学完后输入：llmroadmap done hf.0.1",
        "started": "进行中",
        "named": "管道的内部",
        "undone": "已撤销：",
        "redone": "已重做：",
        "streak": "notes1",
        "today": "今天",
        "left": "小时",
        "page": "https://huggingface.co/learn/llm-course/zh-CN/chapter0/1",
    },
}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_day(run: Run, lang: str) -> None:
    say = WORDS[lang]

    def out(line: str) -> str:
        ran = run(f"{line} --lang {lang}")
        assert ran.status == 0, ran.err
        return ran.out

    welcome = out("")
    assert len(welcome.splitlines()) < 13
    assert say["first"] in welcome
    assert say["done"] in out("next")
    assert say["started"] in out("start hf.0.1")
    assert out("open . --print").strip() == say["page"]
    assert "hf.0.1" in out('note . "one thing to remember"')
    assert "hf.1.1" in out("done .")
    assert "hf.2.2" in out(f'done "{say["named"]}"')
    assert say["undone"] in out("undo")
    assert run("show hf.2.2 --json").data["state"] == "open"
    assert say["redone"] in out("redo")
    assert run("show hf.2.2 --json").data["state"] == "done"
    assert say["streak"] in out("checkin")
    assert "hf.0.1" in out("find remember")
    log = out("log")
    assert say["today"] in log
    assert "one thing to remember" in log
    status = out("status")
    assert "2/352" in status
    assert say["left"] in status
    assert out("status --line").startswith("LLM 0.6%")

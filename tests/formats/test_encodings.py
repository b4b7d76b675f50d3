"""Plans in the encodings that people have, and bytes that are none."""

import random

import pytest

from conftest import Run
from llmroadmap.formats.encodings import text_of
from llmroadmap.formats.errors import PlanUnreadable

CHINESE = "# 学习计划\n\n## 第一周\n\n- [ ] 安装环境（2小时）\n- [x] 读第一章\n"
WRITTEN = {
    "gb18030": [CHINESE, "- [ ] 学习\n", "week,task\n1,线性代数\n2,概率论\n", "# Plan\n- [ ] Read 学习 one\n",
                "- [ ] 读书\n", "第1周,读书,2小时\n"],
    "gbk": [CHINESE],
    "big5": ["# 學習計劃\n\n- [ ] 讀第一章\n- [ ] 安裝環境\n", "# 線性代數\n- [ ] 看影片\n"],
    "shift_jis": ["# 学習計画\n\n- [ ] 第一章を読む\n- [ ] ビデオを見る\n"],
    "euc_kr": ["# 학습 계획\n\n- [ ] 첫 장 읽기\n", "# 선형대수\n- [ ] 강의 보기 (2시간)\n"],
    "cp1252": ["# Plan\n\n- [ ] Afinación básica\n- [ ] Práctica\n", "# Lernplan – Übersicht\n", "- [ ] café\n"],
    "cp1251": ["# План\n\n- [ ] Прочитать главу\n- [x] Посмотреть видео\n"],
    "utf-16": [CHINESE, "# Plan\n- [ ] One\n"],
    "utf-16-le": [CHINESE, "# Plan\n- [ ] One\n"],
    "utf-16-be": [CHINESE, "# Plan\n- [ ] One\n"],
    "utf-32": [CHINESE],
    "utf-8-sig": [CHINESE, "# Plan\n- [ ] One\n"],
    "utf-8": [CHINESE, "# План\n- [ ] Ёлка\n", "# Σχέδιο\n", "plain", ""],
}  # fmt: skip


@pytest.mark.parametrize(("encoding", "text"), [(e, t) for e, all in WRITTEN.items() for t in all])
def test_it_is_read_as_it_was_written(encoding: str, text: str) -> None:
    assert text_of(text.encode(encoding)) == text


def test_what_is_no_text_is_said_with_its_line() -> None:
    with pytest.raises(PlanUnreadable) as caught:
        text_of(b"# Plan\n- [ ] One\n\xff\xfa\x00\x01\x80")
    assert (caught.value.reason, caught.value.line) == ("not-text", 3)
    chance = random.Random(5)
    for _ in range(200):
        with pytest.raises(PlanUnreadable):
            text_of(b"\xff" + chance.randbytes(400))


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-8-sig"])
def test_such_a_file_is_added(run: Run, tmp_path, encoding: str) -> None:
    file = tmp_path / "计划.md"
    file.write_bytes(CHINESE.encode(encoding))
    plan = run(["add", str(file), "--dry-run", "--json"]).data["plan"]
    assert plan["title"] == "学习计划"

"""Kinds of plans that once came out wrong, each in the smallest form and in several languages."""

from pathlib import Path
from textwrap import dedent

import pytest

from imported_plans import drawn, steps
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.markdown.reading import read_markdown

NOT_PLANS = sorted((Path(__file__).parent / "not_plans").glob("*.md"))


def titles(plan: ImportedPlan) -> list[str]:
    return [step["title"] for step in steps(plan).values()]


def told(plan: ImportedPlan) -> set[str]:
    return {part.what for part in plan.left_out}


@pytest.mark.parametrize("path", NOT_PLANS, ids=lambda path: path.stem)
def test_what_is_no_plan_is_refused_and_can_be_forced(path: Path) -> None:
    text = path.read_text("utf-8")
    with pytest.raises(PlanUnreadable) as caught:
        read_markdown(text)
    assert caught.value.reason in {"no-plan", "no-steps"}
    if path.stem not in {"poem", "log", "licence", "text_licence", "text_log", "text_todo"}:
        assert steps(read_markdown(text, force=True))


@pytest.mark.parametrize(
    "text",
    [
        "# G\n## Basics\n[A](https://e.org/1)\n\n[B](https://e.org/2)\n## More\n- [C](https://e.org/3)",
        "# 吉他\n## 基础\n[A](https://e.org/1)\n\n[B](https://e.org/2)\n## 音阶\n- [C](https://e.org/3)",
        "# G\n## Básico\n[A](https://e.org/1) · [B](https://e.org/2)\n## Más\n- [C](https://e.org/3)",
    ],
)
def test_a_paragraph_that_is_links_is_items(text: str) -> None:
    assert titles(read_markdown(text)) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Traducciones en progreso", ["Hindi", "Polaco"]),
        ("Other", ["English", "Deutsch", "Русский"]),
        ("更多", ["英语", "日本語", "한국어"]),
    ],
)
def test_a_list_of_languages_is_left_out_and_told(heading: str, items: list[str]) -> None:
    listed = "\n".join(f"- [{item}](https://e.org/{n})" for n, item in enumerate(items))
    plan = read_markdown(
        f"# Plan\n## {heading}\n{listed}\n## Graphs\n- [DFS](https://e.org/9)\n"
        "- [BFS](https://e.org/10)\n- [A*](https://e.org/11)\n- [MST](https://e.org/12)\n"
    )
    assert titles(plan) == ["DFS", "BFS", "A*", "MST"]
    assert "translations" in told(plan)


@pytest.mark.parametrize(
    ("head", "done", "open_"),
    [("Status", "✅", "⬜"), ("状态", "已完成", "未完成"), ("Estado", "hecho", "pendiente")],
)
def test_ticks_in_a_column(head: str, done: str, open_: str) -> None:
    plan = read_markdown(
        f"| Lesson | {head} |\n|--|--|\n| [A](https://e.org/1) | {done} |\n"
        f"| [B](https://e.org/2) | {open_} |\n"
    )
    assert plan.done == ("1",)


def test_a_column_that_is_only_done_is_the_authors_own() -> None:
    plan = read_markdown(
        "| Lesson | Status |\n|--|--|\n| [A](https://e.org/1) | ✅ |\n| [B](https://e.org/2) | ✅ |\n"
    )
    assert not plan.done
    assert "status-marks" in told(plan)


@pytest.mark.parametrize(
    ("week", "unit"), [("Week {}", "w"), ("第{}周", "w"), ("Semana {}", "w"), ("Lektion {}", "les")]
)
def test_signs_on_headings_tick_what_is_below(week: str, unit: str) -> None:
    plan = read_markdown(f"# P\n## {week.format(1)} ✅\n- a\n- b\n## {week.format(2)} ⬜\n- c\n")
    assert plan.done == (f"{unit}1.1", f"{unit}1.2")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("[Why tune](https://e.org/1) @[ann](https://e.org/ann) 2025-7-11", "Why tune"),
        ("[Chords](https://e.org/3) ([alt](https://e.org/4))", "Chords"),
        ("[Scales](https://e.org/5) <sup>FREE</sup>", "Scales"),
        ("[Modos](https://e.org/6) por Ana ($30)", "Modos"),
        ("[和弦](https://e.org/7)（Coursera）", "和弦"),
        (
            'The pattern: each gives {source: "a", finding: "b"' + ", more: 1" * 12 + "}",
            "The pattern",
        ),
    ],
)
def test_labels_are_no_part_of_a_title(line: str, title: str) -> None:
    assert titles(read_markdown(f"- [ ] {line}\n")) == [title]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            """\
            # G
            ## Week 1
            - [ ] Tune
            ## Week 2
            - learn chords
            """,
            "G\n  Week 1\n    Tune\n  Week 2\n    learn chords",
        ),
        (
            """\
            # 计划
            ## 第一周
            - [ ] 装好 Python（2 小时）
            - [x] 跑通 demo（30 分钟）
            - [ ] 【选学】读附录 45min
            ## 第二周
            看 [视频](https://e.org/1)，再做 [习题](https://e.org/2)。
            """,
            (
                "计划\n  计划\n    第一周\n      装好 Python [120m]\n      跑通 demo [30m done]\n"
                "      读附录 [optional 45m]\n    第二周 [2]"
            ),
        ),
        (
            """\
            # 30 天计划
            第 1 天：
            ☑ 装环境
            ☐ 读文档
            第 2 天：
            ⬜ 写笔记
            """,
            "30 天计划\n  第 1 天\n    装环境 [done]\n    读文档\n  第 2 天\n    写笔记",
        ),
        (
            """\
            | Day | Topic | Time |
            |--|--|--|
            | Day 1 | Tuning | 1.5 h |
            | Day 2-3 | Chords | 45 min |
            """,
            "Study plan\n  Study plan\n    Day 1: Tuning [90m]\n    Day 2-3: Chords [45m]",
        ),
        (
            """\
            # 周计划
            | 周 | 主题 | 资料 | 用时 |
            |--|--|--|--|
            | 第1周 | 张量 | [动手学](https://e.org/1) | 6小时 |
            | 第2周 | 微积分 | [3b1b](https://e.org/2) | 8 小时 |

            ## 作息
            | 时间 | 做什么 |
            |--|--|
            | 19:00-19:30 | [看视频](https://e.org/v) |
            | 19:30-20:00 | 写代码 |
            """,
            "周计划\n  周计划\n    第1周：张量 [360m 1]\n    第2周：微积分 [480m 1]",
        ),
        (
            """\
            # Vault
            - [x] #task Tune ✅ 2024-07-05
            - [ ] [[Scales|the notes]] 📅 2024-08-01
            - [-] Sing
            - [/] Hum
            """,
            "Vault\n  Vault\n    Tune [done 2024-07-05]\n    the notes\n    Sing [skipped]\n    Hum [started]",
        ),
        (
            """\
            # Curso
            ## Semana 1 (6 horas)
            - Acordes
            - Ritmo
            ## Semana 2
            - Escalas (2 horas, opcional)
            """,
            "Curso\n  Semana 1\n    Acordes [180m]\n    Ritmo [180m]\n  Semana 2\n    Escalas [optional 120m]",
        ),
        (
            """\
            # G
            | Lesson | Link |
            |--|--|
            | **Part 1: Basics** | |
            | Tuning | [a](https://e.org/1) |
            | **Part 2: More** | |
            | Scales | [a](https://e.org/3) |
            """,
            "G\n  Part 1: Basics\n    Tuning [1]\n  Part 2: More\n    Scales [1]",
        ),
    ],
)
def test_trees(text: str, tree: str) -> None:
    assert drawn(read_markdown(dedent(text))) == tree


def test_what_is_left_out_can_be_asked_for() -> None:
    text = "# G\n## A\n- [x](https://e.org/1)\n- [y](https://e.org/2)\n## B\n- plain\n- more\n"
    plan = read_markdown(text)
    assert titles(plan) == ["x", "y"]
    assert "lists" in told(plan)
    assert titles(read_markdown(text, include=["lists"])) == ["x", "y", "plain", "more"]


def test_what_a_site_hides_is_no_step() -> None:
    plan = read_markdown(
        "# G\n{% comment %}\n- [ ] editor: check\n{% endcomment %}\n- [ ] [Tune](https://e.org/1)\n"
    )
    assert titles(plan) == ["Tune"]
    assert "comments" in told(plan)


TEN = sorted((Path(__file__).parent / "ten").glob("*.md"))


@pytest.mark.parametrize("path", TEN, ids=lambda path: path.stem)
def test_plans_in_the_manner_of_ten_kinds_of_people(path: Path) -> None:
    plan = read_markdown(path.read_text("utf-8"), default_title=path.stem)
    assert drawn(plan) + "\n" == path.with_suffix(".tree").read_text("utf-8")
    assert not plan.doubt


def test_more_lines_than_anybody_follows_are_refused_at_once() -> None:
    for text in ("Read it.\n\n" * 60_001, "%%a%%\n" * 60_001, "a ..... 1\n" * 60_001):
        with pytest.raises(PlanUnreadable) as caught:
            read_markdown(text)
        assert caught.value.reason == "plan-too-large"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("# G\n### Woche 1\n- [ ] a\n- [ ] b (30 Min.)\n", "G\n  Woche 1\n    a\n    b [30m]"),
        ("# 计划\n## 第1周\n- [ ] 甲（1.5 小时）\n- [ ] 乙 45min\n", "计划\n  第1周\n    甲 [90m]\n    乙 [45m]"),
        (
            "# Plano\n\n**Dia 1:** ler o capítulo 1\n\n**Dia 2:** fazer exercícios\n",
            "Plano\n  Plano\n    Dia 1: ler o capítulo 1\n    Dia 2: fazer exercícios",
        ),
        ("計画\n\n1週目：文法\n• 動詞\n• 名詞\n\n2週目：会話\n• 挨拶\n", "計画\n  1週目：文法\n    動詞\n    名詞\n  2週目：会話\n    挨拶"),
        (
            "| Jour | Sujet |\n|--|--|\n| 1 | Verbes |\n| 2–3 | Noms |\n",
            "Study plan\n  Study plan\n    Jour 1: Verbes\n    Jour 2–3: Noms",
        ),
    ],
)  # fmt: skip
def test_trees_in_more_languages(text: str, tree: str) -> None:
    assert drawn(read_markdown(text)) == tree

"""Nothing is wider than the screen, nothing falls back to its edge, and what can be typed stays whole."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, without_styles
from llmroadmap.commands import COMMANDS
from llmroadmap.formats.item_ids import slug
from llmroadmap.formats.roadmap_yaml.schema import validate
from llmroadmap.formats.roadmap_yaml.writer import write_yaml
from llmroadmap.terminal.wrapping import display_width

# An imported plan: ids made of Chinese titles are long, and every level adds to them.
CHINESE = """\
# 编程面试大学

## 算法复杂度、渐进分析法和大 O 符号

- [ ] [哈佛大学 CS50：渐进符号，从最简单的例子讲起（视频）](https://www.youtube.com/watch?v=iOq5kSKqeR4)
- [ ] 大 O 符号通用快速教程，适合第一次接触的人（视频）
- [ ] Skiena 的算法课：渐进分析法的严格定义，附全部习题与解答

### 更深入的数据结构和算法的书籍推荐

- [ ] Python 数据结构和算法，Goodrich、Tamassia、Goldwasser 合著
- [ ] Java 数据结构和算法，同一批作者，内容基本对应

## 面试准备书籍与模拟面试的安排（可选）

- [ ] 程序员面试金典，第六版，逐章完成练习题
"""
SIGNS = "·▸✓–-"
# Only what nothing may break is wider than the screen: so it is copied whole.
UNBROKEN = re.compile(r"^ *(\S*：|[A-Za-z ]*: )?(llmroadmap |https?://)")


@pytest.fixture
def chinese(terminal: Run, plan: Callable[..., str], home: Path) -> Run:
    assert terminal(["add", plan(CHINESE), "--id", "plan"]).status == 0
    # Earlier versions made ids of titles, and those roadmaps are kept as they are.
    path = home / "config" / "roadmaps" / "plan.yaml"
    tree = validate(path.read_bytes())
    for stage in tree["stages"]:
        loose = [item for item in stage["items"] if "items" not in item]
        courses = [item for item in stage["items"] if "items" in item]
        stage["items"] = [{"id": "", "title": stage["title"], "items": loose}, *courses]
        with_long_ids(stage, "stage-")
        del stage["prefix"]
    path.write_text(write_yaml(tree), "utf-8")
    assert terminal("use plan").status == 0
    return terminal


def with_long_ids(entry: dict[str, Any], before: str = "") -> None:
    entry["id"] = before + slug(entry["title"])
    for item in entry.get("items", ()):
        with_long_ids(item)


def shown(terminal: Run, typed: str, width: int, lang: str = "zh") -> list[str]:
    ran = terminal(typed, width=width, LLMROADMAP_LANG=lang)
    return without_styles(ran.out + ran.err).splitlines()


def longest_id(run: Run) -> str:
    return max(run("list --json").data["order"], key=len)


TYPED = [
    "",
    "next -n 9",
    "next --why",
    "status",
    "list",
    "list --open",
    "resume",
    "log",
    "roadmaps",
]
TYPED += ["find 算法", "start {id}", "done {id}", "show {id}", "undo", "redo", "note {id} 记一条"]
TYPED += ["notes", "skip {id}", "reopen {id}", "proof {id} https://example.org/{id}", "config"]
TYPED += ["done 没有这一步", "nxet"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [20, 30, 40, 60, 80])
def test_no_line_is_wider_than_the_screen(chinese: Run, run: Run, width: int, lang: str) -> None:
    name = longest_id(run)
    assert len(name) > 40
    for typed in TYPED:
        lines = shown(chinese, typed.format(id=name), width, lang)
        assert lines
        for line in lines:
            assert display_width(line) <= width or UNBROKEN.search(line), (typed, line)
            assert line.strip() or not line, "no line of blanks"
            assert line.strip() not in SIGNS or not line, (typed, "a sign alone", line)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [30, 40, 80])
def test_no_help_is_wider_than_the_screen(terminal: Run, width: int, lang: str) -> None:
    for typed in ["--help", *(f"{name} --help" for name in COMMANDS)]:
        lines = shown(terminal, typed, width, lang)
        for line in lines:
            assert display_width(line) <= width or "https://" in line, (typed, line)
        text = "".join(lines)
        assert text.count("[") == text.count("]")
        # Headings stand at the edge; what goes on from the line before does not.
        assert not [line for line in lines if re.match(r"\[|install", line)]


def test_brackets_round_an_argument_are_its_own(terminal: Run) -> None:
    assert "  [unset] KEY [VALUE]  a setting" in "\n".join(
        shown(terminal, "config --help", 80, "en")
    )
    assert any(line.startswith("  阶段|课程  ") for line in shown(terminal, "list --help", 80))


def test_the_settings_each_stand_on_a_line_or_below_their_name(terminal: Run) -> None:
    for lang in ("en", "zh"):
        wide = shown(terminal, "config", 80, lang)
        assert [line.split()[0] for line in wide[:5]] == [
            "language", "steps", "week_starts", "day_ends", "colour",
        ]  # fmt: skip
        narrow = shown(terminal, "config", 40, lang)
        assert narrow[0] == "language       auto"
        below = " ".join(narrow[1:3]).strip()
        assert narrow[1].startswith("    ") and "auto | en | zh" in below


def test_what_is_in_progress_goes_on_below_its_id(terminal: Run) -> None:
    terminal("start hf.1.5")
    terminal("start hf.1.6")
    lines = shown(terminal, "resume", 40, "en")
    begun = lines.index("  ▸ hf.1.5  How 🤗 Transformers solve")
    assert lines[begun + 1] == "    tasks"


@pytest.mark.parametrize("width", [40, 80])
def test_next_has_no_empty_line_before_a_long_id(chinese: Run, width: int) -> None:
    lines = shown(chinese, "next", width)
    then = lines.index("接下来")
    assert lines[then + 1].startswith("  suan-fa")
    assert lines[then + 1 :].count("") == 0


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_command_to_type_is_copied_whole(chinese: Run, run: Run, width: int) -> None:
    name = run("next -n 1 --json").data["steps"][0]["id"]
    for typed in ("", "next", f"start {name}", ""):
        lines = shown(chinese, typed, width)
        whole = ("llmroadmap done", f"llmroadmap done {name}")  # without a name at the first run
        assert [line for line in lines if line.endswith(whole)], typed


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80])
def test_status_shows_every_id_and_title_in_full(
    chinese: Run, run: Run, width: int, lang: str
) -> None:
    chinese("done 1 --yes")
    chinese(f"estimate {run('status --json').data['stages'][0]['id']} 1h")
    text = "".join(line.strip() for line in shown(chinese, "status --all", width, lang))
    text = text.replace(" ", "")
    stages = run("status --json", LLMROADMAP_LANG=lang).data["stages"]
    for part in [part for stage in stages for part in (stage, *stage["courses"])]:
        assert f"{part['id']}{part['title']}".replace(" ", "") in text
    left = [
        line
        for line in shown(chinese, "status --all", width, lang)
        if re.search(r"小时|\d h|min", line)
    ]
    assert left
    assert all("还剩" in line or "left" in line for line in left)


def test_status_at_40_columns_unfolded_says_what_the_hours_are(terminal: Run) -> None:
    lines = shown(terminal, "status --all", 40)
    place = lines.index("s1  基础实战")
    assert re.fullmatch(r" {6}·+ 0/147 还剩约 106 小时", lines[place + 1])
    assert lines[place + 2] == "    hf  Hugging Face LLM Course"


def test_status_at_40_columns_has_one_line_a_course(terminal: Run) -> None:
    lines = shown(terminal, "status", 40)
    assert [line.split()[0] for line in lines[2:10]] == [
        "s1", "hf", "bili", "prompt", "langchain", "wrap1", "s2", "s3"
    ]  # fmt: skip
    assert re.fullmatch(r"    hf        ·+ +0/107 +\d+ 小时", lines[3])


def test_a_skipped_course_has_a_word_in_place_of_its_bar(terminal: Run) -> None:
    for lang, word in (("en", "skipped"), ("zh", "已跳过")):
        terminal("skip bili --yes")
        for typed in ("status", "list", "show bili", "skip bili --yes", "undo"):
            lines = shown(terminal, typed, 80, lang)
            assert not [line for line in lines if "0/0" in line], typed
        terminal("skip bili --yes")
        for width in (40, 80):
            lines = shown(terminal, "status", width, lang)
            place = next(n for n, line in enumerate(lines) if line.split()[:1] == ["bili"])
            assert word in lines[place] + lines[place + 1]
            assert "···" not in lines[place]
        terminal("undo")

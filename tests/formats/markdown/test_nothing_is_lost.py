"""Every line of a plan that holds words is in its tree, or is told to be left out with its number."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import shared_if_any
from imported_plans import PLANS
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.markdown.reading import INCLUDE, read_markdown

OWN = sorted([*PLANS.glob("plans/*.md"), *PLANS.glob("ten/*.md")])
GIVEN = shared_if_any()
SHARED = sorted((GIVEN / "plans" / "markdown").glob("*__*.md")) if GIVEN else []

# Each has its own word, so that it is found wherever it went.
LINES = st.sampled_from(
    [
        "# {}",
        "## {}",
        "### Week 2 {}",
        "#### 第三章 {}",
        "- {}",
        "- [ ] {}",
        "- [x] {}",
        "  - {}",
        "    - [{0}](https://e.org/{0})",
        "1. {}",
        "{}",
        "{}.",
        "{}:",
        "**{}**",
        "**{}:** [link](https://e.org/1)",
        "> {}",
        "> - [ ] {}",
        "[{0}](https://e.org/{0})",
        "Read [{0}](https://e.org/{0}) today.",
        "[{0}](#{0})",
        "- [{0}](#{0})",
        "- [{0}](./{0}.md)",
        "☐ {}",
        "• {}",
        "第 3 天：{}",
        "## About the {}",
        "## License {}",
        "## Contributing",
        "## FAQ",
        "| {} | b |",
        "| --- | --- |",
        "| [{0}](https://e.org/{0}) | ✅ |",
        "| | {} |",
        "<details><summary>{}</summary>",
        "</details>",
        "<div>{}</div>",
        "<!-- {} -->",
        "<table><tr><td>{}</td></tr></table>",
        "```",
        "---",
        "    {}",
        "{}   ",
        "- Q: {}",
        "%%{}%%",
        "",
    ]
)


def lost(text: str, plan: ImportedPlan) -> list[str]:
    """The lines of which more than half of the words are nowhere."""
    told = {line for left in plan.left_out for line in left.lines}
    tree = json.dumps(plan.roadmap, ensure_ascii=False).casefold()
    missing = []
    for number, line in enumerate(text.split("\n"), 1):
        bare = re.sub(r"\]\([^)]*\)|<[^>]*>|https?://\S+|&\w+;|!\[[^\]]*\]", " ", line)
        words = re.findall(r"\w+", bare.casefold())
        away = [word for word in words if word not in tree]
        if number not in told and len(away) * 2 > len(words):
            missing.append(f"{number}: {line}")
    return missing


def is_head(line: str, after: str) -> bool:
    """Whether a line is the head of a table: what its columns are called is no content."""
    return "|" in line and bool(re.fullmatch(r"[\s|:-]+", after)) and "-" in after


def content(text: str) -> str:
    """The text without heads of tables and what Obsidian's fields say, which is read as facts."""
    lines = text.split("\n")
    kept = [
        "" if is_head(line, after) else re.sub(r"#task|[✅❌]\s*\d{4}-\d\d-\d\d", "", line)
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "\n".join(kept)


@pytest.mark.parametrize("path", [*OWN, *SHARED], ids=lambda path: path.stem)
def test_every_line_of_a_plan_is_taken_or_told(path: Path) -> None:
    text = path.read_text("utf-8-sig")
    try:
        plan = read_markdown(text)
    except PlanUnreadable:
        return
    assert not lost(content(text), plan)


@settings(max_examples=300)
@given(st.lists(LINES, min_size=1, max_size=25))
def test_every_line_of_any_page_is_taken_or_told(lines: list[str]) -> None:
    text = "\n".join(line.format(f"word{n}") for n, line in enumerate(lines, 1))
    try:
        plan = read_markdown(text, force=True)
    except PlanUnreadable:
        return
    assert not lost(content(text), plan)
    try:
        asked = read_markdown(text, include=INCLUDE, force=True)
    except PlanUnreadable:
        return
    assert not lost(content(text), asked)


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("## A\n- [x](https://e.org)\n## B\n- plain\n- more", "lists", ["plain", "more"]),
        ("- [ ] a\n## B\n|x|y|\n|-|-|\n|one|two|\n|three|four|", "tables", ["one", "three"]),
        ("- [ ] a\n\nLong words about it.\n\nMore words.", "paragraphs", ["Long words", "More"]),
        ("- [ ] a\n- [ ] b\n## FAQ\n- [why](https://e.org/w)\n", "sections", ["FAQ", "why"]),
        ("# 计划\n- [ ] 甲\n- [ ] 乙\n## 许可\n- [协议](https://e.org/w)\n", "sections", ["协议"]),
        ("# Plan\n- [ ] uno\n## Licencia\n[MIT](https://e.org/m)\n", "sections", ["MIT"]),
        ("- [ ] a\n\n> [!TIP]\n> Go slowly.\n\n> - [beats](https://e.org/b)", "quotes", ["beats"]),
        ("- [ ] a\n\n```\n- [ ] inside\n```\n", "code", ["inside"]),
    ],
)
def test_what_is_told_can_be_asked_for(text: str, part: str, words: list[str]) -> None:
    without, asked = read_markdown(text), read_markdown(text, include=[part])
    before, after = (json.dumps(p.roadmap, ensure_ascii=False) for p in (without, asked))
    assert all(word in after for word in words)
    assert not all(word in before for word in words)
    assert without.left_out


def test_a_plan_that_an_assistant_wrote_into_a_block_of_code_is_read() -> None:
    text = "Here is your plan:\n\n```markdown\n# Go\n## Week 1\n- [ ] tour\n## Week 2\n- [ ] maps\n```\n"
    plan = read_markdown(text)
    assert [stage["title"] for stage in plan.roadmap["stages"]] == ["Week 1", "Week 2"]
    assert plan.roadmap["title"] == "Go"

"""Folders of pages: each tree is the one that whoever filled the folder would draw."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import Run
from imported_plans import drawn
from llmroadmap.formats import PlanSource, format_of
from llmroadmap.formats.archive import texts_in_zip
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.storage.plan_file import read_plan

ID = "0123456789abcdef0123456789abcdef"


def read(files: Mapping[str, str], name: str = "guitar", **options: object) -> ImportedPlan:
    source = PlanSource(path=f"/x/{name}", files=files, **options)  # type: ignore[arg-type]
    assert format_of(source).name == "folder"
    return format_of(source).read(source)


def filled(folder: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


BOOK = {
    "book.toml": "",
    "src/SUMMARY.md": (
        "# Summary\n\n[Introduction](intro.md)\n\n# Basics\n- [Ownership](ch01.md)\n"
        "  - [Borrowing](ch01-1.md)\n  - [Slices](ch01-2.md)\n- [Structs](ch02.md)\n"
        "# Advanced\n- [Traits](ch03.md)\n- [Macros]()\n"
    ),
    "src/intro.md": "# Introduction\nSee [a](https://e.org/a) and [b](https://e.org/b).\n",
    "src/ch01.md": "# Ownership\nRules.\n- They are checked.\n- [more](https://e.org/m)\n",
    "src/ch01-1.md": "# Borrowing\nReferences.\n",
    "src/ch01-2.md": "# Slices\n- [ ] first word\n- [ ] last word\n",
    "src/ch02.md": "# Structs\n",
    "src/ch03.md": "# Traits\n",
    "src/unused.md": "# Not in the book\n- [ ] x\n",
}
COURSE = {
    "README.md": (
        "# ML\n\nFour weeks.\n\n## Curriculum\n| Week | Topic | Folder |\n|--|--|--|\n"
        "| 1 | Numpy | [w1](week1/) |\n| 2 | Pandas | [w2](week2/README.md) |\n\n"
        "## License\nMIT\n"
    ),
    "week1/README.md": "# Week 1\n- [ ] [Arrays](https://e.org/a)\n- [x] Views (30 min)\n",
    "week2/README.md": "# Week 2\n1. [Lesson](lesson.md)\n2. [Homework](homework.md)\n",
    "week2/lesson.md": "# Frames\nA frame is a table.\n",
    "week2/homework.md": "# Homework\n- [ ] load\n- [ ] plot\n",
    "CONTRIBUTING.md": "# Contributing\n",
}
NOTION = {
    f"Export/吉他 {ID}.md": (
        f"# 吉他\n\n一年。\n\n[第一周](%E5%90%89%E4%BB%96%20{ID}/%E7%AC%AC%E4%B8%80%E5%91%A8%20{ID}.md)\n\n"
        f"[第二周](%E5%90%89%E4%BB%96%20{ID}/%E7%AC%AC%E4%BA%8C%E5%91%A8%20{ID}.md)\n\n"
        f"[任务](%E5%90%89%E4%BB%96%20{ID}/%E4%BB%BB%E5%8A%A1%20{ID}.csv)\n"
    ),
    f"Export/吉他 {ID}/第一周 {ID}.md": "# 第一周\n\n- [x]  调音\n- [ ]  和弦\n",
    f"Export/吉他 {ID}/第二周 {ID}.md": "# 第二周\n\n- [ ]  音阶\n    - [ ]  大调\n    - [ ]  小调\n",
    f"Export/吉他 {ID}/任务 {ID}.csv": "Name,Status\n练习曲一,Done\n",
    f"Export/吉他 {ID}/任务 {ID}_all.csv": (
        "Name,Status\n练习曲一,Done\n练习曲二,Not started\n练习曲三,In progress\n"
    ),
    f"Export/吉他 {ID}/任务/练习曲一 {ID}.md": "# 练习曲一\n\nStatus: Done\n\n慢慢弹。\n",
    f"Export/吉他 {ID}/任务/练习曲二 {ID}.md": "# 练习曲二\n\nStatus: Not started\n\n- [ ] 右手\n- [ ] 左手\n",
}
HACKMD = {
    "Book.md": (
        "讀書會\n===\n\n- [Week 1](https://hackmd.io/@me/AbCdEf)\n- [Week 2](/GhIjKl)\n"
        "- [Week 3](https://hackmd.io/MnOpQr)\n"
    ),
    "Week 1.md": "---\ntitle: Week 1\ntags: dl\n---\n# Week 1\n- [x] 線性代數\n- [ ] 微積分\n",
    "Week 2.md": "# Week 2\n###### tags: `dl`\n[TOC]\n- [ ] 反向傳播\n",
    "Week 3.md": "# Week 3\n講 CNN 的一週，讀論文。\n",
}
VAULT = {
    "00 Guitar MOC.md": "# Guitar\n- [ ] [[Tuning]]\n- [x] [[Open chords|Chords]]\n",
    "Tuning.md": "Tune it.\n",
    "Open chords.md": "- [x] Em #guitar\n- [ ] Am\n",
}


@pytest.mark.parametrize(
    ("files", "tree"),
    [
        pytest.param(
            BOOK,
            (
                "Guitar\n  Guitar\n    Introduction\n  Basics\n    Ownership\n      Borrowing\n"
                "      Slices\n        first word\n        last word\n    Structs\n"
                "  Advanced\n    Traits\n    Macros"
            ),
            id="mdbook",
        ),
        pytest.param(
            COURSE,
            (
                "ML\n  Curriculum\n    Week 1: Numpy\n      Arrays [1]\n      Views [30m done]\n"
                "    Week 2: Pandas\n      Lesson\n      Homework\n        load\n        plot"
            ),
            id="course",
        ),
        pytest.param(
            NOTION,
            (
                "吉他\n  第一周\n    调音 [done]\n    和弦\n  第二周\n    音阶\n      大调\n      小调\n"
                "  任务\n    练习曲一 [done]\n    练习曲二\n      右手\n      左手\n    练习曲三 [started]"
            ),
            id="notion",
        ),
        pytest.param(
            HACKMD,
            (
                "讀書會\n  讀書會\n    Week 1 [1]\n      線性代數 [done]\n      微積分\n    Week 2\n"
                "      反向傳播\n    Week 3 [1]"
            ),
            id="hackmd",
        ),
        pytest.param(
            VAULT,
            "Guitar\n  Guitar\n    Tuning\n    Chords\n      Em [done]\n      Am",
            id="vault",
        ),
        pytest.param(
            {
                "semana 10.md": "- [ ] canción\n",
                "semana 2.md": "- [ ] escalas\n",
                "semana 1.md": "- [ ] acordes\n- [x] ritmo\n",
                "introducción.md": "Por qué tocar.\n",
                "LICENSE.md": "MIT",
            },
            (
                "Guitar\n  Guitar\n    Introducción\n  Semana 1\n    acordes\n    ritmo [done]\n"
                "  Semana 2\n    escalas\n  Semana 10\n    canción"
            ),
            id="numbers-es",
        ),
        pytest.param(
            {
                "第十一课 反馈.md": "# 第十一课 反馈\n文字。\n",
                "第二课 神经网络.md": "# 第二课 神经网络\n文字。\n",
                "第一课 绪论.md": "# 第一课 绪论\n文字。\n",
            },
            "Guitar\n  Guitar\n    第一课 绪论\n    第二课 神经网络\n    第十一课 反馈",
            id="numbers-zh",
        ),
        pytest.param(
            {
                "01-basics/01_tuning.md": "Text.\n",
                "01-basics/02_strings.md": "Text.\n",
                "02-chords/notes.org": "#+TITLE: Chords\n* TODO Em\n* DONE Am\n",
                "02-chords/list.csv": "Title,Done\nG,yes\nC,no\n",
            },
            (
                "Guitar\n  Basics\n    Tuning\n    Strings\n  Chords\n    List\n      G [done]\n"
                "      C\n    Chords\n      Em\n      Am [done]"
            ),
            id="folders-of-several-formats",
        ),
    ],
)
def test_trees(files: Mapping[str, str], tree: str) -> None:
    assert drawn(read(files)) == tree


def test_what_no_page_of_a_folder_gave_is_told_with_its_file() -> None:
    told = {left.what: left for left in read(COURSE).left_out}
    assert (told["licence"].path, told["licence"].lines) == ("README.md", (11, 12))
    assert told["page-text"].example == "week2/lesson.md"
    assert told["other-files"].example == "CONTRIBUTING.md"
    unnamed = {left.what: left.example for left in read(BOOK).left_out}
    assert unnamed["unnamed-pages"] == "src/unused.md"
    assert "Not in the book" in drawn(read(BOOK, include=("sections",)))


def test_links_between_pages_are_whole_with_a_base() -> None:
    plan = read({"a.md": "- [ ] [one](img/one.html)\n- [ ] two\n"}, base="https://e.org/c/")
    (stage,) = plan.roadmap["stages"]
    assert stage["items"][0]["links"] == [{"url": "https://e.org/c/img/one.html"}]
    assert [left.what for left in read({"a.md": "- [ ] [one](img/one.html)\n"}).left_out] == [
        "relative-links"
    ]


def test_pages_that_link_in_a_circle_come_to_an_end() -> None:
    plan = read(
        {
            "README.md": "- [ ] [a](a.md)\n- [ ] [b](b.md)\n",
            "a.md": "- [ ] [b](b.md)\n- [ ] [top](README.md)\n",
            "b.md": "- [ ] [a](a.md)\n",
        }
    )
    assert drawn(plan).count("\n") < 10


def zipped(files: Mapping[str, str], flag_utf8: bool = True) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return target.getvalue()


def test_a_zip_is_read_as_the_folder_in_it_also_one_in_another(tmp_path: Path) -> None:
    (tmp_path / "吉他.zip").write_bytes(zipped(NOTION))
    assert drawn(read_plan(str(tmp_path / "吉他.zip"))) == drawn(read(NOTION))
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.writestr("Part-1.zip", zipped(NOTION))
    assert drawn(read_plan(str(tmp_path / "outer.zip"))) == drawn(read(NOTION))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 999, zipped(BOOK)[:-40]])
def test_a_broken_zip_is_one_clear_error(data: bytes) -> None:
    with pytest.raises(PlanUnreadable, match="zip-invalid"):
        texts_in_zip(data, (".md",), 10_000)


def test_a_zip_that_unpacks_to_more_than_is_read_is_refused() -> None:
    with pytest.raises(PlanUnreadable, match="too-large"):
        texts_in_zip(zipped({"a.md": "x" * 5000}), (".md",), 1000)


def test_the_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    filled(tmp_path, {"1.md": "- [ ] a\n"})
    (tmp_path / "2.md").write_bytes(b"\x80\xff\x00\x01" * 50)
    with pytest.raises(PlanUnreadable) as caught:
        read_plan(str(tmp_path))
    assert caught.value.path == str(tmp_path / "2.md")


def test_a_folder_is_followed_and_updated_like_a_file(run: Run, tmp_path: Path) -> None:
    folder = filled(
        tmp_path / "guitar", {"1 a.md": "- [ ] tune\n- [ ] sing\n", "2 b.md": "- [ ] play\n"}
    )
    assert run(["add", str(folder), "--id", "g"]).status == 0
    assert run("use g").status == 0
    run("done 2.1")
    filled(folder, {"0 start.md": "- [ ] buy\n", "2 b.md": "- [ ] listen\n- [ ] play\n"})
    run("update g --yes")
    rows = {s["title"]: s["state"] for s in run("list --json").data["steps"]}
    assert rows == {
        "buy": "open",
        "tune": "open",
        "sing": "open",
        "listen": "open",
        "play": "done",
    }

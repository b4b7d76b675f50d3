"""Every error says what is wrong and what to do next, in both languages, as text and JSON."""

import ast
import importlib
import inspect
import io
import json
import pkgutil
import re
import types
import typing
from collections.abc import Iterator

import pytest

from conftest import Run
from every_error import ERRORS
from llmroadmap.core.checking.problems import Problem
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.lookup.errors import Candidate
from llmroadmap.filesystem.errors import CannotRead, CannotWrite
from llmroadmap.formats.errors import RoadmapInvalid
from llmroadmap.locales import LANGUAGES, texts
from llmroadmap.prompts import Declined
from llmroadmap.storage.errors import ProgressDamaged, ProgressError
from llmroadmap.storage.progress_schema import _EXPECTED
from llmroadmap.terminal.screen import Screen, plain
from llmroadmap.views.as_json import failure
from llmroadmap.views.error import hint, message, show
from texts_of import group, texts_of

# Errors whose message says it all.
WITHOUT_HINT = {"declined"}
SAMPLES = {
    str: "ENOSPC",
    int: 3,
    bool: True,
    list[str]: ["2026-11-24"],
    tuple[str, ...]: ("next",),
    list[tuple[str, str]]: [("hf.0", "Setup")],
    tuple[Candidate, ...]: (Candidate("hf.0", "Setup"),),
    tuple[Problem, ...]: (Problem("missing-key", ("stages", 0), {"key": "id"}, line=3, column=5),),
}


def samples(kind: type[LlmroadmapError]) -> Iterator[LlmroadmapError]:
    """One with every fact and one with as few as can be."""
    for full in (True, False):
        given = {}
        # A class without an `__init__` of its own has no facts.
        own = isinstance(kind.__init__, types.FunctionType)
        hints = typing.get_type_hints(kind.__init__, localns={"Problem": Problem}) if own else {}
        parameters = inspect.signature(kind).parameters if own else {}
        for name, parameter in parameters.items():
            wanted = hints[name]
            if typing.get_origin(wanted) in (types.UnionType, typing.Union):
                wanted = next(a for a in typing.get_args(wanted) if a is not type(None))
            if full or parameter.default is parameter.empty:
                given[name] = SAMPLES[wanted]
        yield kind(**given)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.code)
def test_every_error_has_words(kind: type[LlmroadmapError], lang: str) -> None:
    t = texts(lang)
    for error in samples(kind):
        for backups in (0, 2) if isinstance(error, ProgressError) else (0,):
            error.__dict__.update({"backups": backups} if backups else {})
            said = message(error, t)
            assert said
            assert "None" not in said
            assert "{" not in said
            advice = hint(error, t)
            assert bool(advice) is (error.code not in WITHOUT_HINT)
            assert "{" not in advice
            lines = [plain(each) for each in show(error, Screen(io.StringIO(), {}), t)]
            # What the person answered is no error.
            assert lines[0].startswith(t("errors.error").rstrip()) is (kind is not Declined)
            answer = json.loads(failure(error, t))
            assert answer["ok"] is False
            assert answer["error"]["code"] == kind.code
            assert answer["error"]["message"] == said
            assert answer["error"]["hint"] == advice


def test_no_error_has_gone_and_left_its_words() -> None:
    codes = {kind.code for kind in ERRORS} | {
        *("missing-argument", "unclear-alone", "together"),
        "internal",  # of `crash`, which is no error of ours
    }
    for key in texts_of("en"):
        _, kind, name = (*key.split(".", 2), "", "")[:3]
        if kind in ("message", "hint") and name and not re.fullmatch("E[A-Z]+", name):
            assert any(name == code or name.startswith(f"{code}-") for code in codes), key


def test_the_words_of_an_error_stand_in_one_place() -> None:
    special = {"missing-argument": "errors", "unclear-alone": "errors", "together": "errors"}
    topic_of = {kind.code: kind.topic for kind in ERRORS} | special
    for key in texts_of("en"):
        topic, kind, name = (*key.split(".", 2), "", "")[:3]
        if kind in ("message", "hint") and name in topic_of:
            assert topic_of[name] == topic, f"locales: {key} belongs to {topic_of[name]}"


def test_codes_are_each_of_one_error() -> None:
    # A guess that was taken is an unknown item of which nobody could be told.
    codes = [kind.code for kind in ERRORS if kind.__name__ != "GuessTaken"]
    assert sorted(codes) == sorted(set(codes))
    assert len(codes) > 20


def test_no_advice_destroys_anything() -> None:
    for lang in LANGUAGES:
        # `add --force` reads a text, and destroys nothing.
        texts = {k: v for k, v in texts_of(lang).items() if not k.endswith("-no-plan")}
        for advice in [text for key, text in texts.items() if ".hint." in key]:
            for word in ("rm ", "--force", "--yes", "reset", "delete"):
                assert not re.search(rf"(?<!\w){word}", advice)


def constants_of(*calls: str) -> set[str]:
    """Every text that is handed to these as a reason, in all rooms that read or write."""
    found = set()
    rooms = [
        importlib.import_module(f"llmroadmap.{r}") for r in ("filesystem", "formats", "storage")
    ]
    modules = [m for r in rooms for m in pkgutil.walk_packages(r.__path__, f"{r.__name__}.")]
    for module in modules:
        tree = ast.parse(inspect.getsource(importlib.import_module(module.name)))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in calls:
                found |= {a.value for a in node.args[:2] if isinstance(a, ast.Constant)}
            if (
                "Rejected" in calls
                and isinstance(node, ast.Assign)
                and getattr(node.targets[0], "id", "") == "reason"
            ):
                values = ast.walk(node.value)
                found |= {n.value for n in values if isinstance(n, ast.Constant)}
    return {text for text in found if isinstance(text, str)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_damage_has_words(lang: str) -> None:
    reasons = constants_of("ProgressDamaged", "Rejected") - {""}
    assert {"empty", "truncated", "same-id", "duplicate-key", "too-deep"} <= reasons
    for reason in (reasons | {"not-a-file", "too-big"}) - {"wrong-shape"}:
        assert reason in group(lang, "files.damages")
    for expected in set(_EXPECTED.values()):
        error = ProgressDamaged("p", "wrong-shape", field="at", expected=expected, found="5")
        said = message(error, texts(lang))
        assert (
            expected in ("present", "known-key")
            or texts(lang).of("files.expected", expected) in said
        )
        assert "at" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_plan_that_cannot_be_read_has_words(lang: str) -> None:
    for reason in constants_of("PlanUnreadable"):
        assert reason in group(lang, "files.plans")


def test_a_damaged_file_is_told_with_place_and_way_back() -> None:
    error = ProgressDamaged("/home/me/llm.json", "truncated", line=12, column=40)
    error.backups = 3
    assert message(error, texts("en")) == (
        "Your progress file is damaged: /home/me/llm.json, line 12, column 40: it breaks off here. "
        "It was left as it is."
    )
    assert "llmroadmap restore" in hint(error, texts("en"))
    assert message(error, texts("zh")) == (
        "你的进度文件已损坏：/home/me/llm.json，第 12 行第 40 列：文件不完整，在此处截断。文件保持原样。"
    )


def test_of_many_problems_the_first_are_shown_and_all_are_in_json() -> None:
    many = tuple(
        Problem("missing-key", facts={"key": "id"}, line=n, column=1) for n in range(1, 31)
    )
    error = RoadmapInvalid(many, "plan.yaml")
    lines = [plain(each) for each in show(error, Screen(io.StringIO(), {}), texts("en"))]
    assert lines[0] == "Error: plan.yaml is not a valid roadmap: 30 problems."
    assert len(lines) == 1 + 20 + 1 + 1
    assert lines[-2].strip() == "and 10 more"
    assert len(json.loads(failure(error, texts("en")))["error"]["problems"]) == 30


def test_what_the_system_says_is_said_in_words() -> None:
    error = CannotWrite("/x", "ENOSPC")
    assert "no space is left" in message(error, texts("en"))
    assert "磁盘没有剩余空间" in message(error, texts("zh"))
    assert "ESRMNT" in message(CannotRead("/x", "ESRMNT"), texts("en"))


CHINESE = [
    ("use nowhere", "现有：llm。"),
    ("status s1 --line", "只能选一个：阶段|课程、--line。"),
    ("next --lang fr", "可以写：en 或 zh。"),
    ("next --kind zzz", "可以写：论文、视频"),
    ("show", "缺少“条目”（"),
    ("done .", "开始下一步：llmroadmap start"),
    ("checkin hf.1.1", "notes1"),
    ("check plan.md", "“文件”不能写“plan.md”"),
]


@pytest.mark.parametrize(("line", "words"), CHINESE)
def test_chinese_as_it_is_written(run: Run, line: str, words: str) -> None:
    said = run(line, LLMROADMAP_LANG="zh").err
    assert words in said
    assert ", " not in said.partition("例如")[0]
    for row in said.splitlines():
        assert row.count("应为：") <= 1
        assert row.count("：") <= 2


def test_what_a_name_may_mean_is_said_once(run: Run) -> None:
    assert "可能" not in run("done 简介 --lang zh").err.split("\n", 1)[1]
    assert run("done introduction").err.count("matches") == 1

"""Roadmaps by name: beginnings and titles, as steps are; the built-in one says what it is."""

from collections.abc import Callable

import pytest

from conftest import Run

GUITAR = "# 吉他一年\n\n- [ ] [调弦](https://e.org/1)\n- [ ] [和弦](https://e.org/2)\n"
PIANO = "# Piano for patient people\n\n- [ ] [Keys](https://e.org/3)\n"


@pytest.fixture
def three(run: Run, plan: Callable[..., str]) -> Run:
    for text, name in ((GUITAR, "guitar"), (PIANO, "guide-2")):
        assert run(["add", plan(text), "--id", name]).status == 0
    return run


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("guitar", "guitar"), ("GUITAR", "guitar"), ("gui", None), ("guit", "guitar"),
        ("吉他", "guitar"), ("piano for", "guide-2"), ("patient", "guide-2"), ("llm", "llm"),
        ("guide_2", "guide-2"), ("a", None), ("violin", None),
    ],
)  # fmt: skip
def test_what_is_meant(three: Run, typed: str, meant: str | None) -> None:
    ran = three(["use", typed, "--json"])
    if meant is not None:
        assert ran.data["id"] == meant
    else:
        assert ran.error["code"] in ("ambiguous-roadmap", "unknown-roadmap")
        assert ran.status == 2


def test_beside_use(three: Run) -> None:
    assert [s["title"] for s in three("list --roadmap 吉他 --json").data["steps"]] == [
        "调弦",
        "和弦",
    ]
    assert three("export 吉他 --json").status == 0
    assert three("update 吉他 --dry-run --json").data["id"] == "guitar"
    assert three("remove 吉他 --yes --json").data["id"] == "guitar"
    assert three("use guitar --json").error["code"] == "unknown-roadmap"


def test_the_built_in_one_says_so(three: Run) -> None:
    assert three("remove llm --yes --json").error["code"] == "built-in-roadmap"


def test_a_step_of_another_roadmap_is_named_with_it(three: Run) -> None:
    name = three("list --roadmap guitar --json").data["steps"][0]["id"]
    for lang in ("en", "zh"):
        ran = three(f"done {name}x{name}", LLMROADMAP_LANG=lang)
        assert "--roadmap" not in ran.err
    three("use guitar")
    ran = three("done hf.0.1")
    assert ran.status == 2
    assert "llmroadmap done hf.0.1 --roadmap llm" in ran.err

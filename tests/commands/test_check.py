import pytest

from conftest import Run


def test_everything_wrong_is_said_at_once_with_its_place(run: Run, plan) -> None:
    file = plan(
        "format: 1\nid: x\ntitle: X\nstages:\n"
        "  - id: s\n    title: S\n    items:\n"
        "      - {id: a, title: A, needs: [b]}\n"
        "      - {id: a, title: A}\n",
        "x.yaml",
    )
    answer = run(["check", file, "--json"])
    assert answer.status == 1
    found = {(e["code"], e["line"]) for e in answer.data["errors"]}
    assert ("id-twice", 9) in found or len(found) >= 2
    shown = run(["check", file])
    assert f"{file}:" in shown.out
    assert "2 errors" in shown.out


def test_the_roadmap_that_ships_has_no_mistakes(run: Run) -> None:
    checked = run("check --json")
    assert (checked.status, checked.data["errors"], checked.data["warnings"]) == (0, [], [])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_that_are_taken_are_listed(run: Run, plan, lang: str) -> None:
    text = (
        "format: 1\nid: x\ntitle: T\nstages:\n- {id: s, title: S, zzz: 1, items: [{id: a, title: A,"
        " kind: zzz, links: [{url: https://a.b, kind: zzz}]}]}\n"
    )
    said = run(["check", plan(text, "x.yaml"), "--lang", lang]).out
    comma = "、" if lang == "zh" else ", "
    assert f"chapter{comma}section" in said
    assert f"repository{comma}website" in said
    assert f"goals{comma}tips" in said
    assert ".md" not in said


def test_a_file_that_is_not_there_is_no_case_for_the_doctor(run: Run) -> None:
    error = run("check nofile.yaml --json").error
    assert error["code"] == "cannot-read"
    assert "doctor" not in error["hint"]

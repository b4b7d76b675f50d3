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

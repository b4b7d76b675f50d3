from pathlib import Path

from conftest import Run


def test_it_is_offered_and_counted_again(small: Run) -> None:
    small("mute a")
    answer = small("unmute a --json").data
    assert (answer["steps"], answer["total"]) == (4, 7)
    assert small("next --json").data["steps"][0]["id"] == "a.1"


def test_what_is_not_muted_stays_as_it_is(small: Run) -> None:
    ran = small("unmute a")
    assert "is already like that" in ran.out
    assert "Nothing changed." in ran.out


def test_what_the_plan_has_no_more_can_be_taken_out(small: Run, home: Path) -> None:
    file = home / "config" / "small.mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("format: 1\nmute: [gone.1]\n")
    assert "gone.1" in small("doctor").out
    assert [each["id"] for each in small("unmute gone.1 --json").data["changed"]] == ["gone.1"]
    assert "gone.1" not in file.read_text()

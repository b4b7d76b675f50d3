from conftest import Run


def minutes(small: Run, item: str) -> int:
    found: int = small(f"show {item} --json").data["minutes"]
    return found


def test_of_a_step_of_each_step_in_a_group_and_of_a_kind(small: Run) -> None:
    small("estimate a 20m")
    small("estimate a.2 1h")
    answer = small("estimate --kind video 50m --json").data
    assert (answer["steps"], answer["value"]) == (2, "50")
    assert [minutes(small, item) for item in ("a.1", "a.2", "b.1")] == [20, 60, 50]


def test_the_plan_s_own_comes_back(small: Run) -> None:
    small("estimate a.1 20m")
    assert small("estimate a.1 --remove --json").data["before"] == "20"
    assert minutes(small, "a.1") == 45
    small("estimate --kind video 50m")
    small("estimate --kind video --remove")
    assert minutes(small, "b.1") == 30


def test_what_there_is_is_listed_as_it_is_typed(small: Run) -> None:
    assert small("estimate").out == "None yet.\n"
    small("estimate a.2 1h")
    small("estimate --kind video 50m")
    listed = small("estimate --json").data["listed"]
    assert [(each["id"], each["value"]) for each in listed] == [("video", "50m"), ("a.2", "60m")]


def test_a_title_needs_no_quotes(small: Run) -> None:
    answer = small("estimate attention in code 25m --json").data
    assert [each["id"] for each in answer["changed"]] == ["a.2"]


def test_what_cannot_be_understood_changes_nothing(small: Run) -> None:
    assert "TIME" in small("estimate a.1 soon").err
    assert small("estimate a.1 --json").error["code"] == "usage"
    assert small("estimate a.1 20m --kind video --json").error["code"] == "usage"
    assert small("estimate a.1 30h --json").error["code"] == "invalid-option"
    assert minutes(small, "a.1") == 45


def test_the_same_once_more_changes_nothing(small: Run) -> None:
    small("estimate a.1 20m")
    ran = small("estimate a.1 20m")
    assert "Nothing changed." in ran.out
    assert len(small("log --json").data["entries"]) == 1


def test_a_kind_needs_no_option_where_nothing_is_called_so(small: Run) -> None:
    assert small("estimate section 30m --json").data["steps"] == 3
    assert small("estimate 视频 40m --json").data["steps"] == 2
    assert small("estimate nothing 30m --json").error["code"] == "unknown-item"

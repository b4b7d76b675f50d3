from typing import Any

import pytest

from llmroadmap.core.overlay.model import Overlay, value_at, with_value

STEP = {"id": "x", "title": "X", "after": "a.1"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("mute", "a.1"), True),
        (("kinds", "video"), 40),
        (("change", "a.1", "due"), "2027-01-01"),
        (("change", "a.1", "tags"), ["exam"]),
        (("add", "x"), STEP),
    ],
)
def test_a_value_is_set_read_and_taken_out_again(path: tuple[str, ...], value: Any) -> None:
    before: Overlay = {"format": 1}
    after = with_value(before, path, value)
    assert value_at(before, path) is None
    assert value_at(after, path) == value
    assert with_value(after, path, None) == before


def test_a_value_takes_the_place_of_the_one_before() -> None:
    overlay = with_value({}, ("add", "x"), STEP)
    overlay = with_value(overlay, ("add", "y"), {**STEP, "id": "y"})
    overlay = with_value(overlay, ("add", "x"), {**STEP, "title": "New"})
    assert [item["title"] for item in overlay["add"]] == ["New", "X"]

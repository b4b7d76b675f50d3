"""Questions and answers in a text, as people write them."""

import pytest

from llmroadmap.core.model.question import Question, questions_in, without_questions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q: why?\nA: because", [("why?", "because")]),
        ("问：为什么？\n答：因为", [("为什么？", "因为")]),
        ("问: 为什么？\n答: 因为", [("为什么？", "因为")]),
        ("q：two colons: here\na：yes", [("two colons: here", "yes")]),
        ("- Q: in a list\n  A: it may stand", [("in a list", "it may stand")]),
        ("**Q:** bold\n**A:** also", [("bold", "also")]),
        ("Q: on one line? A: yes", [("on one line?", "yes")]),
        ("问：一行？答：可以", [("一行？", "可以")]),
        (
            "Q: a long\n question\nA: a long\n answer\n\nnot this",
            [("a long question", "a long answer")],
        ),
        ("Q: one\nA: 1\nQ: two\nA: 2", [("one", "1"), ("two", "2")]),
        ("Q: nobody knows", [("nobody knows", "")]),
        ("Q: one\nA: 1\nA: never two", [("one", "1")]),
        ("Q:\nA: nothing asked", []),
        ("FAQ: no\nA: no question", []),
        ("A query: no", []),
        ("", []),
    ],
)
def test_pairs(text: str, found: list[tuple[str, str]]) -> None:
    assert questions_in(text) == [Question(*pair) for pair in found]


def test_the_rest_of_a_text() -> None:
    assert without_questions("before\nQ: one\nA: 1\n\nafter") == "before\n\nafter"
    assert without_questions("Q: one A: 1") == ""

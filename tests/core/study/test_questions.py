"""The questions about a step, and cards made of them."""

from llmroadmap.core.model.question import Question
from llmroadmap.core.study.questions import cards, questions_about
from trees import event, group, roadmap, step

ASKED = [
    {"question": {"en": "Why?", "zh": "为什么？"}, "answer": {"en": "So.", "zh": "因为。"}},
    {"question": "How?", "answer": "Thus."},
]
PLAN = roadmap(group("s", step("a", recall=ASKED), step("b", was=["old"])))


def test_the_authors_come_before_ones_own() -> None:
    assert questions_about(PLAN.recall, 1, "zh", ["Q: mine? A: yes"]) == [
        Question("为什么？", "因为。"),
        Question("How?", "Thus."),
        Question("mine?", "yes"),
    ]
    assert questions_about(PLAN.recall, 2, "en", []) == []


def test_cards_keep_their_guid_in_every_language_and_after_a_step_was_renamed() -> None:
    events = [event("note", "old", 1, text="Q: one A: 1\nQ: two A: 2\nQ: unanswered")]
    made = list(cards(PLAN, events, "en"))
    assert [(card.item, card.question, card.answer) for card in made] == [
        ("a", "Why?", "So."),
        ("a", "How?", "Thus."),
        ("b", "one", "1"),
        ("b", "two", "2"),
    ]
    assert [card.guid for card in made] == [card.guid for card in cards(PLAN, events, "zh")]
    assert len({card.guid for card in made}) == 4
    assert made[0].guid == "llmroadmap:test:a:1"


def test_a_renamed_step_keeps_the_cards_that_it_had() -> None:
    asked = [{"question": {"en": "Why?"}, "answer": {"en": "So."}}]
    before = roadmap(group("s1", group("c", group("old", {"id": "x", "recall": asked}))))
    after = roadmap(
        group(
            "s1",
            group(
                "c",
                {
                    **group("new", {"id": "y", "was": ["c.old.x"], "recall": asked}),
                    "was": ["c.old"],
                },
            ),
        )
    )
    moved = roadmap(
        group("s1", group("c", {**group("new", {"id": "x", "recall": asked}), "was": ["c.old"]}))
    )
    guids = [[card.guid for card in cards(plan, [], "en")] for plan in (before, after, moved)]
    assert guids == [["llmroadmap:test:c.old.x:1"]] * 3

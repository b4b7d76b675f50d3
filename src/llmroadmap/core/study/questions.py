"""The questions about a step: its author's, the learner's own in notes; and all of them as cards."""

from collections.abc import Iterator, Mapping, Sequence

from llmroadmap.core.model.question import Question, questions_in
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.model.text import choose
from llmroadmap.core.model.tree import RecallTree
from llmroadmap.core.progress.events import Event
from llmroadmap.core.progress.notes import standing
from llmroadmap.core.records import NamedTuple


class Card(NamedTuple):
    """A question for a program of flash cards; `guid` is the same as long as it is the same question.

    `node` is None where the roadmap does not have the item any more.
    """

    guid: str
    item: str
    node: int | None
    question: str
    answer: str


def authors_questions(asked: Sequence[RecallTree], lang: str) -> list[Question]:
    """Return what the roadmap's file has under `recall:`, in one language."""
    return [
        Question(choose(each["question"], lang), choose(each["answer"], lang)) for each in asked
    ]


def questions_about(
    recall: Mapping[int, Sequence[RecallTree]], node: int, lang: str, notes: Sequence[str]
) -> list[Question]:
    """Return the author's questions about a step, then the learner's own in their notes on it."""
    own = [pair for text in notes for pair in questions_in(text)]
    return authors_questions(recall.get(node, ()), lang) + own


def cards(roadmap: Roadmap, events: Sequence[Event], lang: str) -> Iterator[Card]:
    """Yield a card for each question of the plan, in its order, then for those in notes, by age.

    A learner's question without an answer is no card.
    """
    former = {ids[0]: was for was, ids in reversed([*roadmap.was.items()]) if len(ids) == 1}
    for node, asked in sorted(roadmap.recall.items()):
        item = roadmap.id_of(node)
        for number, pair in enumerate(authors_questions(asked, lang), 1):
            guid = f"llmroadmap:{roadmap.id}:{_first_id(item, former)}:{number}"
            yield _card(guid, item, node, pair)
    for event, item in standing(events, roadmap):
        if event["do"] != "note":
            continue
        for number, pair in enumerate(questions_in(event.get("text", "")), 1):
            if pair.answer:
                # The note's id, and not the item's: a plan may change under it.
                guid = f"llmroadmap:{roadmap.id}:{event['id']}:{number}"
                yield _card(guid, item, roadmap.find(item), pair)


def _first_id(item: str, former: Mapping[str, str]) -> str:
    """Return the id that an item had first: a renamed step has the cards that it had."""
    head, rest = item, ""
    while head:
        if head in former:
            return former[head] + rest
        head, dot, last = head.rpartition(".")
        rest = f"{dot}{last}{rest}"
    return item


def _card(guid: str, item: str, node: int | None, pair: Question) -> Card:
    return Card(guid=guid, item=item, node=node, question=pair.question, answer=pair.answer)

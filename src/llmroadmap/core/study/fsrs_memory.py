"""From reviews to a memory, by FSRS (https://github.com/open-spaced-repetition/py-fsrs).

The one place that imports `fsrs`: whoever only reads memories does without.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from llmroadmap.core.study.memory import Curve, Memory, Reviews

if TYPE_CHECKING:
    from fsrs import Card

# A step is asked about again when the chance that it is known has come down to this. At 0.9 a plan
# of a year comes to five questions a day in the end, at 0.8 to three.
RETENTION = 0.8


class Fsrs:
    """The scheduler with settings under which the same answers always give the same days."""

    def __init__(self, retention: float = RETENTION) -> None:
        from fsrs import Scheduler  # 25 ms, for who is asked

        # Steps of minutes are for cards that are drilled; here nothing comes twice a day.
        self.scheduler: Scheduler = Scheduler(
            desired_retention=retention,
            learning_steps=(),
            relearning_steps=(),
            enable_fuzzing=False,
        )

    @property
    def curve(self) -> Curve:
        """Return the constants of forgetting, as FSRS-6 has them in its parameters."""
        decay = -self.scheduler.parameters[20]
        return Curve(factor=0.9 ** (1 / decay) - 1, decay=decay)

    def memory(self, reviews: Reviews) -> Memory:
        """Return the memory after one or more reviews, the oldest first."""
        card = _card(None, reviews[0][0])
        for day, grade in reviews:
            card = self._after(card, day, grade)
        return _memory(card)

    def after(self, memory: Memory, day: int, grade: int) -> Memory:
        """Return the memory after one more answer on `day`, no earlier than its last."""
        return _memory(self._after(_card(memory, day), day, grade))

    def _after(self, card: "Card", day: int, grade: int) -> "Card":
        from fsrs import Rating

        return self.scheduler.review_card(card, Rating(grade), _noon(day))[0]


def _noon(day: int) -> datetime:
    """Return an instant of a day; between two of them lie whole days."""
    moment = datetime.fromordinal(day)
    return moment.replace(hour=12, tzinfo=UTC)


def _card(memory: Memory | None, day: int) -> "Card":
    """Return a card; without an id of its own it would wait a millisecond for one."""
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=0, due=_noon(day))
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(memory.due),
        last_review=_noon(memory.last),
    )


def _memory(card: "Card") -> Memory:
    if card.stability is None or card.difficulty is None or card.last_review is None:
        raise ValueError(card)
    return Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        last=card.last_review.toordinal(),
        due=card.due.toordinal(),
    )

"""What `recall` returns."""

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.notes import NoteSummary
from llmroadmap.results.summaries import ItemRef, KnownSummary


class QuestionSummary(NamedTuple):
    """A step to recall: what is asked, the answer, the learner's notes on it, where it is taught.

    `question` is "" where nobody wrote one: then it is to be said in two sentences. `known_percent`:
    the chance that it is known today. `last`: when it was last asked, or finished. `next_days`: by
    grade, after how many days it would be asked again.
    """

    id: str
    title: str
    question: str
    answer: str
    notes: list[NoteSummary]
    links: list[dict[str, str]]
    known_percent: int
    last: str
    next_days: dict[str, int]


class AnswerSummary(NamedTuple):
    """An answer that was recorded, and the day on which its step is asked about again."""

    id: str
    title: str
    grade: int
    next: str
    next_days: int


class RecallDay(NamedTuple):
    """The steps to recall on a day."""

    day: str
    items: list[ItemRef]


class RecallBy(NamedTuple):
    """What to recall so that most is known on `day`, and how much that is, with it and without."""

    day: str
    known_percent: int
    without_percent: int
    days: list[RecallDay]


class RecallResult(NamedTuple):
    """What is to be recalled today, the least known first, and what was answered by this call.

    `did`: `asked`, `graded` or `listed`. `known`: null while nothing is finished that can be asked
    about. `next`: the day on which the next step is due, null without one. `is_first`: nothing was
    ever answered before this call.
    """

    did: str
    questions: list[QuestionSummary]
    answered: list[AnswerSummary]
    known: KnownSummary | None
    most: int
    next: str | None
    by: RecallBy | None
    is_first: bool

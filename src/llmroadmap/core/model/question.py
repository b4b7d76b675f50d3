"""What may be asked about a step a month later: the author's questions, and a learner's own."""

import re
from collections.abc import Iterator

from llmroadmap.core.records import NamedTuple

# More of them on one item would be a lesson, not a reminder of one.
MOST_QUESTIONS = 3
_ASKS = re.compile(r"\s*(?:[-*+]\s+)?(?:\*\*)?(?:[Qq]|问)(?:\*\*)?\s*[:：](?:\*\*)?\s*(?P<text>.*)")
_ANSWERS = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\*\*)?(?:[Aa]|答)(?:\*\*)?\s*[:：](?:\*\*)?\s*(?P<text>.*)"
)
# Both on one line, as one types them in a shell.
_ON_ONE_LINE = re.compile(r"(?P<question>.*?\S)(?:\s+[Aa]\s*[:：]|\s*答\s*[:：])\s*(?P<answer>.+)")


class Question(NamedTuple):
    """A question and its short answer, "" where the learner wrote none."""

    question: str
    answer: str


def questions_in(text: str) -> list[Question]:
    """Return the pairs of lines that begin with `Q:` and `A:`, or 问 and 答 with a colon.

    A line goes on up to the next such line or an empty one; `Q: … A: …` may stand on one.
    """
    return [pair for pair, _ in _pairs(text) if pair is not None]


def without_questions(text: str) -> str:
    """Return the rest of a text: the lines that are in no pair."""
    return "\n".join(line for pair, lines in _pairs(text) if pair is None for line in lines).strip()


def _pairs(text: str) -> Iterator[tuple[Question | None, list[str]]]:
    """Yield each pair with its lines, and the other lines one by one without."""
    lines = text.splitlines()
    start = 0
    while start < len(lines):
        begins = _ASKS.match(lines[start])
        if not begins or not begins["text"].strip():
            yield None, lines[start : start + 1]
            start += 1
            continue
        stop, asked, answered = _read(lines, start, begins["text"])
        yield Question(asked, answered), lines[start:stop]
        start = stop


def _read(lines: list[str], start: int, first: str) -> tuple[int, str, str]:
    """Return where the pair that begins at `start` ends, its question and its answer."""
    both = _ON_ONE_LINE.fullmatch(first)
    parts = [[both["question"]], [both["answer"]]] if both else [[first]]
    stop = start + 1
    while stop < len(lines) and lines[stop].strip() and not _ASKS.match(lines[stop]):
        answer = _ANSWERS.match(lines[stop])
        if answer and len(parts) == 2:
            break
        if answer:
            parts.append([answer["text"]])
        else:
            parts[-1].append(lines[stop])
        stop += 1
    words = [" ".join(" ".join(part).split()) for part in parts]
    return stop, words[0], words[1] if len(words) > 1 else ""

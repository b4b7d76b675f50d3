"""Is it a plan? What speaks for it, what against it, and what is in doubt."""

import re
from dataclasses import dataclass

from llmroadmap.formats.counting import count_of
from llmroadmap.formats.markdown.blocks import Document
from llmroadmap.formats.markdown.genre import genre_of, words_of
from llmroadmap.formats.markdown.names import is_sequence, is_study, says_plan
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.markdown.selection import STUDYING

# Units that other texts count by as well: the steps of a recipe, years of a life.
_WEAK_UNITS = frozenset({"", "st", "y", "p", "t", "ex", "q", "lv"})
_MANY_LINKS = 5
_WORDS_PER_STEP = 40
_PROSE = 150
_NEVER_PLANS = frozenset({"changelog", "licence", "trip", "project", "dataset"})
_NUMBERED = 2
# "一、…": how Chinese outlines count their parts.
_CHAPTER = re.compile("[一二三四五六七八九十]{1,3}、")
_CHAPTERS = 2


@dataclass(frozen=True, slots=True)
class Assessment:
    """`refusal`: why it is no plan; `doubt`: why it might be none; both keys of texts, or ""."""

    refusal: str = ""
    doubt: str = ""


def assess(document: Document, kept: Node, title: str, *, strict: bool) -> Assessment:
    """Judge a page by what was made of it."""
    signs = _Signs.of(kept)
    learning = says_plan(title) or any(
        says_plan(part.title) for part in kept.walk() if part.is_section
    )
    learning = learning or signs.studying * STUDYING >= signs.steps
    genre = genre_of(document.blocks, title)
    if genre and not signs.outweigh(genre, title):
        return Assessment(refusal=genre)
    if not (
        signs.boxes
        or signs.numbered >= _NUMBERED
        or signs.counted
        or signs.links
        or learning
        or signs.rows
        or signs.times
    ):
        return Assessment(refusal="no-signs")
    words = words_of(document.blocks)
    if signs.are_weak and words >= _PROSE and words >= _WORDS_PER_STEP * signs.steps:
        prose = Assessment(doubt="prose") if says_plan(title) else Assessment(refusal="prose")
        return prose if not (learning and signs.links >= _MANY_LINKS) else Assessment(doubt="prose")
    if signs.boxes or signs.counted >= 2 or signs.times >= 2 or signs.numbered >= _NUMBERED:
        return Assessment()
    if signs.links >= _MANY_LINKS and not learning and not signs.rows:
        return Assessment(doubt="links")
    if signs.links >= _MANY_LINKS or (
        learning and (signs.links or signs.rows or signs.chapters >= _CHAPTERS)
    ):
        return Assessment() if strict else Assessment(doubt="few-signs")
    return Assessment(doubt="few-signs")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What of a plan there is: boxes, counted parts (weeks, lessons), links, rows, lengths."""

    steps: int
    boxes: int
    counted: int
    links: int
    rows: int
    times: int
    studying: int
    chapters: int
    numbered: int

    @classmethod
    def of(cls, kept: Node) -> "_Signs":
        parts = list(kept.walk())
        steps = [part for part in parts if not part.children]
        return cls(
            steps=max(1, len(steps)),
            boxes=sum(bool(part.box) for part in parts),
            counted=sum(_is_counted(part.title) for part in parts),
            links=sum(part.linked for part in steps),
            rows=sum(part.form == "row" for part in steps),
            times=sum(bool(part.minutes) for part in parts),
            chapters=sum(bool(_CHAPTER.match(part.title)) for part in parts),
            studying=sum(is_study(part.title) for part in steps),
            numbered=sum(_is_deep(part.title) for part in parts),
        )

    @property
    def are_weak(self) -> bool:
        return not (self.boxes or self.counted >= 2 or self.rows >= 2)

    def outweigh(self, genre: str, title: str) -> bool:
        """Tell whether a page is a plan although it has the headings of something else."""
        if self.counted >= 3 and genre not in _NEVER_PLANS:
            return True
        if genre in {"software", "api", "cv", "faq"}:
            learning = says_plan(title)
            return learning and (self.boxes + self.links + self.rows) >= _MANY_LINKS
        return False


def _is_deep(title: str) -> bool:
    """Tell whether a title is numbered as the sections of a book are: 1.2."""
    count = count_of(title)
    return count is not None and len(count.numbers) > 1


def _is_counted(title: str) -> bool:
    count = count_of(title)
    if count is None:
        return is_sequence(title)
    return count.unit not in _WEAK_UNITS

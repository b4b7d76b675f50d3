"""The rows of `status`: which of them are shown one by one, and which are folded so that all fit."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from llmroadmap.core.records import NamedTuple
from llmroadmap.results.status import StageSummary, StatusResult
from llmroadmap.results.summaries import PartSummary
from llmroadmap.views.words import uncounted

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# What a row is marked with.
STARTED, DONE, FOLDED = "started", "done", "folded"


class Row(NamedTuple):
    """A stage (`depth` 0) or course; `word` stands in place of figures where nothing counts.

    A folded row has the ids of several parts in place of an id. `hidden` says what a stage that is
    not unfolded has below it.
    """

    id: str
    title: str
    depth: int
    mark: str
    done: int
    total: int
    percent: float
    minutes_left: int
    word: str = ""
    hidden: str = ""
    is_open: bool = False


def rows(result: StatusResult, budget: int, t: "Texts") -> tuple[list[Row], bool]:
    """Return the rows, at most `budget` where that can be, and whether any were folded.

    Stages under way are unfolded; then, step by step, courses of one kind and stages of one kind
    are joined, and in the end the longest lists are cut.
    """
    if result.is_all:
        return _unfolded(result, t), False
    folds = False
    courses = {stage.id: _courses(stage, t) for stage in _unfolded_stages(result)}
    for level in range(_LEVELS):
        found, folds = _folded(result, courses, level, t)
        if len(found) <= budget:
            return found, folds
    return _cut(found, max(budget, 1), t), True


_LEVELS = 3


def _unfolded(result: StatusResult, t: "Texts") -> list[Row]:
    return [row for stage in result.stages for row in (_row(stage, 0, "", t), *_courses(stage, t))]


def _courses(stage: StageSummary, t: "Texts") -> list[Row]:
    return [
        _row(course, 1, _mark(course), t, is_open=course.id in stage.open_now)
        for course in stage.courses
    ]


def _unfolded_stages(result: StatusResult) -> list[StageSummary]:
    is_only = len(result.stages) == 1
    return [stage for stage in result.stages if is_only or _is_under_way(stage)]


def _folded(
    result: StatusResult, courses: dict[str, list[Row]], level: int, t: "Texts"
) -> tuple[list[Row], bool]:
    """Return the rows and whether any are folded; `courses` are those of unfolded stages."""
    found: list[Row] = []
    folds = False
    for stage in result.stages:
        is_open = stage.id in courses
        row = _row(stage, 0, "" if is_open else _mark(stage), t)
        if not is_open and stage.courses:
            row = row._replace(hidden=t("status.courses", n=len(stage.courses)))
            folds = True
        found.append(row)
        if is_open:
            own = courses[stage.id]
            joined = _joined(own, t) if level else own
            folds = folds or len(joined) < len(own)
            found += joined
    if level > 1:
        joined = _joined(found, t)
        folds = folds or len(joined) < len(found)
        found = joined
    return found, folds


def _is_under_way(stage: StageSummary) -> bool:
    return bool(stage.open_now) or 0 < stage.done < stage.total


def _mark(part: PartSummary | StageSummary) -> str:
    if 0 < part.done < part.total:
        return STARTED
    return DONE if part.total and part.done == part.total else ""


def _row(
    part: PartSummary | StageSummary, depth: int, mark: str, t: "Texts", *, is_open: bool = False
) -> Row:
    return Row(
        id=part.id,
        title=part.title,
        depth=depth,
        mark=mark,
        done=part.done,
        total=part.total,
        percent=part.percent,
        minutes_left=part.minutes_left,
        word=uncounted(t, part.total, skipped=part.percent == 100),
        hidden="",
        is_open=is_open,
    )


def _kind(row: Row) -> str:
    """Return what rows that may be joined have in common, "" for one that stands for itself."""
    if row.is_open or row.mark == STARTED or row.id == "":
        return ""
    if row.word:
        return row.word
    return DONE if row.mark == DONE else FOLDED


def _joined(found: Sequence[Row], t: "Texts") -> list[Row]:
    """Return the rows with neighbours of one kind on one row, the stages under way as they are."""
    joined: list[Row] = []
    is_head = [
        row.depth == 0 and n + 1 < len(found) and found[n + 1].depth > 0
        for n, row in enumerate(found)
    ]
    keys = [
        (row.depth, "" if head else _kind(row)) for row, head in zip(found, is_head, strict=True)
    ]
    pairs = zip(keys, found, strict=True)
    for (depth, kind), group in groupby(pairs, lambda pair: pair[0]):
        same = [row for _, row in group]
        joined += same if not kind or len(same) == 1 else [_sum(same, depth, t)]
    return joined


def _sum(same: Sequence[Row], depth: int, t: "Texts") -> Row:
    done, total = sum(row.done for row in same), sum(row.total for row in same)
    return Row(
        id="",
        title=t.language.list_separator.join(row.id for row in same),
        depth=depth,
        mark=DONE if same[0].mark == DONE else FOLDED,
        done=done,
        total=total,
        percent=100 if total and done == total else 0,
        minutes_left=sum(row.minutes_left for row in same),
        word=same[0].word,
    )


def _cut(found: Sequence[Row], budget: int, t: "Texts") -> list[Row]:
    """Return the first rows, those open now before others, and one for all the rest."""
    keep = budget - 1
    ranked = sorted(range(len(found)), key=lambda n: (not found[n].is_open, found[n].depth, n))
    kept = sorted(ranked[:keep])
    rest = [row for n, row in enumerate(found) if n not in kept]
    leaves = _leaves(rest)
    last = _sum(leaves, 0, t)._replace(
        title=t("common.and_more", n=len(rest)), mark=FOLDED, word=""
    )
    return [found[n] for n in kept] + [last]


def _leaves(rest: Iterable[Row]) -> list[Row]:
    """Return the rows whose counts add up: a course is counted in its stage too."""
    found = list(rest)
    return [row for row in found if row.depth] or found

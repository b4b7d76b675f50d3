"""How far someone is: counts, percent and hours, of the whole, a stage, a course or a group."""

from llmroadmap.core.model.roadmap import ASSUMED_MINUTES
from llmroadmap.core.progress.progress import DONE, SKIPPED, STARTED, Progress
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.selection import next_steps

# From here on a percentage has no tenths: 9.9, 10, 11.
_WHOLE_FROM = 10


class Tally(NamedTuple):
    """Counted steps: `total` is what the percentage is of, so that skipped ones are not in it.

    `minutes_left`: the estimates of what is left; `without_estimate` steps of that have none.
    """

    done: int
    total: int
    skipped: int
    started: int
    minutes_left: int
    without_estimate: int = 0

    @property
    def percent(self) -> float:
        """Return the share done, rounded: below 10 to tenths, above to whole numbers.

        100 exactly when nothing is left, 0 exactly when none is done.
        """
        if not self.total:
            return 100 if self.skipped else 0
        if self.done in (0, self.total):
            return 100 if self.done else 0
        share = 100 * self.done / self.total
        tenths = max(round(share, 1), 0.1)
        if tenths < _WHOLE_FROM:
            return int(tenths) if tenths.is_integer() else tenths
        return min(round(share), 99)


def tally(progress: Progress, node: int | None = None) -> Tally:
    """Return the counts of `node`, or of the whole roadmap."""
    done, skipped = progress.count(DONE, node), progress.count(SKIPPED, node)
    total = done + progress.left(node)
    started = progress.count(STARTED, node)
    untimed = progress.untimed_left(node)
    return Tally(
        done=done,
        total=total,
        skipped=skipped,
        started=started,
        minutes_left=progress.minutes_left(node) - ASSUMED_MINUTES * untimed,
        without_estimate=untimed,
    )


def open_branches(progress: Progress, group: int) -> list[int]:
    """Return what in `group` has a step to offer now; of a sequence, the first."""
    found = [
        child
        for child in progress.roadmap.children(group)
        if progress.left(child) and next_steps(progress, 1, within=child)
    ]
    return found if progress.roadmap.is_parallel(group) else found[:1]


def chapters_of(progress: Progress, nodes: list[int]) -> list[int]:
    """Return the chapters of steps, each once, in the order of the steps."""
    found = dict.fromkeys(chapter_of(progress, node) for node in nodes)
    return [chapter for chapter in found if chapter is not None]


def chapter_of(progress: Progress, node: int) -> int | None:
    """Return the chapter that a step stands in, else its nearest group; None right below a stage."""
    roadmap = progress.roadmap
    groups = roadmap.path(node)[1:-1]
    chapters = [group for group in groups if roadmap.item(group).kind == "chapter"]
    return next(iter(chapters[-1:] or groups[-1:]), None)

"""The learner's memories: what recall, today, status, stats and next share.

Off costs nothing: who never recalled and did not ask for it has no memories read or made.
"""

from llmroadmap.cache.memory_cache import MemoryCache
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.study.memory import (
    Curve,
    Memories,
    Memory,
    Reviews,
    answered_on,
    due,
    memories_of,
)
from llmroadmap.results.summaries import KnownSummary
from llmroadmap.storage.workspace import Workspace


def memories(workspace: Workspace, progress: Progress) -> Memories:
    """Return the memories of what is done; what the cache lacks is reckoned, and kept."""
    path = workspace.locations.cached(f"memory-{workspace.roadmap.id}", workspace.file.path)
    cache = MemoryCache(path, _curve, _reckon)
    id_of = workspace.roadmap.ids.all()

    def remember(node: int, reviews: Reviews) -> Memory:
        return cache.memory(id_of[node], reviews)

    found = memories_of(progress, cache.curve, remember)
    cache.save()
    return found


def left_today(workspace: Workspace, progress: Progress) -> int:
    """Return how many answers `config recall_max` leaves today."""
    return max(workspace.settings.recall_max - answered_on(progress, workspace.today), 0)


def known(workspace: Workspace, progress: Progress, found: Memories) -> KnownSummary | None:
    """Return how much of what is done is probably known, None without anything to ask about."""
    if not found.of:
        return None
    waiting = len(due(found, workspace.today))
    return KnownSummary(
        percent=percent(found.mean(workspace.today)),
        steps=len(found.of),
        to_recall=min(waiting, left_today(workspace, progress)),
    )


def percent(chance: float) -> int:
    """Return a chance as whole percent; certain is only what is."""
    return min(round(100 * chance), 99) if chance < 1 else 100


def _curve() -> Curve:
    from llmroadmap.core.study.fsrs_memory import Fsrs  # fsrs, only where the cache is empty

    return Fsrs().curve


def _reckon(reviews: Reviews) -> Memory:
    from llmroadmap.core.study.fsrs_memory import Fsrs  # fsrs, only for answers that are new

    return Fsrs().memory(reviews)

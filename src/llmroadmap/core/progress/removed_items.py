"""Earlier work: progress on what the roadmap does not have any more."""

from datetime import date

from llmroadmap.core.model.text import choose
from llmroadmap.core.progress.progress import DONE, STATES, UNCOUNTED, Progress
from llmroadmap.core.records import NamedTuple


class RemovedItem(NamedTuple):
    """An item that is not in the plan (any more) and what was done with it; `day`: when finished."""

    id: str
    title: str
    state: str
    day: str


def removed_items(progress: Progress, lang: str) -> list[RemovedItem]:
    """Return the items with progress that the plan does not have, by id.

    Their titles are those that the plan retired them with, or of the group that a step became.
    """
    retired = {row["id"]: row["title"] for row in progress.roadmap.head.get("retired", ())}
    found = []
    for name, details in sorted(progress.orphaned.items()):
        node = progress.roadmap.find(name)
        title = progress.roadmap.record(node)["title"] if node is not None else retired.get(name)
        state = STATES[details.get("mark", 0) % UNCOUNTED]
        finished = details.get("finished", 0) if details.get("mark") == DONE else 0
        day = date.fromordinal(finished).isoformat() if finished else ""
        found.append(RemovedItem(id=name, title=choose(title, lang), state=state, day=day))
    return found

"""Why a step is offered first, term by term, as `selection` decided it."""

from itertools import pairwise

from llmroadmap.core.days import iso
from llmroadmap.core.progress.overview import tally
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.selection import CONTINUE, DUE, OPTIONAL, Offer, next_steps

# More refused steps than this are not looked for.
_LOOKED_AT = 50


class Explanation(NamedTuple):
    """One ground of the choice; what is not said by its `code` is empty.

    started, none-started: whether something is in progress, since when. stage: the first with
    something left, `done` of `total`. sides: what lies side by side in `id`, one term each: side,
    with the `day` on which it was last touched; side-waits, which `needs` something first.
    due: `id` has the `day` of the learner's.
    in-order: the first open step of `id`. need-met: `id` had to be done before. optional: no
    counted step is left. passed-over: not what was asked for. `chosen` marks the side that was
    taken.
    """

    code: str
    id: str = ""
    title: str = ""
    day: str = ""
    needs: tuple[str, ...] = ()
    done: int = 0
    total: int = 0
    minutes: int = 0
    kind: str = ""
    chosen: bool = False


def explain(
    progress: Progress,
    offer: Offer,
    lang: str,
    within: int | None = None,
) -> list[Explanation]:
    """Return the grounds of `offer`, the first of its list."""
    explainer = _Explainer(progress, lang)
    if offer.reason == CONTINUE:
        return [explainer.started(offer.node)]
    explanations = [] if progress.started() else [Explanation(code="none-started")]
    explanations += explainer.passed_over(offer, within)
    path = progress.roadmap.path(offer.node)
    if offer.reason == DUE and offer.by is not None:
        return [*explanations, explainer.due(offer.by)]
    if offer.reason == OPTIONAL:
        return [*explanations, Explanation(code="optional")]
    if within is None:
        explanations.append(explainer.stage(path[0]))
    for group, child in pairwise(path):
        if within is not None and within not in progress.roadmap.path(group):
            continue
        if progress.roadmap.is_parallel(group):
            explanations += explainer.branches(group, child)
        elif child == offer.node:
            explanations.append(explainer.named("in-order", group))
    needs = progress.roadmap.needs
    return explanations + [
        explainer.named("need-met", n) for node in path for n in needs.get(node, ())
    ]


def blockers(progress: Progress, node: int) -> list[int]:
    """Return the needs that nothing of `node` can be offered before; none where something can."""
    if next_steps(progress, 1, within=node):
        return []
    unmet = progress.waits_for(node)
    inside = progress.roadmap.subtree(node)
    for waiting in sorted(progress.roadmap.needs):
        if not unmet and waiting in inside and progress.left(waiting):
            unmet = progress.waits_for(waiting)
    return list(dict.fromkeys(unmet))


class _Explainer:
    """Puts what it is asked for into terms."""

    def __init__(self, progress: Progress, lang: str) -> None:
        self.progress = progress
        self.roadmap = progress.roadmap
        self.lang = lang

    def named(self, code: str, node: int) -> Explanation:
        item = self.roadmap.item(node)
        return Explanation(code=code, id=item.id, title=item.title(self.lang))

    def started(self, node: int) -> Explanation:
        since = self.progress.details(node).get("since", 0)
        return self.named("started", node)._replace(day=iso(since))

    def due(self, node: int) -> Explanation:
        return self.named("due", node)._replace(day=iso(dict(self.roadmap.due)[node]))

    def _touched(self, node: int) -> str:
        return iso(self.progress.last_touched_on(node))

    def stage(self, node: int) -> Explanation:
        counts = tally(self.progress, node)
        return self.named("stage", node)._replace(done=counts.done, total=counts.total)

    def branches(self, group: int, chosen: int) -> list[Explanation]:
        """Return `group`, its open children, the one untouched longest first, and what waits."""
        progress = self.progress
        branches = sorted(progress.open_children(group), key=progress.last_touched)
        free, waiting = [], []
        for branch in branches:
            needs = blockers(progress, branch)
            if needs:
                names = tuple(self.roadmap.id_of(need) for need in needs)
                waiting.append(self.named("side-waits", branch)._replace(needs=names))
            else:
                explanation = self.named("side", branch)
                free.append(
                    explanation._replace(day=self._touched(branch), chosen=branch == chosen)
                )
        return [self.named("sides", group), *free, *waiting]

    def passed_over(self, offer: Offer, within: int | None) -> list[Explanation]:
        """Return what would have come before `offer`, had nothing special been asked for."""
        explanations: list[Explanation] = []
        for other in next_steps(self.progress, _LOOKED_AT, within=within):
            if other.node == offer.node:
                return explanations
            item = self.roadmap.item(other.node)
            explanation = self.named("passed-over", other.node)
            explanations.append(explanation._replace(minutes=item.minutes, kind=item.kind))
        return explanations[:1]

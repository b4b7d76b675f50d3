"""An old and a new version of a plan: which item became which. Pure; nothing is written here.

The rule over all others: a tick is never given to a different step. What is not certain is listed
with its candidates, for somebody to be asked; until then progress stays with the old id.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from llmroadmap.core.plan_diff.pairing import How, PlanMatcher
from llmroadmap.core.plan_diff.plan_items import PlanItem, PlanVersion
from llmroadmap.core.plan_diff.unmatched import Unmatched


@dataclass(frozen=True, slots=True)
class Match:
    """One thing in both versions, and how it was recognised."""

    old: PlanItem
    new: PlanItem
    how: How
    moved: bool

    @property
    def renamed(self) -> bool:
        """Tell whether the full id changed, be it only because a group above it has another."""
        return self.old.id != self.new.id

    @property
    def retitled(self) -> bool:
        """Tell whether no title, in any language, stayed."""
        return set(self.old.title).isdisjoint(self.new.title)


@dataclass(frozen=True, slots=True)
class Split:
    """A step that became a group (`group`) or several steps; `candidates` are the steps it is now.

    Which of them a tick would count for is for the learner to say: this is never sure.
    """

    old: PlanItem
    candidates: tuple[str, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """An item without a certain successor; `candidates` are the likeliest, best first.

    `reused`: its id now stands for a different thing.
    """

    old: PlanItem
    candidates: tuple[str, ...] = ()
    reused: bool = False

    @property
    def sure(self) -> bool:
        """Tell whether there is nothing to ask; a group has no tick that could go wrong."""
        return self.old.is_group or not (self.candidates or self.reused)


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """All items of both versions: each old one is in `matches`, `split` or `gone`."""

    matches: tuple[Match, ...]
    split: tuple[Split, ...]
    gone: tuple[Gone, ...]
    new: tuple[PlanItem, ...]
    old_ids: frozenset[str]
    new_ids: frozenset[str]

    @property
    def same(self) -> tuple[Match, ...]:
        """Return what did not change in any way that counts here."""
        return tuple(m for m in self.matches if not (m.renamed or m.moved or m.retitled))

    @property
    def renamed(self) -> tuple[Match, ...]:
        """Return what has another id."""
        return tuple(match for match in self.matches if match.renamed)

    @property
    def retitled(self) -> tuple[Match, ...]:
        """Return what has another title."""
        return tuple(match for match in self.matches if match.retitled)

    @property
    def moved(self) -> tuple[Match, ...]:
        """Return what stands under another parent."""
        return tuple(match for match in self.matches if match.moved)

    @property
    def unsure(self) -> tuple[Gone | Split, ...]:
        """Return what somebody has to be asked about."""
        return (*self.split, *(gone for gone in self.gone if not gone.sure))


def compare_plans(
    old: Sequence[PlanItem], new: Sequence[PlanItem], *, ids_hold: bool = False
) -> PlanChanges:
    """Return what became of every item; the order of the items has no influence.

    `ids_hold`: the author promises that no id is ever used again for something else. Stages only
    help to find what stands in them.
    """
    before, after = PlanVersion(old), PlanVersion(new)
    matcher = PlanMatcher(before, after, ids_hold=ids_hold)
    matcher.run()
    free = matcher.free_new()
    unmatched_items = Unmatched(matcher, free)
    matches, split, gone = [], [], []
    for name in sorted(before.items):
        item = before.items[name]
        if item.is_stage:
            continue
        successor, how = matcher.became.get(name, (unmatched_items.group_of(item), None))
        if successor is not None and successor.is_group and not item.is_group:
            steps = after.children.get(successor.id, ())
            split.append(Split(item, tuple(i.id for i in steps if not i.is_group), successor.id))
        elif successor is not None and how is not None:
            moved = successor.parent != matcher.image(item.parent)
            matches.append(Match(old=item, new=successor, how=how, moved=moved))
        elif parts := unmatched_items.parts_of(item):
            split.append(Split(item, tuple(part.id for part in parts)))
        else:
            same_id = after.items.get(name)
            gone.append(Gone(item, unmatched_items.likely(item, same_id), same_id is not None))
    return PlanChanges(
        matches=tuple(matches),
        split=tuple(split),
        gone=tuple(gone),
        new=tuple(item for item in free if not item.is_stage),
        old_ids=_ids(before),
        new_ids=_ids(after),
    )


def _ids(version: PlanVersion) -> frozenset[str]:
    return frozenset(name for name, item in version.items.items() if not item.is_stage)

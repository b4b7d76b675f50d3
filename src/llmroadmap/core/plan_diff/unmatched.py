"""What an old item without a certain successor may have become, for somebody to be asked."""

from collections import defaultdict
from collections.abc import Sequence

from llmroadmap.core.plan_diff.pairing import PlanMatcher
from llmroadmap.core.plan_diff.plan_items import PlanItem, link_keys, title_keys
from llmroadmap.core.plan_diff.similarity import similarity, title_words

_MOST = 3
_LIKELY = 0.4
_COMMON = 40  # a word of more new titles than that tells nothing
_LONGEST = 8  # words of a title that was divided


class Unmatched:
    """The new items that no old one became, by what could lead an old one to them."""

    def __init__(self, matcher: PlanMatcher, free: Sequence[PlanItem]) -> None:
        self._matcher = matcher
        self._by_word: dict[str, list[PlanItem]] = defaultdict(list)
        self._beginning: dict[tuple[str, tuple[str, ...]], list[PlanItem]] = defaultdict(list)
        for item in free:
            if item.is_group:
                continue
            titles = [title_words(title) for title in item.title]
            for word in {word for words in titles for word in words}:
                self._by_word[word].append(item)
            for start in {words[:n] for words in titles for n in range(1, len(words))}:
                if len(start) <= _LONGEST:
                    self._beginning[item.parent, start].append(item)

    def group_of(self, step: PlanItem) -> PlanItem | None:
        """Return the new group that has a step's address or title for itself."""
        old, new = self._matcher.old, self._matcher.new
        if step.is_group or step.id in self._matcher.became:
            return None
        found = [
            *(new.by_link.get((True, key[1])) for key in link_keys(step) if key in old.by_link),
            *(new.by_title.get((True, key[1])) for key in title_keys(step) if key in old.by_title),
        ]
        free = (item for item in found if item and item.id not in self._matcher.taken)
        return next(free, None)

    def parts_of(self, step: PlanItem) -> list[PlanItem]:
        """Return the new steps, two or more, that stand in its place and begin with its title."""
        parent = self._matcher.image(step.parent)
        if step.is_group or parent is None:
            return []
        for title in step.title:
            parts = self._beginning.get((parent, title_words(title)), [])
            if len(parts) > 1:
                return parts
        return []

    def likely(self, step: PlanItem, same_id: PlanItem | None) -> tuple[str, ...]:
        """Return the ids of the new steps it might be, the likeliest first."""
        if step.is_group:
            return ()
        parent = self._matcher.image(step.parent)
        scored = []
        for item in self._similar(step):
            score = similarity(step.title, item.title) + 0.1 * (item.parent == parent)
            if score >= _LIKELY:
                scored.append((-score, item.id))
        found = [name for _, name in sorted(scored)[:_MOST]]
        found += [other.id for other in self._sharing(step) if other.id not in found]
        known = self._matcher.new.by_origin.get(step.origin)
        for other in (known, same_id):
            if other is not None and not other.is_group and other.id not in found:
                found.append(other.id)
        return tuple(found)

    def _sharing(self, step: PlanItem) -> list[PlanItem]:
        """Return the new steps that no old one became and that have an address of this one."""
        linked = (self._matcher.new.by_link.get(key) for key in link_keys(step))
        return [item for item in linked if item and item.id not in self._matcher.taken]

    def _similar(self, step: PlanItem) -> list[PlanItem]:
        words = {word for title in step.title for word in title_words(title)}
        rare = sorted(
            (len(self._by_word[word]), word)
            for word in words
            if 0 < len(self._by_word.get(word, ())) <= _COMMON
        )
        found = {item.id: item for _, word in rare[:3] for item in self._by_word[word]}
        return list(found.values())

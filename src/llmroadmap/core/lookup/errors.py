"""What keeps a typed name from saying which item is meant."""

from llmroadmap.core.errors import AboutLine, LlmroadmapError
from llmroadmap.core.records import NamedTuple

_LONGEST_WORDS = 40  # More is no name that anybody would look for.


class Candidate(NamedTuple):
    """An item that may have been meant, and the title of what it stands in."""

    id: str
    title: str
    where: str = ""


class UnclearItem(AboutLine):
    """A name that does not say which item is meant; `closest` are those that it may mean.

    `together`: it is several words that name one item only when they are taken as one name.
    """

    exit_status = 2

    def __init__(self, name: str, closest: tuple[Candidate, ...] = (), together: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.closest = closest
        self.together = together
        self.command = ""

    @property
    def variant(self) -> str:
        """The key of its message."""
        return "unclear-alone" if self.together else self.code


class UnknownItem(UnclearItem):
    """A name that no item has; `closest` are those that look like it.

    `within`: the group that the name, as an id, would belong to; "" where there is none.
    `kind`: the kind of steps that the name is a mere word for; or "". `understood`: `closest` have
    all that the name says, but a change is only made by what is certain. `by_link`: `closest` have
    a page whose address ends as the name does. `elsewhere` is set by the one who knows it: the id
    of another roadmap that has the item, with its title there.
    """

    elsewhere: str
    elsewhere_title: str

    code = "unknown-item"

    def __init__(
        self,
        name: str,
        closest: tuple[Candidate, ...] = (),
        together: str = "",
        within: str = "",
        *,
        kind: str = "",
        understood: bool = False,
        by_link: bool = False,
    ) -> None:
        super().__init__(name, closest, together)
        self.within = within
        self.kind = kind
        self.understood = understood
        self.by_link = by_link

    @property
    def variant(self) -> str:
        """The key of its message."""
        if self.by_link:
            return "unknown-item-by-link"
        return "unknown-item-understood" if self.understood else super().variant

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The keys of the advice that fits best."""
        if self.together:
            return ()
        if hasattr(self, "elsewhere"):
            return ("unknown-item-elsewhere",)
        if self.within:
            return ("unknown-item-within",)
        if self.kind:
            return ("unknown-item-kind",)
        words = self.name.replace(" ", "")
        is_plain = words.replace("-", "").isalnum() and words[0] != "-"
        return ("unknown-item-words",) if is_plain and len(words) <= _LONGEST_WORDS else ()


class GuessTaken(UnknownItem):
    """A name that no item has, where a command that only reads takes the one that it may mean.

    No failure where somebody is told: whoever is asked which was meant says so and returns 0.
    """


class AmbiguousItem(UnclearItem):
    """A name that `count` items have; `candidates` are the first of them."""

    code = "ambiguous-item"

    def __init__(self, name: str, candidates: tuple[Candidate, ...], count: int) -> None:
        super().__init__(name, candidates)
        self.count = count

    def facts(self) -> dict[str, object]:
        """Return the facts, the items under the name that says what they are."""
        facts = super().facts()
        facts["candidates"] = facts.pop("closest")
        return facts


class NothingStarted(LlmroadmapError):
    """`.` was typed and no step is in progress."""

    code = "nothing-started"
    topic = "steps"
    exit_status = 2


class NotInListing(LlmroadmapError):
    """`@N` was typed and the last list shown in this terminal has `count` entries, perhaps none."""

    code = "not-shown"
    exit_status = 2

    def __init__(self, name: str, count: int) -> None:
        super().__init__(name)
        self.name = name
        self.count = count

    @property
    def variant(self) -> str:
        """The key of its message."""
        return self.code if self.count else "not-shown-at-all"

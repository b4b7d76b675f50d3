"""A roadmap: the tree of stages, groups and steps that a learner follows.

The tree lies in columns: node `i` is the i-th line of the tree read from top to bottom, its subtree
is the range `i` to `end[i]`. A question about a subtree is then a question about a slice, which
holds for 100 nodes and for 100,000; an object exists only for a node that someone looks at.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from llmroadmap.core.model.text import Text, choose
from llmroadmap.core.records import NamedTuple

if TYPE_CHECKING:
    from llmroadmap.core.lookup.text_index import SearchText
    from llmroadmap.core.model.tree import RecallTree

# What a node is, as bits of its flags.
# The learner has MUTED a node: it is neither offered, counted nor listed.
# UNTIMED: nobody has said how long the step takes.
STEP, OPTIONAL, HABIT, PARALLEL, STAGE, MUTED, ASKED, UNTIMED = 1, 2, 4, 8, 16, 32, 64, 128

# What a step of which nobody has said how long it takes counts as, in minutes, where one has to reckon.
ASSUMED_MINUTES = 30

Record = Mapping[str, Any]


class Columns(NamedTuple):
    """The shape of the tree, one entry a node: `minutes` is a step's estimate, 0 for a group.

    A step without an estimate has ASSUMED_MINUTES there, and the flag UNTIMED.
    """

    parent: Sequence[int]
    end: Sequence[int]
    minutes: Sequence[int]
    flags: bytes


class Ids:
    """The full ids of all nodes, in tree order."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._index: dict[str, int] | None = None

    def find(self, full_id: str) -> int | None:
        """Return the node with this full id, or None."""
        if self._index is None:
            self._index = {name: index for index, name in enumerate(self._ids)}
        return self._index.get(full_id)

    def all(self) -> Sequence[str]:
        """Return every full id, in tree order."""
        return self._ids


class Roadmap:
    """A validated roadmap. `record(i)` gives what the author wrote about node `i`, and its full id."""

    __slots__ = (
        "_recall",
        "_search",
        "_stages",
        "_to_search",
        "columns",
        "fingerprint",
        "head",
        "ids",
        "needs",
        "record",
        "region",
        "today",
        "was",
    )

    def __init__(
        self,
        head: Record,
        columns: Columns,
        ids: Ids,
        record: Callable[[int], Record],
        needs: Mapping[int, Sequence[int]],
        was: Mapping[str, Sequence[str]],
        fingerprint: str = "",
        search: "Callable[[], SearchText] | None" = None,
    ) -> None:
        self.head = head
        self.columns = columns
        self.ids = ids
        self.record = record
        self.needs = needs
        self.was = was
        # The reader's region, whose links come first; "" for none.
        self.region = ""
        # The learner's day, as an ordinal, against which due dates are held; 0 for none.
        self.today = 0
        self.fingerprint = fingerprint
        self._stages: tuple[int, ...] | None = None
        self._search: SearchText | None = None
        self._to_search = search
        self._recall: Callable[[], Mapping[int, Sequence[RecallTree]]] = dict

    def __len__(self) -> int:
        return len(self.columns.flags)

    @property
    def id(self) -> str:
        """Return the roadmap's own id, which names its progress file."""
        return str(self.head["id"])

    @property
    def search(self) -> "SearchText":
        """Return the words that all items are known by, one line a node."""
        if self._search is None:
            if self._to_search is not None:
                self._search = self._to_search()
            else:
                from llmroadmap.core.lookup.text_index import search_text  # not for who types an id

                self._search = search_text(map(self.record, range(len(self))))
        return self._search

    @property
    def recall(self) -> "Mapping[int, Sequence[RecallTree]]":
        """Return the questions to be asked about finished steps, by node; read at each call."""
        return self._recall()

    def give_recall(self, read: "Callable[[], Mapping[int, Sequence[RecallTree]]]") -> None:
        """Say how the questions are read: only `recall` asks for them."""
        self._recall = read

    def title(self, lang: str) -> str:
        """Return the roadmap's title."""
        return choose(self.head.get("title"), lang)

    def stages(self) -> tuple[int, ...]:
        """Return the stages in learning order."""
        if self._stages is None:
            self._stages = tuple(self._siblings(0, len(self)))
        return self._stages

    def children(self, node: int) -> Iterator[int]:
        """Yield the nodes right below `node`, in file order."""
        return self._siblings(node + 1, self.columns.end[node])

    def _siblings(self, start: int, stop: int) -> Iterator[int]:
        end = self.columns.end
        while start < stop:
            yield start
            start = end[start]

    def subtree(self, node: int) -> range:
        """Return `node` and all below it."""
        return range(node, self.columns.end[node])

    def path(self, node: int) -> list[int]:
        """Return the nodes from the stage down to `node`, both included."""
        path = [node]
        while (node := self.columns.parent[node]) >= 0:
            path.append(node)
        return path[::-1]

    def stage_of(self, node: int) -> int:
        """Return the stage that `node` stands in."""
        return self.path(node)[0]

    def is_step(self, node: int) -> bool:
        """Tell whether `node` can be ticked: it has no items and is no habit."""
        return self.columns.flags[node] & (STEP | HABIT) == STEP

    def is_habit(self, node: int) -> bool:
        """Tell whether `node` is checked in again and again instead of being done once."""
        return bool(self.columns.flags[node] & HABIT)

    def is_optional(self, node: int) -> bool:
        """Tell whether `node` or a group above it is optional."""
        return bool(self.columns.flags[node] & OPTIONAL)

    def is_counted(self, node: int) -> bool:
        """Tell whether `node` is a step that percentages count."""
        return self.columns.flags[node] & (STEP | OPTIONAL | HABIT) == STEP

    def is_asked(self, node: int) -> bool:
        """Tell whether `node` is a step that `recall` asks about once it is done."""
        return bool(self.columns.flags[node] & ASKED)

    def is_parallel(self, node: int) -> bool:
        """Tell whether the items of `node` are studied side by side."""
        return bool(self.columns.flags[node] & PARALLEL)

    def is_muted(self, node: int) -> bool:
        """Tell whether the learner wants nothing of `node`; then it is optional as well."""
        return bool(self.columns.flags[node] & MUTED)

    def is_timed(self, node: int) -> bool:
        """Tell whether somebody has said how long the step `node` takes: its plan or the learner."""
        return not self.columns.flags[node] & UNTIMED

    @property
    def has_untimed(self) -> bool:
        """Tell whether any step is without an estimate, without looking at each."""
        return bool(self.head.get("untimed"))

    @property
    def muted_steps(self) -> list[int]:
        """Return the steps that are muted, without looking at each node where none is."""
        flags = self.columns.flags
        if not self._has(MUTED):
            return []
        return [node for node in range(len(flags)) if flags[node] & MUTED and self.is_step(node)]

    @property
    def due(self) -> Sequence[tuple[int, int]]:
        """Return the nodes with a date of the learner's, and that day as an ordinal."""
        found: Sequence[tuple[int, int]] = self.head.get("due", ())
        return found

    def is_stage(self, node: int) -> bool:
        """Tell whether `node` is a stage."""
        return bool(self.columns.flags[node] & STAGE)

    def habits(self) -> list[int]:
        """Return all habits, in file order."""
        flags = self.columns.flags
        return [node for node in range(len(self)) if flags[node] & HABIT] if self.has_habits else []

    @property
    def has_habits(self) -> bool:
        """Tell whether there is any habit, without looking at each node in turn."""
        return self._has(HABIT)

    def _has(self, flag: int) -> bool:
        return 1 in self.columns.flags.translate(bytes(bool(each & flag) for each in range(256)))

    def item(self, node: int) -> "Item":
        """Return what the author wrote about `node`."""
        return Item(self, node, self.record(node))

    def linked(self, node: int, lang: str) -> tuple[int, list[dict[str, str]]]:
        """Return the links of `node`, else of the nearest group above it that has any, and whose."""
        links = self.item(node).links(lang)
        if links:
            return node, links
        for owner in reversed(self.path(node)[:-1]):
            links = self.item(owner).links(lang)
            if links:
                return owner, links
        return node, []

    def languages(self, node: int) -> list[str]:
        """Return the languages that the material of `node` is in, "" for a page that names none."""
        return list(dict.fromkeys(link.get("lang", "") for link in self.linked(node, "")[1]))

    def id_of(self, node: int) -> str:
        """Return the full id of `node`."""
        return str(self.record(node)["id"])

    def find(self, full_id: str) -> int | None:
        """Return the node that `full_id` names today: by its id, else by a former one (`was`)."""
        node = self.ids.find(full_id)
        if node is not None or not self.was:
            return node
        head, rest = full_id, ""
        while head:
            if head in self.was:
                return self.ids.find(self.was[head][0] + rest)
            head, dot, last = head.rpartition(".")
            rest = dot + last + rest
        return None

    def further_parts(self, full_id: str) -> list[int]:
        """Return the nodes beside `find(full_id)` that a step of this former id was split into."""
        found = (self.ids.find(part) for part in self.was.get(full_id, ())[1:])
        return [node for node in found if node is not None]


class Item:
    """One node with its words, made when it is looked at."""

    __slots__ = ("index", "record", "roadmap")

    def __init__(self, roadmap: Roadmap, index: int, record: Record) -> None:
        self.roadmap = roadmap
        self.index = index
        self.record = record

    @property
    def id(self) -> str:
        """Return the full id."""
        return str(self.record["id"])

    def text(self, field: str, lang: str) -> str:
        """Return `title` or `about` in `lang`."""
        value: Text | None = self.record.get(field)
        return choose(value, lang)

    def title(self, lang: str) -> str:
        """Return the title in `lang`."""
        return self.text("title", lang)

    @property
    def kind(self) -> str:
        """Return the kind, "" where the author gave none."""
        return str(self.record.get("kind", ""))

    @property
    def repeat(self) -> str:
        """Return `daily` or `weekly` for a habit, "" otherwise."""
        return str(self.record.get("repeat", ""))

    @property
    def minutes(self) -> int:
        """Return the estimate of a step, or the sum of a group's counted steps."""
        columns = self.roadmap.columns
        if not self.roadmap.columns.end[self.index] > self.index + 1:
            return columns.minutes[self.index]
        return sum(columns.minutes[n] for n in self.nodes_below() if self.roadmap.is_counted(n))

    def nodes_below(self) -> range:
        """Return the nodes below this one."""
        return range(self.index + 1, self.roadmap.columns.end[self.index])

    def links(self, lang: str) -> list[dict[str, str]]:
        """Return the links, each with at least `url`: first the region's, then the language's."""
        links: list[dict[str, Any]] = list(self.record.get("links", ()))
        usual = self.roadmap.head.get("lang", "")
        if usual:
            links = [{"lang": usual, **link} for link in links]
        region = self.roadmap.region or None
        links.sort(key=lambda link: (link.get("region", "") != region, link.get("lang") != lang))
        return [{**link, "title": choose(link.get("title"), lang)} for link in links]

    def texts(self, field: str, lang: str) -> list[str]:
        """Return the goals or tips of a stage in `lang`."""
        return [choose(text, lang) for text in self.record.get(field, ())]

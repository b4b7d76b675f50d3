"""What `open` returns."""

from typing import NamedTuple

from llmroadmap.results.links import CheckedLink
from llmroadmap.results.summaries import ItemRef


class OpenResult(NamedTuple):
    """The links that were opened, or are only to be printed.

    `of` is the group that they belong to where the item has none of its own, `others` how many
    more links there are. `warnings`: of these links, those that were gone or had moved when
    `doctor --links` asked, in the last week.
    """

    id: str
    title: str
    links: list[dict[str, str]]
    of: ItemRef | None
    others: int
    opened: bool
    warnings: list[CheckedLink]

"""What was found at addresses: of `doctor --links`, `check --links`, and what `open` warns of."""

from typing import TYPE_CHECKING

from llmroadmap.core.records import NamedTuple

if TYPE_CHECKING:
    from llmroadmap.cache.link_states import LinkState

# The newest copy that the Internet Archive has.
ARCHIVE = "https://web.archive.org/web/2/"


class CheckedLink(NamedTuple):
    """An address of an item: ok, moved, dead (404 or 410 twice) or unsure.

    `status` of HTTP, 0 for none; `reason` why it is unsure: forbidden, busy, broken, timeout, dns,
    tls, loop, refused or odd, "" otherwise. `location`: where a page has moved for good. `archive`:
    where there may be a copy of a dead one; `others`: more links of the item. `at`: when it was asked.
    """

    url: str
    id: str
    title: str
    state: str
    status: int
    reason: str
    location: str
    archive: str
    others: list[str]
    at: str


class LinksChecked(NamedTuple):
    """All addresses that were asked for, at so many hosts."""

    hosts: int
    links: list[CheckedLink]

    @property
    def dead(self) -> int:
        """Return how many pages are gone."""
        return sum(link.state == "dead" for link in self.links)


def checked_link(state: "LinkState", id: str, title: str, others: list[str]) -> CheckedLink:
    """Return what is known of an item's address, with what may take its place."""
    return CheckedLink(
        url=state.url,
        id=id,
        title=title,
        state=state.state,
        status=state.status,
        reason=state.reason,
        location=state.location,
        archive=f"{ARCHIVE}{state.url}" if state.state == "dead" else "",
        others=others if state.state == "dead" else [],
        at=state.at,
    )

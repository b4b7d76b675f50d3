"""The links of steps: which are asked for, and what is said of each."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from llmroadmap.cache.link_states import LinkState, keep_link_states
from llmroadmap.core.model.addresses import is_web_address
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.prompts import Prompts
from llmroadmap.results.links import LinksChecked, checked_link
from llmroadmap.storage.workspace import Workspace

# How many seconds to wait before a page that was missing is asked for again, for tests and scripts.
WAIT_VARIABLE = "LLMROADMAP_LINK_WAIT"


class Link(NamedTuple):
    """An address with the item that has it, and the other addresses of that item."""

    url: str
    id: str
    title: str
    others: list[str]


def links_of(workspace: Workspace, nodes: Iterable[int]) -> list[Link]:
    """Return the main link of each node, or of the group that it is in."""
    found = []
    for node in nodes:
        owner, links = workspace.roadmap.linked(node, workspace.lang)
        urls = [link["url"] for link in links if is_web_address(link["url"])]
        if urls:
            item = workspace.roadmap.item(owner)
            title = item.title(workspace.lang)
            found.append(Link(url=urls[0], id=item.id, title=title, others=urls[1:]))
    return found


def every_link(roadmap: Roadmap, lang: str) -> list[Link]:
    """Return all links of all items of a roadmap."""
    found = []
    for node in range(len(roadmap)):
        item = roadmap.item(node)
        urls = [link["url"] for link in item.links(lang) if is_web_address(link["url"])]
        for url in urls:
            others = [other for other in urls if other != url]
            found.append(Link(url=url, id=item.id, title=item.title(lang), others=others))
    return found


def check_links(workspace: Workspace, prompts: Prompts, links: list[Link]) -> LinksChecked:
    """Ask for all of them, and keep what was found for `open`."""
    from llmroadmap.doctor.link_requests import PAUSE, check_addresses, host_of  # goes online

    by_url: dict[str, Link] = {}
    for link in links:
        by_url.setdefault(link.url, link)
    hosts = {host_of(url) for url in by_url}
    if by_url:
        prompts.say("links-asking", hosts=len(hosts), links=len(by_url))
    pause = _seconds(workspace.environ.get(WAIT_VARIABLE, ""), PAUSE)
    verdicts = check_addresses(by_url, pause=pause)
    at = workspace.now.isoformat()
    states = [LinkState(url=url, **verdict._asdict(), at=at) for url, verdict in verdicts.items()]
    os.makedirs(workspace.locations.cache, exist_ok=True)
    keep_link_states(workspace.locations.cache, states, workspace.now)
    checked = [
        checked_link(state, by_url[state.url].id, by_url[state.url].title, by_url[state.url].others)
        for state in states
    ]
    return LinksChecked(hosts=len(hosts), links=checked)


def _seconds(text: str, usual: float) -> float:
    try:
        return max(float(text), 0.0)
    except ValueError:
        return usual

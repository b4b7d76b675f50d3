"""open: the page of a step, in the browser."""

import os
from typing import Annotated

from llmroadmap.core.errors import InvalidOption, LlmroadmapError, UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.addresses import AddressRefused, is_web_address
from llmroadmap.core.study.selection import next_steps
from llmroadmap.declaration import Argument, Command, Item, LinkNumber, Option
from llmroadmap.prompts import Prompts
from llmroadmap.results.links import CheckedLink, checked_link
from llmroadmap.results.open import OpenResult
from llmroadmap.results.summaries import item_ref
from llmroadmap.storage.workspace import Workspace
from llmroadmap.terminal.browser import open_in_browser

COMMAND = Command(
    group="around",
    after="resume",
    examples=(
        "llmroadmap open hf.3.2",
        "llmroadmap open",
        "llmroadmap open hf.3.2 --print",
        "llmroadmap open cs224n.1 --pick",
    ),
)


class NoLink(LlmroadmapError):
    """Neither the item nor a group above it has a link."""

    code = "no-link"
    topic = "open"

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


class NoBrowser(LlmroadmapError):
    """No browser took the address."""

    code = "no-browser"
    topic = "open"

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


def run(
    workspace: Workspace,
    prompts: Prompts,
    item: Annotated[list[str] | None, Argument(Item(), help="open.item")] = None,
    print: Annotated[bool, Option("--print", "-p", help="open.print")] = False,
    all: Annotated[bool, Option("--all", "-a", help="open.all")] = False,
    pick: Annotated[bool, Option("--pick", help="open.pick")] = False,
    link: Annotated[int, Option("--link", help="open.link", kind=LinkNumber())] = 0,
) -> OpenResult:
    """Open the item's main link, or those asked for."""
    if all + pick + bool(link) > 1:
        raise UsageProblem("one-of", "--all, --pick, --link", "open")
    node = find_item(workspace, item, prompts.resolve_ambiguity) if item else _first(workspace)
    owner, links = _links(workspace, node)
    if pick and len(links) > 1:
        found = [(each["url"], each.get("title", "")) for each in links]
        link = prompts.select("pick_link", found, option="--link") + 1
    if link > len(links):
        raise InvalidOption("--link", str(link), f"1-{len(links)}")
    chosen = links if all else [links[max(link - 1, 0)]]
    for each in chosen:
        _check(each["url"])
        if not print and not open_in_browser(each["url"]):
            raise NoBrowser(each["url"])
    own = item_ref(workspace.progress, node, workspace.lang)
    of = None if owner == node else item_ref(workspace.progress, owner, workspace.lang)
    return OpenResult(
        id=own.id,
        title=own.title,
        links=chosen,
        of=of,
        others=len(links) - len(chosen),
        opened=not print,
        warnings=_warnings(workspace, owner, links, [each["url"] for each in chosen]),
    )


def _warnings(
    workspace: Workspace, owner: int, links: list[dict[str, str]], chosen: list[str]
) -> list[CheckedLink]:
    """Return what is known against the chosen links."""
    if not os.path.exists(os.path.join(workspace.locations.cache, "links.json")):
        return []
    from llmroadmap.cache.link_states import read_link_states  # only after a check of links

    known = read_link_states(workspace.locations.cache, workspace.now)
    item = workspace.roadmap.item(owner)
    found = []
    for url in chosen:
        state = known.get(url)
        if state and state.state in ("dead", "moved"):
            gone = [each for each in known if known[each].state == "dead"]
            others = [each["url"] for each in links if each["url"] not in gone]
            found.append(checked_link(state, item.id, item.title(workspace.lang), others))
    return found


def _first(workspace: Workspace) -> int:
    """Return what `next` puts first."""
    offers = next_steps(workspace.progress, 1)
    if not offers:
        raise UsageProblem("missing-argument", "ITEM", "open", "open.item")
    return offers[0].node


def _links(workspace: Workspace, node: int) -> tuple[int, list[dict[str, str]]]:
    """Return the links of `node`, or of the nearest group above it that has any."""
    owner, links = workspace.roadmap.linked(node, workspace.lang)
    if not links:
        raise NoLink(workspace.roadmap.id_of(node))
    return owner, links


def _check(url: str) -> None:
    if not is_web_address(url):
        raise AddressRefused(url)

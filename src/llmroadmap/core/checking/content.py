"""Doubts about words, links and estimates: what works, and what the author hardly meant."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from llmroadmap.core.checking.outline import Outline
from llmroadmap.core.checking.problems import Path, Problem, warning
from llmroadmap.core.model.tree import RoadmapTree

_LONG_TITLE = 120
# Letters and symbols to Unicode, and nothing at all to the eye.
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"


def content_problems(outline: Outline, tree: RoadmapTree) -> Iterator[Problem]:
    """Yield the doubts about a roadmap's content."""
    yield from _title(tree["title"], ("title",))
    for node, entry in enumerate(outline.entries):
        if _is_odd(entry["title"]):
            yield from _title(entry["title"], outline.path(node, "title"))
        if len(entry.get("links", ())) > 1:
            yield from _links(outline, node)
        if entry.get("recall"):
            yield from _untranslated(outline, node)
    yield from _translations(outline)
    yield from _same_titles(outline, list(outline.children(-1)))
    for group in filter(outline.is_group, range(len(outline))):
        children = list(outline.children(group))
        yield from _same_titles(outline, children)
        yield from _same_addresses(outline, group, children)
    yield from _estimates(outline, tree.get("minutes", {}))


def _texts(text: Any) -> Mapping[str, str]:
    return text if isinstance(text, dict) else {"": text}


def _is_odd(title: Any) -> bool:
    return any(len(text) > _LONG_TITLE or not _shows(text) for text in _texts(title).values())


def _shows(text: str) -> bool:
    """Tell whether anything of a text can be seen."""
    return any(char not in _BLANK and unicodedata.category(char)[0] in "LNPS" for char in text)


def _title(title: Any, path: Path) -> Iterator[Problem]:
    for lang, text in _texts(title).items():
        at = (*path, lang) if lang else path
        if not _shows(text):
            yield warning("title-blank", at)
        elif len(text) > _LONG_TITLE:
            yield warning("title-long", at, length=len(text), limit=_LONG_TITLE)


def _links(outline: Outline, node: int) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for number, link in enumerate(outline.entries[node]["links"]):
        first = seen.setdefault(link["url"], number)
        if first != number:
            other = outline.path(node, "links", first)
            path = outline.path(node, "links", number)
            yield warning("link-twice", path, other, id=outline.ids[node], url=link["url"])


def _translations(outline: Outline) -> Iterator[Problem]:
    """Yield the titles that lack a language in which most of the translated titles are given."""
    titles = [e["title"] if isinstance(e["title"], dict) else {} for e in outline.entries]
    uses = Counter(lang for title in titles for lang in title)
    translated = sum(1 for title in titles if title)
    languages = [lang for lang, count in uses.items() if count * 2 > translated]
    for node, title in enumerate(titles):
        for lang in languages if title else ():
            if lang not in title:
                path = outline.path(node, "title")
                yield warning("translation-missing", path, id=outline.ids[node], lang=lang)


def _untranslated(outline: Outline, node: int) -> Iterator[Problem]:
    """Yield the questions and answers that lack a language which the step's title has."""
    entry = outline.entries[node]
    wanted = entry["title"] if isinstance(entry["title"], dict) else {}
    for number, asked in enumerate(entry["recall"]):
        for key, text in (("question", asked["question"]), ("answer", asked["answer"])):
            for lang in wanted:
                if isinstance(text, dict) and lang not in text:
                    path = outline.path(node, "recall", number, key)
                    yield warning(
                        "recall-translation", path, id=outline.ids[node], key=key, lang=lang
                    )


def _same_titles(outline: Outline, children: list[int]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for node in children:
        for text in _texts(outline.entries[node]["title"]).values():
            first = seen.setdefault(text, node)
            if first != node:
                other = outline.path(first, "title")
                yield warning("same-title", outline.path(node, "title"), other, title=text)
                break


def _same_addresses(outline: Outline, group: int, children: list[int]) -> Iterator[Problem]:
    """Yield pairs of steps with one main address, as copying a line makes them.

    More than two steps share an address on purpose, such as a playlist's; so do steps with their
    group, and a group of two that splits one page.
    """
    uses: dict[str, list[int]] = {}
    for node in children:
        links = outline.entries[node].get("links")
        if links and not outline.is_group(node):
            uses.setdefault(links[0]["url"], []).append(node)
    own = {link["url"] for link in outline.entries[group].get("links", ())}
    for url, nodes in uses.items():
        if len(nodes) == 2 < len(children) and url not in own:
            path, other = (outline.path(node, "links", 0) for node in reversed(nodes))
            yield warning("same-address", path, other, url=url, id=outline.ids[nodes[0]])


def _estimates(outline: Outline, defaults: Mapping[str, int]) -> Iterator[Problem]:
    """Yield the kinds whose steps have no estimate, neither their own nor a default."""
    lacking: dict[str, list[int]] = {}
    for node, entry in outline.steps():
        if "minutes" not in entry and entry.get("kind", "habit") not in {*defaults, "habit"}:
            lacking.setdefault(entry["kind"], []).append(node)
    for kind, nodes in lacking.items():
        path = outline.path(nodes[0], "kind")
        yield warning("kind-without-minutes", path, kind=kind, count=len(nodes))

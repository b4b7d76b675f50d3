"""Which items a name may mean: rule by rule, from what is certain to what is a guess.

docs/naming.md has the rules in a learner's words; their order is the order of the functions here.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from llmroadmap.core.roadmap import Roadmap
from llmroadmap.core.searching import (
    ID_ENDS,
    TITLE,
    SearchText,
    beginning,
    is_unspaced,
    nodes_with,
    query_words,
    whole,
    words_of,
)

# Longer names than this are compared, but nobody's typing errors in them are mended.
_LONGEST = 200
_TRIED = 60  # combinations of near words


class Match(NamedTuple):
    """The items that a name may mean; not `sure` is what has to be confirmed before a change."""

    nodes: list[int]
    sure: bool


def match(roadmap: Roadmap, name: str) -> Match:
    """Return the items that `name`, which is no full id, may mean."""
    words, text = query_words(name), roadmap.search
    if not words or name[0] == "@":  # @ is for the numbers of a list
        return Match([], sure=False)
    sure = certain(roadmap, name)
    if sure:
        return Match(sure, sure=len(sure) > 1 or _is_enough(name))
    for guess in (
        nodes_with(text.names, [*map(beginning, words)]),
        nodes_with(text.topics, [*map(whole, words)]),
        _mended(roadmap, name, words) if len(name) <= _LONGEST else [],
    ):
        if guess:
            return Match(guess, sure=False)
    return Match([], sure=False)


def _is_enough(name: str) -> bool:
    """Tell whether `name` is more than a slip of one finger: a letter, unless it is Chinese."""
    return len(name.strip()) > 1 or not name.isascii()


def certain(roadmap: Roadmap, name: str) -> list[int]:
    """Return what `name` means by its id or by whole words: one item, or all that it may be."""
    words, text = query_words(name), roadmap.search
    if not words:
        return []
    joined = " ".join(words_of(name))
    found: dict[int, None] = {}
    for nodes in (
        _whole_id(text, joined),
        _end_of_id(roadmap, joined),
        _beginning_of_id(roadmap, name),
        _last_letters_of_id(roadmap, name) if _is_like_an_id(name) else [],
        _whole_title(text, joined),
        nodes_with(text.names, [*map(whole, words)]),
    ):
        if len(nodes) == 1 and not found:
            return nodes
        found.update(dict.fromkeys(nodes))
    return list(found) or _last_letters_of_id(roadmap, name)


def _whole_id(text: SearchText, joined: str) -> list[int]:
    """Return the item whose id has these words: case, dots, hyphens and blanks are all one."""
    return nodes_with(text.names, [f"\n {joined} {ID_ENDS}"])


def _is_like_an_id(name: str) -> bool:
    return "." in name and " " not in name


def _end_of_id(roadmap: Roadmap, joined: str) -> list[int]:
    """Return the items whose id ends with these words, from a dot on: `scaling-laws.paper`."""
    nodes = nodes_with(roadmap.search.names, [f" {joined} {ID_ENDS}"])
    ids = roadmap.ids.all() if nodes else ()
    return [node for node in nodes if ids[node][-len(joined) - 1 :][:1] == "."]


def _beginning_of_id(roadmap: Roadmap, name: str) -> list[int]:
    """Return the items whose id begins with `name`; a group stands for all that is in it."""
    name = name.casefold()
    if len(name) < 2:
        return []
    nodes = [node for node, full in enumerate(roadmap.ids.all()) if full.startswith(name)]
    if nodes and nodes[-1] < roadmap.columns.end[nodes[0]]:
        return nodes[:1]
    return nodes


def _last_letters_of_id(roadmap: Roadmap, name: str) -> list[int]:
    name = name.casefold()
    if len(name) < 3:
        return []
    return [node for node, full in enumerate(roadmap.ids.all()) if full.endswith(name)]


def _whole_title(text: SearchText, joined: str) -> list[int]:
    """Return the items with exactly this title, if it is of more than one word.

    One word alone may well be short for a longer title: `hashing` for "Hashing, Part I".
    """
    size = sum(len(word) / 2 if is_unspaced(word) else 1 for word in joined.split())
    return nodes_with(text.names, [f"{TITLE} {joined} {TITLE}"]) if size >= 2 else []


def _mended(roadmap: Roadmap, name: str, words: list[str]) -> list[int]:
    """Return what the name means with the fewest typing errors taken out of it."""
    from llmroadmap.core.closeness import close_words  # only where nothing else was found

    ranked: dict[int, int] = {}
    for full_id, distance in close_words(name.casefold(), roadmap.ids.all()).items():
        node = roadmap.ids.find(full_id)
        if node is not None:
            ranked[node] = distance
    for near, distance in _near_names(roadmap.search.names, words):
        for node in certain(roadmap, near):
            ranked[node] = min(distance, ranked.get(node, distance))
    fewest = min(ranked.values(), default=0)
    return [node for node, distance in sorted(ranked.items()) if distance == fewest]


def _near_names(text: str, words: list[str]) -> Iterator[tuple[str, int]]:
    """Yield what may have been meant by the words, with the number of errors in it."""
    from llmroadmap.core.closeness import close_parts, close_words

    vocabulary = set(text.split())
    choices: list[list[tuple[str, int]]] = []
    for word in words:
        if is_unspaced(word):
            near = close_parts(word, text)
        else:
            near = close_words(word, vocabulary, 3 if len(words) > 1 else 4)
        known = [(word, 0)] if whole(word) in text else []
        choices.append(known + sorted(near.items(), key=lambda item: item[1])[:8])
    for chosen in islice(product(*choices), _TRIED):
        distance = sum(errors for _, errors in chosen)
        if distance:
            yield " ".join(word for word, _ in chosen), distance


def closest(roadmap: Roadmap, name: str, limit: int = 3) -> list[int]:
    """Return the items that look most like a name that means none."""
    words = query_words(name[:_LONGEST])[:12]
    if not words or name[0] == "@":
        return []
    if _is_like_an_id(name):
        return _similar_ids(roadmap, name, limit)
    counts: dict[int, int] = {}
    for word in words:
        for node in nodes_with(roadmap.search.names, [beginning(word)]):
            counts[node] = counts.get(node, 0) + 1
    best = max(counts.values(), default=0)
    if best > 1 or (best and len(words) == 1):
        return [node for node, count in counts.items() if count == best][:limit]
    return _similar_ids(roadmap, name, limit)


def group_of_id(roadmap: Roadmap, name: str) -> int | None:
    """Return the group whose id, and a dot, an id that is none begins with: hf.1 for hf.1.99."""
    group = name.casefold().rpartition(".")[0] if _is_like_an_id(name) else ""
    node = roadmap.find(group) if group else None
    return node if node is not None and any(roadmap.children(node)) else None


def _similar_ids(roadmap: Roadmap, name: str, limit: int) -> list[int]:
    from difflib import get_close_matches  # only for a name that is none

    known = roadmap.ids.all()
    group = group_of_id(roadmap, name)
    if group is not None:
        known = [known[node] for node in roadmap.children(group)]
    if len(known) > 5000:  # it takes 50 microseconds for each
        known = _around(known, name.casefold())[:500]
    near = get_close_matches(name[:_LONGEST].casefold(), known, limit, 0.5)
    found = [roadmap.ids.find(full) for full in near]
    return [node for node in found if node is not None]


def _around(ids: Sequence[str], name: str) -> Sequence[str]:
    """Return the ids that begin like the name, up to the last of its dots that any of them has."""
    while name:
        found = [full_id for full_id in ids if full_id.startswith(name)]
        if found:
            return found
        name = name.rstrip(".").rpartition(".")[0]
    return ids

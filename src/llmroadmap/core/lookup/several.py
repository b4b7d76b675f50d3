"""From several names on one line to the items that are meant; words without quotes may be one name."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from llmroadmap.core.lookup.errors import UnknownItem
from llmroadmap.core.lookup.resolve import (
    AmbiguityResolver,
    IsMeant,
    Space,
    candidates,
    exact,
    found_for,
    one,
    unclear,
)

if TYPE_CHECKING:
    from llmroadmap.core.model.roadmap import Roadmap

# So many ids parted by commas are taken from one word.
_MOST_PARTS = 1000
_COMMAS = re.compile("[,，、;；]")
# More words than this are no name that anybody would leave without quotes.
_LONGEST_PHRASE = 12


def find_items(
    space: Space,
    names: Sequence[str],
    resolve_ambiguity: AmbiguityResolver,
    *,
    to_change: bool = False,
    wanted: IsMeant | None = None,
) -> list[int]:
    """Return the nodes that the names mean, each once, all or none; see `find_item`.

    Words that together name one item are asked about. Where some of the items that a name may mean
    are `wanted`, the others are not meant.
    """
    found: list[int] = []
    for name in _as_meant(space, names):
        if isinstance(name, str):
            found.append(one(space, name, resolve_ambiguity, to_change=to_change, wanted=wanted))
        else:
            found.append(_ask(space, name, resolve_ambiguity, wanted))
    return list(dict.fromkeys(found))


def _as_meant(space: Space, typed: Sequence[str]) -> Iterator[str | list[str]]:
    """Yield the names of single items, and as lists the words that are rather one name.

    All of the line is looked at first; then its ids are names of their own, and what stands between
    them is looked at.
    """
    ids = [_taken_apart(space, name) for name in typed]
    if len(typed) > 1 and not all(ids) and not any(map(_stands_alone, typed)):
        has_full_id = any(len(full_ids) > 0 and "." in full_ids[0] for full_ids in ids)
        if _is_one_name(space, typed, only_certain=has_full_id):
            yield [*typed]
            return
    for is_id, group in groupby(zip(typed, ids, strict=True), lambda each: bool(each[1])):
        run = [*group]
        words = [name for name, _ in run]
        if is_id:
            yield from (full_id for _, full_ids in run for full_id in full_ids)
        elif len(words) > 1 and _is_one_name(space, words):
            yield words
        else:
            yield from words


def _stands_alone(name: str) -> bool:
    """Tell whether it is the step in progress or a number of the last list: a word of no name."""
    return name == "." or name[:1] == "@"


def _is_one_name(space: Space, words: Sequence[str], *, only_certain: bool = False) -> bool:
    """Tell whether words are rather one name than that many.

    They are where items have them all, but for a guess only if not each of them names an item.
    """
    if len(words) > _LONGEST_PHRASE:
        return False
    from llmroadmap.core.lookup.match import certain  # only for a name that is no id

    phrase = " ".join(words)
    if certain(space.roadmap, phrase):
        return True
    are_certain = [_is_certain(space, word) for word in words]
    if only_certain or all(are_certain):
        return False
    found = found_for(space, phrase)
    return found.understood or not any(are_certain)


def _is_certain(space: Space, name: str) -> bool:
    """Tell whether a name on its own means one item for sure."""
    if _taken_apart(space, name):
        return True
    found = found_for(space, name)
    return found.sure and len(found.nodes) == 1


def _ask(
    space: Space, words: list[str], resolve_ambiguity: AmbiguityResolver, wanted: IsMeant | None
) -> int:
    """Return which of the items is meant that words without quotes may name; never without asking."""
    phrase = " ".join(words)
    found = found_for(space, phrase)
    nodes = found.nodes
    if wanted is not None:
        nodes = [*filter(wanted, nodes)] or nodes
    if not nodes:
        raise unclear(space, phrase, found, nodes)
    if found.sure and len(nodes) == 1:
        together = UnknownItem(phrase, candidates(space, nodes), phrase)
        return nodes[resolve_ambiguity(together)]
    return nodes[resolve_ambiguity(unclear(space, phrase, found, nodes))]


def _taken_apart(space: Space, typed: str) -> Sequence[str]:
    """Return the full ids that commas part or a range stands for: hf.1.1,hf.1.3-5; none for words.

    Only where all of them are full ids: a comma in anything else belongs to a title.
    """
    if typed == "." or exact(space, typed) is not None:
        return [typed]
    if not typed[-1:].isalnum():
        return []
    found: list[str] = []
    for piece in _COMMAS.sub(",", typed).split(",")[:_MOST_PARTS]:
        name = piece.strip()
        ids = [name] if space.roadmap.find(name) is not None else _range(space.roadmap, name)
        if not ids:
            return []
        found += ids
    return found


def _range(roadmap: "Roadmap", name: str) -> Sequence[str]:
    """Return the ids from the first to the last number of one group: hf.1.3-5, hf.1.3-hf.1.5."""
    first, dash, last = _at_dash(name)
    group, dot, low = first.rpartition(".")
    high = last.removeprefix(f"{group}.")
    if not (dash and dot and _is_number(low) and _is_number(high) and int(low) < int(high)):
        return []
    parent = roadmap.find(group)
    if parent is None or roadmap.id_of(parent) != group:
        return []
    own = [roadmap.id_of(node) for node in roadmap.children(parent)]
    numbers = {full_id: full_id[len(group) + 1 :] for full_id in own}
    if f"{group}.{low}" not in numbers or f"{group}.{high}" not in numbers:
        return []
    return [
        full_id
        for full_id, number in numbers.items()
        if _is_number(number) and int(low) <= int(number) <= int(high)
    ]


def _at_dash(name: str) -> tuple[str, str, str]:
    """Part a range at its dash, also where the ids have dashes of their own: a-b.1-a-b.3."""
    half = len(name) // 2
    for cut in range(max(half - 3, 1), min(half + 4, len(name))):
        first, last = name[:cut], name[cut + 1 :]
        group = first.rpartition(".")[0]
        if name[cut] == "-" and group and group == last.rpartition(".")[0]:
            return first, "-", last
    return name.rpartition("-")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7

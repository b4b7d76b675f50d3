"""Which items a name may mean: rule by rule, from what is certain to what is a guess.

docs/naming.md has the rules in a learner's words; their order is the order of the functions here.
"""

import re
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import islice, product
from typing import NamedTuple
from unicodedata import normalize

from llmroadmap.core.lookup.text_index import (
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
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.model.text import every

# Longer names than this are compared, but nobody's typing errors in them are mended.
_LONGEST = 200
_TRIED = 60  # combinations of near words
_SURE_INITIALS = 4
_MOST_ALIKE = 5  # items whose Chinese looks like what was typed: more are no answer
_COMPARED = 300  # of a group's items, those with the nearest numbers

# Words that say nothing of what is meant.
_FILLERS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "by",
        "do",
        "for",
        "from",
        "how",
        "in",
        "into",
        "is",
        "it",
        "its",
        "my",
        "of",
        "on",
        "or",
        "our",
        "that",
        "the",
        "their",
        "this",
        "to",
        "using",
        "via",
        "what",
        "why",
        "with",
        "you",
        "your",
    ]
)
_DOTTED = re.compile(r"[^\W_]\.[^\W_]")
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_NUMBER = re.compile("[0-9]+")
_FIRST_NUMBER = re.compile("([a-z]+)([0-9].*)")


class Match(NamedTuple):
    """The items that a name may mean.

    What is not `sure` is confirmed before a change; what is `only_asked` also before it is shown.
    `has_all_in_first`: the first is a group that all the others stand in. `understood`: every word
    was found, so that nobody is told that there is no such thing. `by_link`: only the address of
    a page ends so.
    """

    nodes: list[int]
    sure: bool
    only_asked: bool = False
    has_all_in_first: bool = False
    understood: bool = False
    by_link: bool = False


def match(roadmap: Roadmap, name: str) -> Match:
    """Return the items that `name`, which is no full id, may mean."""
    words = query_words(name)
    if not words or name[0] == "@":  # @ is for the numbers of a list
        return Match(nodes=[], sure=False)
    counted = _counted(roadmap, name, words)
    if counted:
        return counted
    sure = certain(roadmap, name)
    if sure:
        sure += _meant_as_well(roadmap, sure, name, words)
        return _ordered(roadmap, sure, sure=len(sure) > 1 or _is_enough(roadmap, words))
    if looks_like_id(name):
        slips = _slips_of_id(roadmap, name)
        if slips:
            return Match(nodes=slips, sure=False)
        linked = _with_link_like(roadmap, _with_first_dot(roadmap, name))
        return Match(nodes=linked, sure=False, only_asked=True, by_link=bool(linked))
    return _guess(roadmap, name, words)


def _counted(roadmap: Roadmap, name: str, words: list[str]) -> Match | None:
    """Return what a mere number with a unit counts, unless it is an id or a title: 第三章."""
    from llmroadmap.core.lookup.spoken import nodes_counted_so, ordinal_in, section_number

    number = section_number(name)
    if number:
        return _ordered_guess(roadmap, certain(roadmap, number))
    ordinal = ordinal_in(name)
    joined = " ".join(words)
    if (
        ordinal is None
        or ordinal.rest
        or _whole_id(roadmap, joined)
        or _end_of_id(roadmap, joined)
        or _whole_title(roadmap.search, joined)
    ):
        return None
    nodes = nodes_counted_so(roadmap, ordinal)
    if nodes:
        return _ordered_guess(roadmap, nodes)
    # Its number and its unit, each somewhere in a title, are nothing.
    return None if looks_like_id(name) else Match(nodes=[], sure=False)


def _ordered_guess(roadmap: Roadmap, nodes: list[int]) -> Match | None:
    return _ordered(roadmap, nodes, sure=False, understood=True) if nodes else None


def _meant_as_well(roadmap: Roadmap, sure: list[int], name: str, words: list[str]) -> list[int]:
    """Return what else may be meant by words that only stand somewhere in a title or an id."""
    joined = " ".join(words)
    if (
        looks_like_id(name)
        or _whole_title(roadmap.search, joined)
        or _whole_id(roadmap, joined)
        or _end_of_id(roadmap, joined)
        or _beginning_of_id(roadmap, name)
    ):
        return []
    others = [*_claimed_by_topics(roadmap, sure, joined), *_of_that_kind(roadmap, sure, name)]
    return [node for node in dict.fromkeys(others) if node not in sure]


def _claimed_by_topics(roadmap: Roadmap, sure: list[int], joined: str) -> list[int]:
    """Return the items that are about what only stands somewhere in one item's title.

    So 注意力, which is a part of a homework's title, and "stanford", a word of a contest's.
    """
    first = min(sure)
    end = roadmap.columns.end[first]
    if max(sure) >= end:
        return []
    above = roadmap.path(first)
    about = nodes_with(roadmap.search.topics, [f" {joined} {TITLE}"])
    return [
        node
        for node in about
        if not first <= node < end and node not in above and _has_topic(roadmap, node, joined)
    ]


def _has_topic(roadmap: Roadmap, node: int, joined: str) -> bool:
    return any(" ".join(words_of(topic)) == joined for topic in roadmap.record(node)["topics"])


def _of_that_kind(roadmap: Roadmap, sure: list[int], name: str) -> list[int]:
    """Return what a kind or a number in the name means, where no title has all the words.

    "hf chapter 3" is the chapter, though its quiz has all three words between its id and title.
    """
    from llmroadmap.core.lookup.spoken import says_kind_or_number, understood

    if len(name) > _LONGEST or not says_kind_or_number(name):
        return []
    if len(sure) > 1 and max(sure) < roadmap.columns.end[min(sure)]:  # a group and what is in it
        return []
    words = set(words_of(name))
    if all(any(words <= {*each.split()} for each in _titles(roadmap, node)) for node in sure):
        return []
    nodes, fits = understood(roadmap, name, _FILLERS)
    return nodes if fits else []


def _guess(roadmap: Roadmap, name: str, words: list[str]) -> Match:
    """Return what a name may mean that is no id and has no certain words."""
    from llmroadmap.core.lookup.spoken import kind_named

    nothing = Match(nodes=[], sure=False)
    if kind_named(name):
        return nothing
    # Single letters begin too many words to mean one of them.
    if len(words) > 1 and all(len(word) == 1 and word.isascii() for word in words):
        return nothing
    for guess in (
        nodes_with(roadmap.search.names, [*map(beginning, words)]),
        nodes_with(roadmap.search.topics, [*map(whole, words)]),
    ):
        if guess:
            return _ordered(roadmap, guess, sure=False, understood=len(name) > 1)
    if len(name) > _LONGEST:
        return nothing
    for attempt in (_said_shorter, _understood, _said_otherwise, _without_slips, _by_initials):
        found = attempt(roadmap, name, words)
        if found.nodes:
            return found
    found = _by_main_word(roadmap, words)
    return found if found.nodes else _with_other_numbers(roadmap, name)


def _with_other_numbers(roadmap: Roadmap, name: str) -> Match:
    """Return the items whose ids differ from the name in their number only: s1 and s2 of s9."""
    numbered = _FIRST_NUMBER.fullmatch(name.casefold())
    nothing = Match(nodes=[], sure=False)
    if not numbered or not numbered[2].isdecimal():
        return nothing
    alike = re.compile(rf"{numbered[1]}[0-9]+")
    nodes = [node for node in roadmap.stages() if alike.fullmatch(roadmap.id_of(node))]
    return Match(nodes=nodes, sure=False, only_asked=True) if nodes else nothing


def _said_shorter(roadmap: Roadmap, name: str, words: list[str]) -> Match:
    """Return what the name means without words that say nothing: the agent."""
    telling = [word for word in words if word not in _FILLERS]
    nothing = Match(nodes=[], sure=False)
    if not telling or len(telling) == len(words):
        return nothing
    found = match(roadmap, " ".join(telling))
    return found._replace(sure=False) if found.sure and len(found.nodes) == 1 else nothing


def _understood(roadmap: Roadmap, name: str, words: list[str]) -> Match:
    from llmroadmap.core.lookup.spoken import understood

    nodes, fits = understood(roadmap, name, _FILLERS)
    if nodes and fits:
        return _ordered(roadmap, nodes, sure=False, understood=True)
    return Match(nodes=nodes, sure=False, only_asked=True, understood=bool(nodes))


def _said_otherwise(roadmap: Roadmap, name: str, words: list[str]) -> Match:
    """Return what it means in other words for the same, or written apart: 網路, huggingface."""
    from llmroadmap.core.lookup.other_words import in_our_words, nodes_written_apart

    ours = in_our_words(name)
    if query_words(ours) != words:  # else it would be said so for ever
        found = match(roadmap, ours)._replace(sure=False)
        if found.nodes:
            return found
    if len(words) == 1:
        nodes = nodes_written_apart(roadmap, words[0])
    else:
        joined = "".join(words)
        nodes = certain(roadmap, joined) if joined.isascii() and joined.isalpha() else []
    return _ordered_guess(roadmap, nodes) or Match(nodes=[], sure=False)


def _without_slips(roadmap: Roadmap, name: str, words: list[str]) -> Match:
    nothing, mended = Match(nodes=[], sure=False), _mended(roadmap, name, words)
    if not mended:
        return nothing
    found = _ordered(roadmap, mended, sure=False)
    # Who types Chinese slips into characters of the same sound; another word is another thing.
    names = roadmap.search.names
    if not any(is_unspaced(word) and word not in names for word in words):
        return found
    return found._replace(only_asked=True) if len(mended) <= _MOST_ALIKE else nothing


def _by_main_word(roadmap: Roadmap, words: list[str]) -> Match:
    """Return the items with a Chinese word but for the noun at its end: of 汇编语言 those of 汇编."""
    from llmroadmap.core.lookup.other_words import without_empty_noun

    shorter = [*map(without_empty_noun, words)]
    if shorter == words:
        return Match(nodes=[], sure=False)
    return match(roadmap, " ".join(shorter))._replace(sure=False, only_asked=True)


def _by_initials(roadmap: Roadmap, name: str, words: list[str]) -> Match:
    """Return the items whose Chinese title or topic has these initials: gddnb."""
    from llmroadmap.core.lookup.sounds import nodes_with_initials

    search = roadmap.search
    nodes = len(words) == 1 and (
        nodes_with_initials(search.names, words[0]) or nodes_with_initials(search.topics, words[0])
    )
    if not nodes:
        return Match(nodes=[], sure=False)
    # Three letters are as likely an abbreviation that the plan does not have.
    found = _ordered(roadmap, nodes, sure=False, understood=True)
    return found._replace(only_asked=len(words[0]) < _SURE_INITIALS)


def _ordered(roadmap: Roadmap, nodes: list[int], *, sure: bool, understood: bool = False) -> Match:
    """Return the nodes, counted ones first; but before all a group that has the others in it."""
    first, end = min(nodes), roadmap.columns.end
    if len(nodes) > 1 and max(nodes) < end[first]:
        others = [node for node in nodes if node != first]
        ordered = [first, *_counted_first(roadmap, others)]
        return Match(nodes=ordered, sure=sure, has_all_in_first=True, understood=understood)
    return Match(nodes=_counted_first(roadmap, nodes), sure=sure, understood=understood)


def _counted_first(roadmap: Roadmap, nodes: list[int]) -> list[int]:
    return sorted(nodes, key=roadmap.is_optional)


def _is_enough(roadmap: Roadmap, words: list[str]) -> bool:
    """Tell whether the words say something: no slip of one finger, no mere "of the"."""
    significant = "".join(word for word in words if word not in _FILLERS)
    return len(significant) > 1 or bool(_whole_title(roadmap.search, " ".join(words)))


def certain(roadmap: Roadmap, name: str) -> list[int]:
    """Return what `name` means by its id or by whole words: one item, or all that it may be."""
    if not words_of(name):
        return []
    joined = " ".join(words_of(name))
    by_id = looks_like_id(name)
    found: dict[int, None] = {}
    for nodes in (
        _whole_id(roadmap, joined),
        _end_of_id(roadmap, joined),
        _beginning_of_id(roadmap, name),
        _last_letters_of_id(roadmap, name) if by_id else [],
        _whole_title(roadmap.search, joined)
        or (_in_one_title(roadmap, joined) if by_id else _with_whole_words(roadmap, name)),
    ):
        if len(nodes) == 1 and not found:
            return nodes
        found.update(dict.fromkeys(nodes))
    return list(found) or _last_letters_of_id(roadmap, name)


def looks_like_id(name: str) -> bool:
    """Tell whether `name` is dotted, or nothing but numbers beside one word: hf.2.9, hf 2 9, 2-9.

    Such a name is never taken for an item whose id has the same parts in another order.
    """
    plain = _typed_id(name)
    if _DOTTED.search(plain) and not any(map(str.isspace, plain)):
        return True
    words = words_of(plain)
    numbers = sum(map(str.isdecimal, words))
    others = len(words) - numbers
    return numbers > 0 and len(words) > 1 and others < 2 and not any(map(is_unspaced, words))


def _typed_id(name: str) -> str:
    """Return `name` as ids are written: half width, lower case, with full stops for dots."""
    if not name.isascii():
        name = normalize("NFKC", name).replace("\u3002", ".")
    return name.casefold().strip().strip(".")


def _whole_id(roadmap: Roadmap, joined: str) -> list[int]:
    """Return the items whose id has these words: case, dots, hyphens and blanks are all one.

    So are numbers with leading zeros and without.
    """
    found = nodes_with(roadmap.search.names, [f"\n {joined} {ID_ENDS}"])
    if found or not _NUMBER.search(joined):
        return found
    plain = _LEADING_ZEROS.sub("", joined)
    if plain != joined:
        found = nodes_with(roadmap.search.names, [f"\n {plain} {ID_ENDS}"])
    if found or not looks_like_id(joined):
        return found
    ids = roadmap.ids.all()
    return [
        node
        for node, full_id in enumerate(ids)
        if "0" in full_id and _LEADING_ZEROS.sub("", " ".join(words_of(full_id))) == plain
    ]


def _end_of_id(roadmap: Roadmap, joined: str) -> list[int]:
    """Return the items whose id ends with these words, from a dot on: `scaling-laws.paper`."""
    nodes = nodes_with(roadmap.search.names, [f" {joined} {ID_ENDS}"])
    ids = roadmap.ids.all() if nodes else ()
    return [node for node in nodes if ids[node][-len(joined) - 1 :][:1] == "."]


def _beginning_of_id(roadmap: Roadmap, name: str) -> list[int]:
    """Return the items whose id begins with `name`; a group stands for all that is in it."""
    name = _typed_id(name)
    if len(name) < 2:
        return []
    nodes = [
        node
        for node, full in enumerate(roadmap.ids.all())
        if full.startswith(name) and not _is_in_number(full, len(name))
    ]
    if nodes and nodes[-1] < roadmap.columns.end[nodes[0]]:
        return nodes[:1]
    return nodes


def _last_letters_of_id(roadmap: Roadmap, name: str) -> list[int]:
    name = _typed_id(name)
    if len(name) < 3:
        return []
    return [
        node
        for node, full in enumerate(roadmap.ids.all())
        if full.endswith(name) and not _is_in_number(full, len(full) - len(name))
    ]


def _is_in_number(full_id: str, offset: int) -> bool:
    """Tell whether a cut at `offset` would part a number: 1.3 is no end of hf.11.3."""
    return full_id[max(offset - 1, 0) : offset].isdigit() and full_id[offset : offset + 1].isdigit()


def _in_one_title(roadmap: Roadmap, joined: str) -> list[int]:
    """Return the items with a title in which these words follow each other: `GPT-3.5`."""
    return [
        node
        for node in nodes_with(roadmap.search.names, [f" {joined} "])
        if any(f" {joined} " in f" {title} " for title in _titles(roadmap, node))
    ]


def _titles(roadmap: Roadmap, node: int) -> list[str]:
    titles = every(roadmap.record(node).get("title"))
    return [" ".join(words_of(title)) for title in titles]


def _with_whole_words(roadmap: Roadmap, name: str) -> list[int]:
    """Return the items that have all the words; a part that looks like an id stays together."""
    patterns = []
    for piece in name.split():
        words = words_of(piece)
        patterns += [" ".join(words)] if words and looks_like_id(piece) else words
    if not patterns:
        return []
    found = nodes_with(roadmap.search.names, [*map(whole, patterns)])
    numbers = [word for each in patterns for word in each.split() if word.isdecimal()]
    return [node for node in found if _has_in_order(roadmap, node, numbers)] if numbers else found


def _has_in_order(roadmap: Roadmap, node: int, numbers: list[str]) -> bool:
    """Tell whether the numbers that no title has follow each other in the id as they do here."""
    titles = " ".join(_titles(roadmap, node)).split()
    parts = iter(words_of(roadmap.id_of(node)))
    return all(number in titles or number in parts for number in numbers)


def _whole_title(text: SearchText, joined: str) -> list[int]:
    """Return the items with exactly this title."""
    return nodes_with(text.names, [f"{TITLE} {joined} {TITLE}"])


def _mended(roadmap: Roadmap, name: str, words: list[str]) -> list[int]:
    """Return what the name means with the fewest typing errors taken out of it."""
    from llmroadmap.core.lookup.edit_distance import (
        close_words,  # only where nothing else was found
    )

    ranked: dict[int, int] = {}
    for full_id, distance in close_words(name.casefold(), roadmap.ids.all()).items():
        node = roadmap.ids.find(full_id)
        if node is not None:
            ranked[node] = distance
    for near, distance in _near_names(roadmap.search.names, words):
        for node in certain(roadmap, near):
            ranked[node] = min(distance, ranked.get(node, distance))
    return _best(ranked)


def _near_names(text: str, words: list[str]) -> Iterator[tuple[str, int]]:
    """Yield what may have been meant by the words, with the number of errors in it."""
    from llmroadmap.core.lookup.edit_distance import close_parts, close_words

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


def _slips_of_id(roadmap: Roadmap, name: str) -> list[int]:
    """Return the items whose id is a letter or two away from `name`.

    Numbers are the same and the parts in the same order.
    """
    from llmroadmap.core.lookup.edit_distance import (
        close_words,  # only where nothing else was found
    )

    if len(name) > _LONGEST:
        return []
    typed, ranked = _typed_id(name), dict[int, int]()
    parts = sorted(typed.split("."))
    for full_id, distance in close_words(typed, roadmap.ids.all()).items():
        node = roadmap.ids.find(full_id)
        if (
            node is not None
            and sorted(full_id.split(".")) != parts
            and _has_letters_where(typed, full_id)
        ):
            ranked[node] = distance
    for near, distance in _near_names(roadmap.search.names, words_of(name)):
        for node in _whole_id(roadmap, near) or _end_of_id(roadmap, near):
            ranked[node] = min(distance, ranked.get(node, distance))
    return _best(ranked)


def _has_letters_where(typed: str, full_id: str) -> bool:
    """Tell whether two ids have letters in the same parts: cs224n.hw9 is not cs224n.9."""
    some, others = typed.split("."), full_id.split(".")
    if len(some) != len(others):
        return True
    return all(
        one.isdecimal() == other.isdecimal() for one, other in zip(some, others, strict=True)
    )


def _best(ranked: dict[int, int]) -> list[int]:
    """Return the nodes with the fewest errors."""
    fewest = min(ranked.values(), default=0)
    return [node for node, distance in sorted(ranked.items()) if distance == fewest]


def _with_link_like(roadmap: Roadmap, name: str) -> list[int]:
    """Return the steps with a link that ends like `name`: /chapter2/9 for hf.2.9.

    Whoever reads the page of a course has its number before their eyes, and not that of the plan.
    """
    words = words_of(_LEADING_ZEROS.sub("", name[:_LONGEST]))
    top = _group_above(roadmap, words)
    if top is None or not words[-1].isdecimal():
        return []
    if words[:-1] != words_of(roadmap.id_of(top)):  # more is missing than the last number
        return []
    before = words[-2] if len(words) > 2 and words[-2].isdecimal() else ""
    ending = rf"{before}[^0-9a-z]{words[-1]}" if before else words[-1]
    pattern = re.compile(rf"(?<![0-9]){ending}/?(\.html?)?$", re.ASCII)
    return [
        node
        for node in roadmap.subtree(top)
        if roadmap.is_step(node)
        and any(pattern.search(link["url"]) for link in roadmap.record(node).get("links", ()))
    ]


def _with_first_dot(roadmap: Roadmap, name: str) -> str:
    """Return an id with the dot behind its first letters, if that is a group: hf2.9."""
    found = _FIRST_NUMBER.match(_typed_id(name[:_LONGEST]))
    if found is None or _group_above(roadmap, words_of(name[:_LONGEST])) is not None:
        return name
    return f"{found[1]}.{found[2]}" if _whole_id(roadmap, found[1]) else name


def _group_above(roadmap: Roadmap, words: list[str]) -> int | None:
    """Return the nearest group whose id an id of these words begins with: hf.2 for hf.2.9."""
    for stop in range(min(len(words), 20) - 1, 0, -1):
        found = _whole_id(roadmap, " ".join(words[:stop]))
        if len(found) == 1 and any(roadmap.children(found[0])):
            return found[0]
    return None


def closest(roadmap: Roadmap, name: str, limit: int = 3) -> list[int]:
    """Return the items that look most like a name that means none."""
    words = query_words(name[:_LONGEST])[:12]
    if not words or name[0] == "@":
        return []
    if _says_number(name):  # what is counted is there or not: 第五阶段
        return []
    if looks_like_id(name):
        return _nearest_in_group(roadmap, _with_first_dot(roadmap, name), limit)
    counts: dict[int, int] = {}
    for word in words:
        for node in nodes_with(roadmap.search.names, [beginning(word)]):
            counts[node] = counts.get(node, 0) + 1
    best = max(counts.values(), default=0)
    if best > 1 or (best and len(words) == 1):
        return [node for node, count in counts.items() if count == best][:limit]
    return _similar_ids(roadmap, name, limit)


def _says_number(name: str) -> bool:
    from llmroadmap.core.lookup.spoken import ordinal_in

    return ordinal_in(name) is not None


def group_of_id(roadmap: Roadmap, name: str) -> int | None:
    """Return the nearest group that `name`, as an id, would belong to: hf.1 for hf.1.99."""
    if not looks_like_id(name):
        return None
    return _group_above(roadmap, words_of(_with_first_dot(roadmap, name)[:_LONGEST]))


def _nearest_in_group(roadmap: Roadmap, name: str, limit: int) -> list[int]:
    """Return the items of the group that an id which is none would belong to, the nearest first."""
    group = group_of_id(roadmap, name)
    if group is None:
        return _similar_ids(roadmap, name, limit)
    from llmroadmap.core.lookup.edit_distance import edits

    depth = len(words_of(roadmap.id_of(group)))
    rest = words_of(name[:_LONGEST])[depth:]
    if not rest[0].isdecimal():
        return _similar_ids(roadmap, name, limit, [*roadmap.subtree(group)][1:])
    ids, number, typed = roadmap.ids.all(), int(rest[0][:9]), _typed_id(name)[:_LONGEST]

    def difference(node: int) -> int:
        own = words_of(ids[node])[depth:]
        return abs(int(own[0][:9]) - number) if own and own[0].isdecimal() else 10**9

    below = roadmap.children(group) if len(rest) == 1 else roadmap.subtree(group)[1:]
    around = nsmallest(_COMPARED, below, difference)
    return sorted(around, key=lambda node: (edits(ids[node], typed, 2), difference(node)))[:limit]


def _similar_ids(
    roadmap: Roadmap, name: str, limit: int, within: Sequence[int] | None = None
) -> list[int]:
    from difflib import get_close_matches  # only for a name that is none

    known = roadmap.ids.all()
    if within is not None:
        known = [known[node] for node in within]
    if len(known) > 5000:  # it takes 50 microseconds for each
        known = _around(known, name.casefold())[:500]
    alike = 0.5 if looks_like_id(name) else 0.6
    near = get_close_matches(name[:_LONGEST].casefold(), known, limit, alike)
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

"""Names as people say them: "the attention paper", 第三章, 微调那章, "week 2", run together or by ear.

All that is found here is a guess: it is told before it is shown, and asked about before a change.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from llmroadmap.core.lookup.text_index import beginning, is_unspaced, nodes_with, query_words
from llmroadmap.core.model.roadmap import Roadmap

# What people call the kinds of items: the first of each row is what `next --kind` takes.
_KIND_NAMES = (
    (("paper",), "paper papers article articles 论文 論文 文章 篇"),
    (("video", "lecture"), "video videos recording recordings 视频 視頻 影片 录像 錄影 录播"),
    (
        ("assignment", "notebook"),
        "assignment assignments homework exercise exercises hw 作业 作業 练习 練習 习题 習題",
    ),
    (("quiz",), "quiz quizzes exam exams test 测验 測驗 小测验 小測驗 测试 測試 考试 考試"),
    (
        ("lecture", "video", "section"),
        "lecture lectures lesson lessons class 讲座 講座 课 課 讲 講 节 節",
    ),
    (("reading",), "reading readings slides handout 讲义 講義 课件 課件 阅读 閱讀 阅读材料"),
    (("project",), "project projects 项目 項目"),
    (("notebook",), "notebook notebooks code colab 代码 代碼 程序 动手"),
    (("writing",), "note notes summary review 笔记 筆記 总结 總結 评述"),
    (("chapter",), "chapter chapters 章 章节 章節"),
)
_KIND_OF = {name: kinds for kinds, names in _KIND_NAMES for name in names.split()}
_CHINESE_KINDS = sorted((name for name in _KIND_OF if is_unspaced(name)), key=len, reverse=True)
_LONGEST_NAME = 200
_MOST_ORDINALS = 3
_MOST_WORDS = 12
_LONGEST_RUN = 16  # of Chinese: of longer ones nobody's parts are looked for

_FILLERS_BEFORE = re.compile("^(关于|關於|有关|那个|这个|那篇|这篇|那节|那章|我的|讲)(?=..)")
_FILLERS_BEHIND = re.compile("(?<=..)(的|那个|那個|这个|那|这|這|那一|一|相关|方面|入门)$")

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2}
_UNITS = {
    "stage": "stage stages phase 阶段 階段",
    "chapter": "chapter chapters ch 章 单元 單元",
    "lecture": "lecture lectures 讲 講",
    "section": "section sections 节 節 小节 小節",
    "lesson": "lesson lessons video videos episode class 课 課 集",
    "week": "week weeks 周 週 星期 礼拜",
    "day": "day days 天 日",
    "assignment": "assignment assignments homework hw pset a 作业 作業",
    "quiz": "quiz quizzes 测验 測驗 小测验 小測驗",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
# The kinds of what is counted by its own number; the first that there are any of.
_COUNTED_KINDS: dict[str, list[tuple[str, ...]]] = {
    "chapter": [("chapter",)],
    "lecture": [("lecture",), ("video", "section")],
    "section": [("section",), ("lecture", "video")],
    "lesson": [("lecture", "video", "section")],
    "assignment": [("assignment",)],
    "quiz": [("quiz",)],
}
_FIRST_TO_TENTH = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
_ONE_TO_TWELVE = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_ENGLISH_UNITS = "|".join(word for word in _UNIT_OF if word.isascii() and word != "a")
_CHINESE_UNITS = "|".join(word for word in _UNIT_OF if not word.isascii())
_CHINESE_NUMBER = "[0-9]{1,4}|[零一二两兩三四五六七八九十]{1,4}"
_ORDINAL = re.compile(
    rf"第 ?(?P<zh>{_CHINESE_NUMBER}) ?[次个個份]?(?P<zh_unit>{_CHINESE_UNITS})"
    rf"|(?<![0-9.])(?P<bare>[0-9]{{1,4}}) ?(?P<bare_unit>章|课|課|讲|講|集|周|週)"
    rf"|(?P<zh_task>作业|作業|测验|測驗) ?(?P<zh_last>{_CHINESE_NUMBER})$"
    rf"|(?<![\w.-])(?:(?P<unit>{_ENGLISH_UNITS})[ .#-]{{0,2}}|(?P<letter>a)(?=[0-9]))"
    rf"(?P<en>[0-9]{{1,4}}|(?:{'|'.join(_ONE_TO_TWELVE)}))\b"
    rf"|\b(?P<word>{'|'.join(_FIRST_TO_TENTH)}|[0-9]{{1,4}}(?=st|nd|rd|th))(?:st|nd|rd|th)? "
    rf"(?P<word_unit>{_ENGLISH_UNITS})\b"
)
# A number of a chapter and a section in it, with a word for what it counts: "section 3.2".
_DOTTED_SECTION = re.compile(
    r"(?:section|lesson|chapter|part|ch|第)[ .#]{0,2}([0-9]+[.-][0-9]+) ?[章节節课課讲講]?"
    r"|([0-9]+[.-][0-9]+) ?[节節课課讲講]"
)


class Ordinal(NamedTuple):
    """A number with what it counts: third chapter; `rest` is what else was typed."""

    unit: str
    number: int
    rest: str


def kind_named(name: str) -> str:
    """Return the kind, as `next --kind` takes it, that the name is nothing but a word for; or ""."""
    kinds = _KIND_OF.get(normalize("NFKC", name).strip().casefold())
    return kinds[0] if kinds else ""


def ordinal_in(name: str) -> Ordinal | None:
    """Return the first number with a unit in the name: 第三章, "week 2"."""
    plain = normalize("NFKC", name[:_LONGEST_NAME]).casefold()
    found = _ORDINAL.search(plain)
    if found is None:
        return None
    groups = found.groupdict("")
    number = "".join(groups[each] for each in ("zh", "bare", "zh_last", "en", "word"))
    units = ("zh_unit", "bare_unit", "zh_task", "unit", "letter", "word_unit")
    unit = "".join(groups[each] for each in units)
    rest = f"{plain[: found.start()]} {plain[found.end() :]}".strip()
    return Ordinal(_UNIT_OF[unit], _number(number), rest.strip("的 "))


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    for words in (_FIRST_TO_TENTH, _ONE_TO_TWELVE):
        if text in words:
            return words.index(text) + 1
    tens, ten, ones = text.rpartition("十")
    value = _DIGITS.get(ones[-1:], 0)
    return value + (10 * _DIGITS.get(tens[-1:], 1) if ten else 0)


def section_number(name: str) -> str:
    """Return the number in a name that is nothing else but one with two parts: "section 3.2"."""
    found = _DOTTED_SECTION.fullmatch(normalize("NFKC", name[:_LONGEST_NAME]).strip().casefold())
    return (found[1] or found[2] or "").replace("-", ".") if found else ""


def nodes_counted_so(roadmap: Roadmap, ordinal: Ordinal) -> list[int]:
    """Return what is counted so: a stage by its place, chapters and lessons by their own number.

    Other units are looked for in titles.
    """
    if ordinal.unit == "stage":
        stages = roadmap.stages()
        if 0 < ordinal.number <= len(stages):
            return [stages[ordinal.number - 1]]
    own = _own_number(ordinal)
    for kinds in _COUNTED_KINDS.get(ordinal.unit, ()):
        found = [node for node, full_id in enumerate(roadmap.ids.all()) if own.search(full_id)]
        found = [node for node in found if roadmap.record(node).get("kind") in kinds]
        if found:
            return found
    return _titled_so(roadmap, ordinal)


def _own_number(ordinal: Ordinal) -> re.Pattern[str]:
    """Return what the ids of such items end with: quiz 3 is that of chapter 3."""
    number = ordinal.number
    if ordinal.unit == "assignment":
        return re.compile(rf"\.[a-z]*0*{number}$", re.ASCII)
    if ordinal.unit == "quiz":
        return re.compile(rf"\.0*{number}\.[a-z]+$", re.ASCII)
    return re.compile(rf"\.0*{number}[a-z]?$", re.ASCII)


def _titled_so(roadmap: Roadmap, ordinal: Ordinal) -> list[int]:
    words = _UNITS[ordinal.unit].split()
    nodes: set[int] = set()
    for word in words:
        written = (
            [f" {word} {ordinal.number} "]
            if word.isascii()
            else [f"第{_in_chinese(ordinal.number)}{word}", f" 第 {ordinal.number} {word}"]
        )
        for pattern in written:
            nodes.update(nodes_with(roadmap.search.names, [pattern]))
    return sorted(nodes)


def _in_chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    tens, ones = divmod(number % 100, 10)
    return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")


class Understood(NamedTuple):
    """The items that are meant; not `fits` where none of them is of the kind that was named."""

    nodes: list[int]
    fits: bool


def understood(roadmap: Roadmap, name: str, fillers: Iterable[str]) -> Understood:
    """Return the items that have every word, each in a title, an id or a topic, and the kind named."""
    ordinals = [*_ordinals_in(name)]
    ordinal = ordinals[-1] if ordinals else None
    words, kinds = _without_kinds(query_words(ordinal.rest if ordinal else name), fillers)
    counted = _counted_in_each_other(roadmap, ordinals)
    if ordinal and not counted:
        return Understood([], fits=False)
    if not words and not ordinal:
        return Understood([], fits=False)
    found = _having(roadmap, words) if words else set(range(len(roadmap)))
    if counted:
        found = _counted_among(roadmap, counted, found, wants_kind=bool(kinds))
    if not found or not kinds:
        return Understood(sorted(found), fits=True)
    of_kind = _of_kind(roadmap, found, kinds)
    if of_kind:
        return Understood(of_kind, fits=True)
    parts = _of_kind_with_a_part(roadmap, words, kinds)
    return Understood([*parts, *sorted(found - set(parts))], fits=False)


def _ordinals_in(name: str) -> Iterator[Ordinal]:
    """Yield the numbers with units: chapter 3 section 2; what else was typed is the last's `rest`."""
    for _ in range(_MOST_ORDINALS):
        found = ordinal_in(name)
        if found is None:
            return
        yield found
        name = found.rest


def _counted_in_each_other(roadmap: Roadmap, ordinals: list[Ordinal]) -> list[int]:
    """Return what the numbers count; of several that which stands in the others."""
    found: list[int] = []
    for number, ordinal in enumerate(ordinals):
        counted = nodes_counted_so(roadmap, ordinal)
        found = _inner(roadmap, found, counted) if number else counted
    return found


def _inner(roadmap: Roadmap, some: list[int], others: list[int]) -> list[int]:
    end = roadmap.columns.end
    inside = {low for top in some for low in others if top < low < end[top]}
    return sorted(inside | {low for top in others for low in some if top < low < end[top]})


def says_kind_or_number(name: str) -> bool:
    """Tell whether a word of the name is a kind of steps, or it counts something."""
    return ordinal_in(name) is not None or bool(_without_kinds(query_words(name), ())[1])


def _counted_among(
    roadmap: Roadmap, counted: list[int], found: set[int], *, wants_kind: bool
) -> set[int]:
    """Return those counted that are found or stand in what is; for a kind, also what is in them."""
    end = roadmap.columns.end
    inside = {node for top in found for node in counted if top <= node < end[top]}
    if wants_kind:
        below = {node for top in counted for node in range(top, end[top])}
        return below if len(found) == len(roadmap) else below & (found | inside)
    return inside or {n for top in counted for n in range(top, end[top]) if n in found}


def _of_kind(roadmap: Roadmap, nodes: Iterable[int], kinds: tuple[str, ...]) -> list[int]:
    return [node for node in sorted(nodes) if roadmap.record(node).get("kind") in kinds]


def _without_kinds(words: list[str], fillers: Iterable[str]) -> tuple[list[str], tuple[str, ...]]:
    """Return the words that say what is meant, and the kinds that the others stand for."""
    rest: list[str] = []
    kinds: tuple[str, ...] = ()
    for word in words:
        if word in _KIND_OF:
            kinds = kinds or _KIND_OF[word]
        elif is_unspaced(word):
            kept, own = _without_chinese_kind(word)
            kinds = kinds or own
            rest += [kept] if kept else []
        elif word not in fillers:
            rest.append(word)
    return rest, kinds


def _without_chinese_kind(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the word without the kind at its end: 注意力论文 is 注意力 and a paper."""
    kinds: tuple[str, ...] = ()
    for name in _CHINESE_KINDS:
        if word.endswith(name):
            kept = word[: -len(name)]
            if len(name) > 1 or kept[-1:] in tuple("那这這"):
                word, kinds = kept, _KIND_OF[name]
                break
    word = _FILLERS_BEFORE.sub("", word)
    stripped = _FILLERS_BEHIND.sub("", word)
    return ("" if stripped in ("的", "那", "这") else stripped), kinds


def _having(roadmap: Roadmap, words: list[str]) -> set[int]:
    """Return the nodes that have every word; or else one, and the groups they stand in the others."""
    found, below, own = set[int](), set[int](), set[int]()
    end = roadmap.columns.end
    for number, word in enumerate(words[:_MOST_WORDS]):
        nodes = _with_word(roadmap, word)
        with_those_below = {each for top in nodes for each in range(top, end[top])}
        found = found & nodes if number else nodes
        below = below & with_those_below if number else with_those_below
        own |= nodes
        if not below:
            return set()
    return found or (below & own)


def _with_word(roadmap: Roadmap, word: str) -> set[int]:
    found = _written(roadmap, word)
    if found:
        return found
    if is_unspaced(word) and 4 <= len(word) <= _LONGEST_RUN:
        for cut in range(2, len(word) - 1):
            found |= _written(roadmap, word[:cut]) & _written(roadmap, word[cut:])
        if found:
            return found
    from llmroadmap.core.lookup.sounds import nodes_that_sound_like  # loads a dictionary of sounds

    search = roadmap.search
    return {
        node for text in (search.names, search.topics) for node in nodes_that_sound_like(text, word)
    }


def _written(roadmap: Roadmap, word: str) -> set[int]:
    """Return the nodes with the word, or its singular, in a title, an id or a topic."""
    search = roadmap.search
    patterns = {beginning(each) for each in (word, _singular(word))}
    return {
        node
        for pattern in patterns
        for text in (search.names, search.topics)
        for node in nodes_with(text, [pattern])
    }


def _singular(word: str) -> str:
    if len(word) < 4 or not word.isascii() or word.endswith("ss"):
        return word
    for plural, singular in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("s", "")):
        if word.endswith(plural):
            return word[: -len(plural)] + singular
    return word


def _of_kind_with_a_part(roadmap: Roadmap, words: list[str], kinds: tuple[str, ...]) -> list[int]:
    """Return what has the beginning or end of the only word: of 归并排序 the homework on 排序."""
    if len(words) != 1 or not is_unspaced(words[0]) or not 3 <= len(words[0]) <= _LONGEST_RUN:
        return []
    word = words[0]
    for size in range(len(word) - 1, 1, -1):
        found = _written(roadmap, word[:size]) | _written(roadmap, word[-size:])
        of_kind = _of_kind(roadmap, found, kinds)
        if of_kind:
            return of_kind
    return []

"""What docs/naming.md lets a changing command take without asking: written anew from that page.

Slow and straightforward: every rule is a loop over all items. It shares no code with the program
and knows a roadmap only as ids, titles and topics.
"""

import re
import unicodedata
from dataclasses import dataclass, field

CHINESE = "\u3040-\u9fff"
WORD = re.compile(rf"[{CHINESE}]+|[^\W{CHINESE}]+[+#]*")
FILLERS = set(
    "a an and are as at by do for from how in into is it its my of on or our that the their this to"
    " using via what why with you your".split()
)
ORDINAL = re.compile(
    r"第 ?([0-9]+|[零一二两兩三四五六七八九十]+) ?"
    r"(阶段|階段|章|单元|單元|课|課|讲|講|节|節|集|周|週|星期|礼拜|天|日)"
    r"|[0-9]+ ?(章|课|課|讲|講|集|周|週)"
    r"|(stages?|phase|chapters?|ch|lessons?|lectures?|section|video|episode|class|weeks?|days?)"
    r"[ .#-]{0,2}[0-9]+"
)


def plain(text: str) -> str:
    """Without width, case and accents."""
    folded = unicodedata.normalize("NFKD", text)
    bare = "".join(each for each in folded if not "\u0300" <= each <= "\u036f")
    joined = unicodedata.normalize("NFC", bare).casefold()
    return joined.replace("'", "").replace("\u2019", "").replace("_", " ")


def is_chinese(word: str) -> bool:
    return re.match(f"[{CHINESE}]", word) is not None


def words(text: str, *, join: bool = True) -> list[str]:
    """The words of a text; Chinese on both sides of a sign or space is one word."""
    found: list[str] = []
    for word in WORD.findall(plain(text)):
        if join and found and is_chinese(word) and is_chinese(found[-1]):
            found[-1] += word
        else:
            found.append(word)
    return found


def typed_words(name: str) -> list[str]:
    return [word for piece in name.split() for word in words(piece)]


def without_zeros(text: str) -> str:
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", text)


@dataclass
class Item:
    id: str
    former: list[str]
    titles: list[str]
    topics: list[str]
    above: list[str]
    id_words: list[str] = field(init=False)
    title_words: list[list[str]] = field(init=False)
    topic_words: list[list[str]] = field(init=False)
    own_words: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.id_words = words(self.id)
        self.title_words = [words(title) for title in self.titles]
        self.topic_words = [words(topic) for topic in self.topics]
        compounds = {
            each.replace("-", "")
            for title in self.titles
            for each in re.findall("[a-z0-9]+(?:-[a-z0-9]+)+", plain(title))
        }
        self.own_words = {*self.id_words, *compounds}.union(*self.title_words)

    def has(self, word: str) -> bool:
        """Whether it has the whole word; of Chinese any part."""
        if is_chinese(word):
            return any(word in own for own in self.own_words)
        return word in self.own_words


def follow_each_other(typed: list[str], text: list[str]) -> bool:
    size = len(typed)
    return any(text[start : start + size] == typed for start in range(len(text) - size + 1))


class Oracle:
    """Says which one item a name may change, if any."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.ids = {item.id: item for item in items}
        self.former = {old: item.id for item in items for old in item.former}

    def allowed(self, name: str) -> set[str]:
        """The items that a changing command may take for what was typed as one word."""
        exact = self._exact(name)
        if exact:
            return {exact}
        pieces = [piece.strip() for piece in re.split("[,，、;；]", name)]
        listed: set[str] = set()
        for piece in pieces:
            own = {self._exact(piece)} if self._exact(piece) else self._range(piece)
            if not own:
                break
            listed |= own
        else:
            return listed
        found = self._one(name)
        return {found} if found else set()

    def _exact(self, name: str) -> str:
        return name if name in self.ids else self.former.get(name, "")

    def _range(self, name: str) -> set[str]:
        found = re.fullmatch(r"(.+)\.([0-9]+)-(?:(.+)\.)?([0-9]+)", name)
        if not found:
            return set()
        group, low, other, high = found.groups()
        if other not in (None, group) or group not in self.ids:
            return set()
        if f"{group}.{low}" not in self.ids or f"{group}.{high}" not in self.ids:
            return set()
        numbers = range(int(low), int(high) + 1)
        return {f"{group}.{number}" for number in numbers if f"{group}.{number}" in self.ids}

    def _one(self, name: str) -> str:
        typed = typed_words(name)
        if not typed or name.startswith("@"):
            return ""
        several: set[str] = set()
        for rule in (
            self._other_writing,
            self._end,
            self._beginning,
            self._last_letters_with_dot,
            self._whole_title,
            self._whole_words,
        ):
            found = rule(name)
            if len(found) == 1 and not several:
                only = next(iter(found))
                unnamed = rule == self._whole_words
                return "" if unnamed and self._says_too_little(name, only) else only
            several |= found
            if found and rule == self._whole_title:
                return ""  # words of longer titles do not count beside a whole one
        if several:
            return ""
        last = self._last_letters(name)
        return next(iter(last)) if len(last) == 1 else ""

    def _says_too_little(self, name: str, only: str) -> bool:
        typed = typed_words(name)
        if len("".join(word for word in typed if word not in FILLERS)) < 2:
            return True
        if ORDINAL.fullmatch(unicodedata.normalize("NFKC", name).casefold().strip()):
            return True
        # Words of one title, which are what others are about.
        family = {only, *self.ids[only].above}
        return any(
            [" ".join(topic)] == [" ".join(typed)]
            for item in self.items
            if item.id not in family and only not in item.above
            for topic in item.topic_words
        )

    @staticmethod
    def _as_id(name: str) -> str:
        typed = unicodedata.normalize("NFKC", name) if not name.isascii() else name
        return typed.replace("。", ".").casefold().strip().strip(".")

    def _is_like_id(self, name: str) -> bool:
        text = self._as_id(name)
        if re.search(r"[^\W_]\.[^\W_]", text) and not re.search(r"\s", text):
            return True
        parts = words(text)
        others = [part for part in parts if not part.isdecimal()]
        return (
            1 < len(parts) and len(others) < min(2, len(parts)) and not any(map(is_chinese, parts))
        )

    def _other_writing(self, name: str) -> set[str]:
        typed = " ".join(words(name))
        same = {item.id for item in self.items if " ".join(item.id_words) == typed}
        return same or {
            item.id
            for item in self.items
            if without_zeros(" ".join(item.id_words)) == without_zeros(typed)
        }

    def _end(self, name: str) -> set[str]:
        typed = words(name)
        return {
            item.id
            for item in self.items
            for cut in range(1, item.id.count(".") + 1)
            if words(".".join(item.id.split(".")[cut:])) == typed
        }

    def _beginning(self, name: str) -> set[str]:
        typed = self._as_id(name)
        if len(typed) < 2:
            return set()
        found = [
            item
            for item in self.items
            if item.id.startswith(typed)
            and not (typed[-1].isdigit() and item.id[len(typed) : len(typed) + 1].isdigit())
        ]
        tops = {item.id for item in found if not {each.id for each in found} & {*item.above}}
        return tops if len(tops) == 1 else {item.id for item in found}

    def _ends_with(self, typed: str) -> set[str]:
        return {
            item.id
            for item in self.items
            if item.id.endswith(typed)
            and not (typed[0].isdigit() and item.id[: -len(typed)][-1:].isdigit())
        }

    def _last_letters_with_dot(self, name: str) -> set[str]:
        typed = self._as_id(name)
        if len(typed) < 3 or not self._is_like_id(name):
            return set()
        return self._ends_with(typed)

    def _last_letters(self, name: str) -> set[str]:
        typed = self._as_id(name)
        return self._ends_with(typed) if len(typed) > 2 else set()

    def _whole_title(self, name: str) -> set[str]:
        typed = words(name)
        return {item.id for item in self.items if typed in item.title_words}

    def _whole_words(self, name: str) -> set[str]:
        if self._is_like_id(name):
            typed = words(name)
            return {
                item.id
                for item in self.items
                if any(follow_each_other(typed, title) for title in item.title_words)
            }
        typed = typed_words(name)
        numbers = [word for word in typed if word.isdecimal()]
        return {
            item.id
            for item in self.items
            if all(item.has(word) for word in typed) and self._numbers_in_order(item, numbers)
        }

    @staticmethod
    def _numbers_in_order(item: Item, numbers: list[str]) -> bool:
        titled = {word for title in item.title_words for word in title}
        rest = iter(item.id_words)
        return all(number in titled or number in rest for number in numbers)

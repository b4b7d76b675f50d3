"""Ids made from titles: short, typeable, unique, and the same again when a plan grows.

An id depends on the item's own words. Where two siblings would get the same one, each takes a
few letters of a hash of its own content, never a number from its place in the file, so that an
item added elsewhere changes nobody's id.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

from anyascii import anyascii

from llmroadmap.formats.plain_text import is_emoji

LONGEST = 26
_TAIL = 16

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_SHORTCODE = re.compile(r":[a-z0-9_+-]{2,40}:")
_NUMBERING = re.compile(
    r"^\s*(?:\d{1,3}(?:\.\d{1,3})*(?:[.)](?=\s|[^\x00-\x7f])|、)|[(（]\d{1,3}[)）])\s*(?=\D*[^\W\d])"
)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMES = (("c++", "cpp"), ("c#", "csharp"), ("f#", "fsharp"), (".net", " dotnet"))
_FILLERS = frozenset(
    {"a", "an", "i", "and", "are", "as", "at", "be", "by", "can", "do", "for", "from", "how"}
    | {"in", "into", "is", "it", "its", "my", "of", "on", "or", "our", "that", "the", "their"}
    | {"this", "to", "using", "via", "what", "why", "with", "you", "your"}
)
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def is_id(value: object) -> bool:
    """Tell whether `value` may be an id as it is."""
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def slug(title: str, longest: int = LONGEST) -> str:
    """Return the words of `title` as an id segment, the same for the same title always."""
    words = _words(title)
    if len("-".join(words)) > longest:
        words = [word for word in words if word not in _FILLERS] or words
    if not words:
        return f"x-{short_hash(title, 5)}"
    kept = words[0][:longest].rstrip("-")
    for word in words[1:]:
        if len(kept) + 1 + len(word) > longest:
            break
        kept += f"-{word}"
    return kept


def short_hash(text: str, letters: int = 3) -> str:
    """Return `letters` easily typed letters that stand for `text`."""
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:16])
    code = ""
    for _ in range(letters):
        number, index = divmod(number, len(_LETTERS))
        code += _LETTERS[index]
    return code


def unique_ids(
    items: Sequence[tuple[str, str]],
    *,
    taken: Collection[str] = (),
    prefix: str = "",
) -> list[str]:
    """Return one id for each (title, content); `content` is what tells equal titles apart."""
    plain = [prefix + slug(title, LONGEST - len(prefix)) for title, _ in items]
    wanted = Counter(plain)
    contents: dict[str, set[str]] = {}
    for name, (_, content) in zip(plain, items, strict=True):
        contents.setdefault(name, set()).add(content)
    used = set(taken) | {name for name, count in wanted.items() if count == 1}
    other = [
        _both_ends(title) if wanted[name] > 1 else ""
        for name, (title, _) in zip(plain, items, strict=True)
    ]
    rivals = Counter(other)
    ids, seen = [], Counter[tuple[str, str]]()
    for name, both, (_, content) in zip(plain, other, items, strict=True):
        seen[name, content] += 1
        nth = seen[name, content]
        free = name not in taken
        if free and (wanted[name] == 1 or (len(contents[name]) == 1 and nth == 1)):
            ids.append(name)
        elif both and rivals[both] == 1 and prefix + both not in used and not prefix:
            ids.append(both)
        else:
            ids.append(_told_apart(name, f"{content}\n{nth}" if nth > 1 else content, used))
        used.add(ids[-1])
    return ids


def with_suffix(name: str, suffix: str) -> str:
    """Return `name` and `suffix` joined, `name` cut at a word so that both fit."""
    room = LONGEST - len(suffix) - 1
    while len(name) > room and "-" in name:
        name = name.rpartition("-")[0]
    return f"{name[:room].rstrip('-')}-{suffix}"


def _both_ends(title: str) -> str:
    """Return a slug of a long title's first and last words; nothing where all of it fits."""
    words = [word for word in _words(title) if word not in _FILLERS]
    if len("-".join(words)) <= LONGEST:
        return ""
    tail = ""
    for word in reversed(words):
        if len(word) + len(tail) + 1 > _TAIL:
            break
        tail = f"{word}-{tail}" if tail else word
    head = ""
    for word in words:
        if len(head) + len(word) + len(tail) + 2 > LONGEST:
            break
        head = f"{head}-{word}" if head else word
    return f"{head}-{tail}" if head and tail else ""


def _told_apart(name: str, content: str, used: Collection[str]) -> str:
    for letters in range(3, 13):
        candidate = with_suffix(name, short_hash(content, letters))
        if candidate not in used:
            return candidate
    # Twelve letters of SHA-256 do not meet by chance; this end is for the type checker.
    raise AssertionError(name)


def _words(title: str) -> list[str]:
    text = unicodedata.normalize("NFKC", _SHORTCODE.sub(" ", title))
    text = _NUMBERING.sub("", text, count=1)
    for name, spelled in _NAMES:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", spelled, text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\w)['’](?=\w)", "", text)
    text = "".join(" " if is_emoji(char) else char for char in text)
    latin = re.sub(r"[^\x00-\x7f]+", lambda run: _latin(run.group()), text)
    return re.findall(r"[a-z0-9]+", latin.lower())


def _latin(run: str) -> str:
    """Transliterate a run of other letters; Chinese comes out as one word for each character."""
    if unicodedata.category(run[0]).startswith("L") and ord(run[0]) >= 0x2E80:
        return f" {_CAPITAL.sub(' ', anyascii(run))} "
    return anyascii(run)


def plan_id(title: str, file_name: str) -> str:
    """Return an id for a plan that people can type: its Latin words, else its file's, else plan."""
    for text in (title, file_name):
        latin = re.findall(r"[a-z0-9]+", _latin_only(text))
        letters = sum(len(word) for word in latin if not word.isdigit())
        # A letter or two beside Chinese name nothing.
        if letters > 2 or (letters and text.isascii()):
            return slug(" ".join(latin))
    return "plan"


def _latin_only(text: str) -> str:
    """Return the Latin words of a text, in small letters and without accents."""
    for name, spelled in _NAMES:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", spelled, text, flags=re.IGNORECASE)
    text = unicodedata.normalize("NFKD", re.sub(r"(?<=\w)['’](?=\w)", "", text))
    return "".join(
        char if char.isascii() else "" if _is_accent(char) else " " for char in text
    ).lower()


def _is_accent(char: str) -> bool:
    return unicodedata.category(char) == "Mn"

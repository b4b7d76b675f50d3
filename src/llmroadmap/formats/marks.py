"""What a title carries beside its words: how long it takes, if it is optional, when it was done.

Read are brackets ("(2h, optional)"), tails ("- 45min"), and what Obsidian, Logseq and TaskPaper
write behind a task: signs with dates, tags, block names, fields.
"""

import re
from typing import NamedTuple

from llmroadmap.formats.dates import DAY, read_day
from llmroadmap.formats.ticks import DONE, SKIPPED
from llmroadmap.formats.times import read_minutes, take_time


class Marks(NamedTuple):
    """A title without its marks, and what they say.

    `day`: when it was done, YYYY-MM-DD or ""; `state` only where a mark says more than the box;
    """

    text: str
    minutes: int = 0
    optional: bool = False
    day: str = ""
    state: str = ""
    tags: tuple[str, ...] = ()
    dropped: str = ""


_OPTIONAL = (
    r"optional(?:ly)?|bonus|extra(?: credit)?|stretch(?: goal)?|nice to have|not required|可选|選修|选修|"
    r"选学|选做|选读|选看|選讀|選做|非必须|非必需|非必修|任意|선택|opcional|facultati[fv]e?|optionnel(?:le)?|"
    r"fakultativ|необязательно|по желанию|дополнительно"
)
_IS_OPTIONAL = re.compile(rf"(?:{_OPTIONAL})[^()（）]{{0,16}}", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*([(（\[【])([^()（）\[\]【】]{1,60})([)）\]】])\s*")
_BETWEEN = re.compile(r"\s*[,，、;；/|·]\s*|\s+[-–—]\s+")
_LEADING = re.compile(
    r"^(?:(?:optional|可选|选修|选学|选做|选读|opcional|facultatif|optionnel|необязательно)\s*[:：]\s*"
    r"|(?:bonus)\s*[:：]\s*)(?=\S)",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"^(?:(?:optional|bonus|extra credit|opcional)\b|可选|选修|选学|选做|选读)", re.IGNORECASE
)
_TRAILING = re.compile(rf"\s*(?:[,，·|]|\s[-–—]+)\s*(?:{_OPTIONAL})\s*$", re.IGNORECASE)

_DONE_ON = re.compile(rf"\s*✅\ufe0f?\s*({DAY})")
_CANCELLED_ON = re.compile(rf"\s*❌\ufe0f?\s*({DAY})")
_OTHER_DATE = re.compile(
    rf"\s*(?:[📅📆🗓⏳⌛🛫➕]\ufe0f?\s*{DAY}|🔁\s*[^📅✅🛫⏳➕#🔺⏫🔼🔽⏬]*|[🆔⛔]\s*\S+)"
)
_PRIORITY = re.compile(r"\s*(?:[🔺⏫🔼🔽⏬]\ufe0f?|\[#[A-C]\])")
_FIELD = re.compile(r"\s*[\[(]([\w -]{1,30})::\s*([^\[\]()]{0,80})[\])]")
_DONE_FIELD = frozenset({"completion", "completed", "done", "finished", "完成"})
_TIME_FIELD = frozenset({"time", "duration", "estimate", "effort", "est", "时长", "用时"})
_TASKPAPER = re.compile(rf"\s*@done\(({DAY})[^()]*\)")
_DONE_WORDS = re.compile(
    rf"\s*(?:[(（]\s*(?:(?:done|completed|finished|完成(?:于|時間|时间)?|hecho|erledigt|fait|готово)\s*(?:on|at|am|le|el)?\s*[:：]?\s*"
    rf"({DAY})|({DAY})\s*(?:done|completed|finished|完成|学完|打卡))\s*[)）]|"
    rf"\s(?:[-–—·|]\s*)?(?:done|completed|finished|完成于)\s*(?:on)?\s*[:：]?\s*({DAY})\s*$)",
    re.IGNORECASE,
)
_TAGS_AT_END = re.compile(r"(?:\s+#(?!\d+(?:\s|$))[^\s#()\[\]]{1,40})+\s*$")
_TAGS_AT_START = re.compile(r"^(?:#(?!\d+(?:\s|$))[^\s#()\[\]]{1,40}\s+)+(?=\S)")
_NO_TOPICS = frozenset({"task", "todo", "optional"})
_BLOCK = re.compile(r"\s+\^[A-Za-z0-9-]{2,40}\s*$")
_STAND_IN = "x"
_SIGNS = re.compile("[✅❌📅📆🗓⏳⌛🛫➕🔁🆔⛔🔺⏫🔼🔽⏬]|::|@done|\\[#|#|\\^")


def take_marks(text: str) -> Marks:
    """Return a title without its marks and what they say; a title that is all mark stays."""
    text = " ".join(text.split())
    task = _task_fields(text) if _SIGNS.search(text) else Marks(text=text)
    words = task.text
    day, words = _done_words(words, task.day)
    optional, words = _optional(words)
    timed = take_time(words)
    if _says_something(timed.text):
        words, minutes = timed
    else:
        minutes = 0
    words = " ".join(words.split())
    if not _says_something(words):
        return Marks(text=text)
    return task._replace(
        text=words,
        minutes=minutes or task.minutes,
        optional=optional or task.optional,
        day=day,
        state=task.state or (DONE if day else ""),
    )


def marks_behind(text: str) -> Marks:
    """Return the marks of what stands behind a title, which may be nothing but marks."""
    if not text:
        return Marks(text="")
    minutes = read_minutes(text)
    if minutes:
        return Marks(text="", minutes=minutes)
    marks = take_marks(f"{_STAND_IN} {text}")
    return marks._replace(text=marks.text.removeprefix(_STAND_IN).lstrip(" -–—·|,，;；:："))


def is_optional_mark(text: str) -> bool:
    """Tell whether a text says that something is optional, and nothing else."""
    return bool(_IS_OPTIONAL.fullmatch(text.strip(" ()（）[]【】*_.")))


def says_optional(text: str) -> bool:
    """Tell whether a title itself says that the part may be left out."""
    return _optional(text)[0]


def _optional(text: str) -> tuple[bool, str]:
    """Return if a title says that it is optional, and the title without the word."""
    for found in _BRACKETS.finditer(text):
        parts = _BETWEEN.split(found[2])
        kept = [part for part in parts if not _IS_OPTIONAL.fullmatch(part)]
        if len(kept) == len(parts):
            continue
        rest = f" {found[1]}{', '.join(kept)}{found[3]} " if kept else " "
        if found.start() == 0:
            rest = rest.lstrip()
        words = f"{text[: found.start()]}{rest}{text[found.end() :]}".strip()
        return True, words if _says_something(words) else text
    for pattern in (_LEADING, _TRAILING):
        rest = pattern.sub("", text)
        if rest != text and _says_something(rest):
            return True, rest
    return bool(_STARTS.match(text)), text


def _done_words(text: str, day: str) -> tuple[str, str]:
    found = _DONE_WORDS.search(text)
    if not found:
        return day, text
    said = read_day(next(part for part in found.groups() if part and len(part) > 4))
    return said or day, text[: found.start()] + text[found.end() :]


def _task_fields(text: str) -> Marks:
    """Take off what plug-ins for tasks write into a line."""
    day, state, minutes, optional = "", "", 0, False
    dropped: list[str] = []
    tags: list[str] = []
    for pattern, what in ((_DONE_ON, DONE), (_CANCELLED_ON, SKIPPED), (_TASKPAPER, DONE)):
        found = pattern.search(text)
        if found:
            day = read_day(found[1]) if what == DONE else day
            state = what
            text = text[: found.start()] + text[found.end() :]
    for found in _FIELD.finditer(text):
        name, value = found[1].strip().casefold(), found[2].strip()
        if name in _DONE_FIELD:
            day = read_day(value) or day
        elif name in _TIME_FIELD and read_minutes(value):
            minutes = read_minutes(value)
        else:
            dropped.append(found[0].strip())
    text = _FIELD.sub("", text)
    for pattern in (_OTHER_DATE, _PRIORITY, _BLOCK):
        dropped += [found[0].strip() for found in pattern.finditer(text)]
        text = pattern.sub("", text)
    for pattern in (_TAGS_AT_END, _TAGS_AT_START):
        found = pattern.search(text)
        if found and _says_something(text[: found.start()] + text[found.end() :]):
            words = [tag[1:] for tag in found[0].split()]
            optional = optional or any(_IS_OPTIONAL.fullmatch(word) for word in words)
            tags += [w for w in words if w.casefold() not in _NO_TOPICS | {*tags}]
            text = text[: found.start()] + text[found.end() :]
    return Marks(
        text=text.strip(),
        minutes=minutes,
        optional=optional,
        day=day,
        state=state,
        tags=tuple(tags),
        dropped=" ".join(dropped),
    )


def _says_something(text: str) -> bool:
    return any(char.isalnum() for char in text)

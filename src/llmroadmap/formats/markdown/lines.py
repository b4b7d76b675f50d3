"""Questions about one line of a plan: is it a heading in bold, a row of links, a name?"""

import re
from dataclasses import replace

from llmroadmap.formats.counting import count_of
from llmroadmap.formats.markdown.inline import Line
from llmroadmap.formats.plain_text import plain_text

_BOLD_HEADING = 120
_COUNTED = 60
_LABEL = 40
_PICTURE = re.compile(
    r"\b(?:logo|banner|cover|header|image|badge|screenshot|picture|photo|diagram|license|stars?|"
    r"build|status|version|gif|open in|follow)\b",
    re.IGNORECASE,
)


def starts_bold(line: Line) -> bool:
    """Tell whether the first words of a line are bold."""
    first = next((run for run in line.runs if any(map(str.isalnum, run.text))), None)
    return first is not None and first.bold


def is_bold_heading(line: Line, text: str, *, after_rule: bool = False) -> bool:
    """Tell whether a paragraph is a heading in bold; below a rule it may end in a full stop."""
    if not line.bold_only or len(text) > _BOLD_HEADING:
        return False
    if text.endswith((".", "!", "。", ",")) and not (after_rule and text[-1] == "."):
        return False
    return not any((run.href or "").startswith("#") for run in line.runs)


def is_counted_heading(line: Line, text: str) -> bool:
    """Tell whether a plain paragraph is a heading that only lacks its mark: "第一周 环境", "Day 3"."""
    if width(text) > _COUNTED or text.endswith((".", "!", "。", ",", "，", ";", "；", "、")):
        return False
    count = count_of(text)
    if count is None or any(run.href for run in line.runs):
        return False
    rest = text[count.end :]
    chinese = not count.unit and text.lstrip()[:1] in "一二三四五六七八九十"
    return chinese or (bool(count.unit) and (not rest.strip() or not rest[:1].isalpha()))


def bold_label(line: Line) -> tuple[str, Line] | None:
    """Return the label in bold that a line begins with, and the rest: "**Watch:** …"."""
    runs = [run for run in line.runs if run.text]
    end = next((n for n, run in enumerate(runs) if not run.bold and run.text.strip()), len(runs))
    label = plain_text("".join(run.text for run in runs[:end]))
    rest = runs[end:]
    if not label or not rest or len(label) > _LABEL or any(run.href for run in runs[:end]):
        return None
    if label[-1] not in ":：":
        if rest[0].text.lstrip()[:1] not in {":", "："}:
            return None
        rest = [replace(rest[0], text=rest[0].text.lstrip()[1:]), *rest[1:]]
    return label, replace(line, runs=rest, box="", mark="")


def is_link_list(line: Line) -> bool:
    """Tell whether a paragraph is nothing but links, with marks between them."""
    words = "".join(run.text for run in line.runs if run.href is None)
    links = {
        run.href
        for run in line.runs
        if run.href is not None and run.text.strip() and not run.picture
    }
    inside = all(href.startswith("#") for href in links)
    bare = all(
        run.text.startswith(("http://", "https://", "www.")) for run in line.runs if run.href
    )
    letters = sum(char.isalpha() for char in words)
    return bool(links) and not inside and not bare and letters < len(links)


def is_name(alt: str) -> bool:
    """Tell whether a picture's text could be the plan's title: the banner of many READMEs."""
    return 3 <= len(alt) <= 60 and " " in alt and not _PICTURE.search(alt)


def width(text: str) -> int:
    """Return the columns that `text` takes: letters of East Asia tell twice as much."""
    return sum(2 if ord(char) >= 0x2E80 else 1 for char in text)


def points_back(line: Line) -> bool:
    """Tell whether a paragraph is only a link to another place of the page or a bare link."""
    return all(run.href is not None for run in line.runs if any(map(str.isalnum, run.text)))

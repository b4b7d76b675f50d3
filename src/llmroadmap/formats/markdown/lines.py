"""Questions about one line of a plan: is it a heading in bold, a row of links, a name?"""

import re

from llmroadmap.formats.markdown.inline import Line

_BOLD_HEADING = 120
_LINK_LIST = 3
_PICTURE = re.compile(
    r"\b(?:logo|banner|cover|header|image|badge|screenshot|picture|photo|diagram|license|stars?|"
    r"build|status|version|gif|open in|follow)\b",
    re.IGNORECASE,
)


def starts_bold(line: Line) -> bool:
    """Tell whether the first words of a line are bold."""
    first = next((run for run in line.runs if any(map(str.isalnum, run.text))), None)
    return first is not None and first.bold


def is_bold_heading(line: Line, text: str) -> bool:
    if not line.bold_only or len(text) > _BOLD_HEADING or text.endswith((".", "!", "。", ",")):
        return False
    return not any((run.href or "").startswith("#") for run in line.runs)


def is_link_list(line: Line) -> bool:
    """Tell whether a paragraph is nothing but links with marks between them."""
    words = "".join(run.text for run in line.runs if run.href is None)
    links = {run.href for run in line.runs if run.href is not None and run.text.strip()}
    letters = sum(char.isalpha() for char in words)
    return len(links) >= _LINK_LIST and letters < len(links)


def is_name(alt: str) -> bool:
    """Tell whether a picture's text could be the plan's title: the banner of many READMEs."""
    return 3 <= len(alt) <= 60 and " " in alt and not _PICTURE.search(alt)


def width(text: str) -> int:
    """Return the columns that `text` takes: letters of East Asia tell twice as much."""
    return sum(2 if ord(char) >= 0x2E80 else 1 for char in text)


def points_back(line: Line) -> bool:
    """Tell whether a paragraph is only a link to another place of the page or a bare link."""
    return all(run.href is not None for run in line.runs if any(map(str.isalnum, run.text)))

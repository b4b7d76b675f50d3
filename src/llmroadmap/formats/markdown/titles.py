"""Where the title of an item ends and the words about it begin."""

import re
from dataclasses import dataclass, replace

from llmroadmap.formats.markdown.inline import Line, Run
from llmroadmap.formats.markdown.names import is_generic, is_resource
from llmroadmap.formats.plain_text import is_emoji, plain_text, shorten, shows_something

LONGEST_TITLE = 100
LONGEST_ABOUT = 300
_CLOSE = 80
_TELLING = 20
_NAME = 8

_PARTS = re.compile(
    r"\s*[:：]\s+|：|:$|\s+[-–—―]+\s+|\s*[—―]\s*|(?<=[^\W\d_]{3})\.\s+(?=[A-Z])|。|\s+\|\s+|\s*→\s*|\s*;\s+"
)
_LEADING = re.compile(r"^\s*(?:[:：]\s*|[-–—―|→,;.]\s+|[—―]\s*|$)")
_GENERIC_TAIL = re.compile(
    r"\s*[(（\[]\s*((?:[^()（）\[\]]{1,20}(?:,|/|;|\||，|、)?\s*){1,4})[)）\]]+\s*$"
)
_WRAPPED = re.compile(r"\[([^\[\]]{3,})\]")
_SHORTCODES = re.compile(r"^(?:\s*:[a-z0-9_+-]{2,40}:)+|(?:\s*:[a-z_]{3,40}:)+\s*$")
_BARE = re.compile(r"\s*(?:https?://|www\.)\S*\s*$")
_LOOSE_END = " (（[<)）]>:：-–—.,，;；"
_CLOSING = str.maketrans("", "", ")）]>")
_FEW = 4
_AT_THE_END = re.compile(r"\0[\s)）\]>.,;。，；\0]*$")
_ATTRIBUTES = re.compile(r"\s*\{[#.:][^{}]{0,60}\}$")


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and, where the line said more, some words about it."""

    title: str
    about: str = ""


def titled(line: Line) -> Titled:
    """Split an item's line into its title and what is said about it."""
    line = _without_addresses(line)
    whole = line.text
    head, rest, linked_rest = _head_and_rest(line.runs)
    if head and is_generic(head):
        head = ""
    if head and _only_other_forms(line.runs):
        title, about = head, ""
    elif head:
        title, about = _with_head(head, rest, whole, linked_rest)
    elif len(whole) <= LONGEST_TITLE:
        title, about = _unwrapped(whole), ""
    else:
        title, about = _cut(whole, line.runs)
    about = _without_generic_tail(about.strip(" :：-–—|→,;") if about else "")
    return Titled(decorated_off(title), shorten(about.lstrip("."), LONGEST_ABOUT))


def _without_addresses(line: Line) -> Line:
    """Leave out addresses that stand bare behind the words: they are links, no part of a title."""
    bare = [run for run in line.runs if run.href is not None and _BARE.match(run.text)]
    text = "".join("\0" if run in bare else run.text for run in line.runs)
    # In the midst of a sentence they stay, and where next to nothing would be left.
    if not _AT_THE_END.search(text) or len(_AT_THE_END.sub("", text).strip()) < _FEW:
        return line
    runs = [run for run in line.runs if run not in bare]
    while runs and not runs[-1].text.strip(_LOOSE_END):
        runs.pop()
    if not runs:
        return line
    last = replace(runs[-1], text=runs[-1].text.rstrip(_LOOSE_END.translate(_CLOSING)))
    return replace(line, runs=[*runs[:-1], last])


def heading_title(line: Line) -> str:
    """Return the title in a heading: all of it, on one line."""
    return decorated_off(shorten(line.text, 2 * LONGEST_TITLE))


def decorated_off(title: str) -> str:
    """Take pictures and outer punctuation off a title, unless nothing else is in it."""
    text = _SHORTCODES.sub("", _ATTRIBUTES.sub("", title))
    while text and (is_emoji(text[0]) or text[0] in " \u200d•·|"):
        text = text[1:]
    while text and (is_emoji(text[-1]) or text[-1] in " \u200d:：|·•→"):
        text = text[:-1]
    text = _without_generic_tail(text)
    return shorten(text if shows_something(text) else title.strip(), LONGEST_TITLE * 2)


def readable_url(url: str) -> str:
    """Return an address as a title: without its scheme."""
    return shorten(re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/"), LONGEST_TITLE)


def _head_and_rest(runs: list[Run]) -> tuple[str, str, bool]:
    """Return the link or bold text that a line starts with, the rest, and if that is a link."""
    start = next((n for n, run in enumerate(runs) if _has_words(run.text)), len(runs))
    if start == len(runs):
        return "", "", False
    first, end = runs[start], start
    if first.href is not None:
        while end < len(runs) and runs[end].href == first.href:
            end += 1
    elif first.bold:
        while end < len(runs) and (runs[end].bold or not runs[end].text.strip()):
            end += 1
    else:
        return "", "", False
    while end > start + 1 and not runs[end - 1].text.strip():
        end -= 1
    head = plain_text("".join(run.text for run in runs[:end]))
    if first.href is not None and head == first.href:
        head = readable_url(first.href)
    after = next((run for run in runs[end:] if _has_words(run.text)), None)
    rest = "".join(run.text for run in runs[end:])
    return head, plain_text(f"|{rest}")[1:], after is not None and after.href is not None


def _only_other_forms(runs: list[Run]) -> bool:
    """Tell whether after a link there are only links to other forms of it: (video), (pdf)."""
    words = "".join(run.text for run in runs if run.href is None)
    others = {run.href: run.text for run in runs if run.href is not None and _has_words(run.text)}
    texts = list(others.values())[1:]
    return (
        bool(texts)
        and not _has_words(words)
        and all(is_generic(text) or is_resource(text) for text in texts)
    )


def _with_head(head: str, rest: str, whole: str, linked_rest: bool) -> tuple[str, str]:
    if linked_rest and len(whole) <= _CLOSE:
        return whole, ""
    lead = _LEADING.match(rest)
    if lead or not rest.strip(" .,;:!"):
        return head, rest[lead.end() :] if lead else ""
    if head[-1] in ":：":
        return head, rest
    cut = _PARTS.search(rest)
    if cut and len(head) + cut.start() <= _CLOSE:
        return head + rest[: cut.start()], rest[cut.end() :]
    if len(head) + len(rest) <= _CLOSE:
        return head + rest, ""
    return head, rest


def _unwrapped(text: str) -> str:
    """Take off the brackets of a link that was never finished: [Chapter 3]."""
    wrapped = _WRAPPED.fullmatch(text)
    return wrapped[1] if wrapped else text


def _cut(whole: str, runs: list[Run]) -> tuple[str, str]:
    cuts = [cut for cut in _PARTS.finditer(whole) if 3 <= cut.start() <= LONGEST_TITLE]
    cut = next((cut for cut in cuts if cut.start() >= _TELLING), cuts[0] if cuts else None)
    if cut:
        return whole[: cut.start()], whole[cut.end() :]
    named = (run.text for run in runs if run.href is not None and not is_generic(run.text))
    name = next((plain_text(text) for text in named if len(text.strip()) >= _NAME), "")
    return name or shorten(whole, LONGEST_TITLE), whole


def _without_generic_tail(text: str) -> str:
    """Take "(link, pdf)" off the end of a title."""
    found = _GENERIC_TAIL.search(text[-90:]) if text[-1:] in ")）]" else None
    if not found:
        return text
    words = [word for word in re.split(r"[,/;|，、]\s*|\s{2,}", found[1]) if word.strip()]
    generic = {"link", "links", "here", "pdf", "url", "链接"}
    if words and all(word.strip().casefold() in generic for word in words):
        return text[: len(text) - len(found[0])] or text
    return text


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)

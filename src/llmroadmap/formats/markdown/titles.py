"""Where the title of an item ends and the words about it begin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from llmroadmap.formats.counting import count_of, is_only_count
from llmroadmap.formats.markdown.inline import Line, Run
from llmroadmap.formats.markdown.names import is_generic, is_resource
from llmroadmap.formats.plain_text import is_emoji, plain_text, shorten, shows_something

LONGEST_TITLE = 100
LONGEST_ABOUT = 300
# As much as one text of a roadmap file may have.
ALL_ABOUT = 10_000
_CLOSE = 80
_TELLING = 20
_FORM_OF_WORK = re.compile(
    r"(?:mini[- ]?)?projects?|tasks?|exercises?|labs?|practi[cs]e|homework|assignments?|reading|read|watch|videos?|quiz|review|"
    r"项目|任务|练习|作业|实战|阅读|视频|复习|proyecto|tarea|ejercicios?|lectura|projekt|aufgabe|übung|projet|exercices?|"
    r"projeto|exercício|課題|演習|과제|실습|проект|задание",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.。!！?？]\s+\S|[.。]$")
_NAME = 8

_PARTS = re.compile(
    r"\s*[:：]\s+|：|:$|\s+[-–—―]+\s+|\s*[—―]\s*|(?<=[^\W\d_]{3})\.\s+(?=[A-Z])|。|\s+\|\s+|\s*→\s*|\s*;\s+"
)
_OPEN, _CLOSED = "([{（【「『《", ")]}）】」』》"
_SHORTENED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|Profs|Sen|Gen|Capt|Rev|Sra|Vol|Fig|Figs|Sec|Chap|Nos|Eds|Univ|Dept|Inc|Corp|approx|"
    r"etc|incl|resp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Dipl|Ing|Abs|Kap|cap|проф)$"
)
# Between two links that make one title.
_JOINS = re.compile(
    r"(?:(?:^|\s)(?:and|or|und|y|e|et|o|с|и|with|plus|\+|&|vs\.?|→|->)|[和与與及或、/&+])\s*$",
    re.IGNORECASE,
)
# "[Loops](…) for beginners": a sentence that goes on, unlike an author, a date or a price.
_CONTINUES = re.compile(
    r"\s*(?!(?:by|von|de|di|par|por|from|via|av|от|автор|作者|in the|at|on)\b)(?:[^\W\d_A-Z]|[\u3400-\u9fff])"
)
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
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
    line = _without_bracketed_links(_without_addresses(line))
    whole = line.text
    head, rest, between = _head_and_rest(line.runs)
    if head and is_generic(head):
        head = ""
    is_link = bool(line.runs) and _first(line.runs).href is not None
    if head and _only_other_forms(line.runs):
        title, about = head, ""
    elif head and between is not None and _JOINS.search(between):
        title, about = _joined(head, between, whole)
    elif head and is_link and between is not None and _is_row_of_links(line.runs):
        title, about = whole, ""
    elif head and is_link and not _CONTINUES.match(rest):
        title, about = head, _about(rest)
    elif head:
        title, about = _with_head(head, rest, whole)
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


def _without_bracketed_links(line: Line) -> Line:
    """Leave out a link in brackets behind the words, as in "SSH and keys ([guide](…))"."""
    runs = line.runs
    for n in range(1, len(runs) - 1):
        before, link, after = runs[n - 1 : n + 2]
        is_bracketed = before.text.endswith(("(", "（")) and after.text.startswith((")", "）"))
        if link.href is None or before.href or after.href or not is_bracketed:
            continue
        words = "".join(run.text for run in runs[:n]).strip(" (（")
        if _has_words(words) and not any(run.href for run in runs[: n - 1]):
            first = replace(before, text=before.text[:-1].rstrip())
            return replace(
                line,
                runs=[*runs[: n - 1], first, replace(after, text=after.text[1:]), *runs[n + 2 :]],
            )
    return line


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


def _cuts(text: str) -> Iterator[re.Match[str]]:
    """Yield the places where a title may end: not in brackets, and not behind "Dr."."""
    depth, at = 0, 0
    for cut in _PARTS.finditer(text):
        for char in text[at : cut.start()]:
            depth += (char in _OPEN) - (char in _CLOSED and depth > 0)
        at = cut.start()
        if depth == 0 and not (cut[0].startswith(".") and _SHORTENED.search(text[: cut.start()])):
            yield cut


def _first(runs: list[Run]) -> Run:
    return next((run for run in runs if _has_words(run.text)), runs[0])


def _joined(head: str, between: str, whole: str) -> tuple[str, str]:
    """Return "A and B" with both names, as long as that is a title."""
    both = len(head) + len(plain_text(between))
    cut = next((cut for cut in _cuts(whole) if cut.start() > both), None)
    end = cut.start() if cut else len(whole)
    if end > _CLOSE:
        return head, whole[len(head) :]
    return whole[:end], whole[cut.end() :] if cut else ""


def _is_row_of_links(runs: list[Run]) -> bool:
    """Tell whether a line is links with commas between them: "Part 1, Part 2"."""
    words = "".join(run.text for run in runs if run.href is None)
    texts = [run.text for run in runs if run.href is not None and _has_words(run.text)]
    counted = all(count_of(text.strip()) is not None for text in texts)
    return (
        not words.strip(" ,，、") and len("".join(texts)) <= _CLOSE and (counted or len(texts) > 2)
    )


def _about(rest: str) -> str:
    """Return what stands behind a linked title without what only holds it together."""
    text = rest.strip(" .,;:!|·-–—→")
    return text[1:-1] if _BRACKETED.fullmatch(text) else text


def _head_and_rest(runs: list[Run]) -> tuple[str, str, str | None]:
    """Return the link or bold text that a line starts with and the rest.

    Third comes what stands between that and another link, None where there is none.
    """
    start = next((n for n, run in enumerate(runs) if _has_words(run.text)), len(runs))
    if start == len(runs):
        return "", "", None
    first, end = runs[start], start
    if first.href is not None:
        while end < len(runs) and runs[end].href == first.href:
            end += 1
    elif first.bold:
        while end < len(runs) and (runs[end].bold or not runs[end].text.strip()):
            end += 1
    else:
        return "", "", None
    while end > start + 1 and not runs[end - 1].text.strip():
        end -= 1
    head = plain_text("".join(run.text for run in runs[:end]))
    if first.href is not None and head == first.href:
        head = readable_url(first.href)
    rest = "".join(run.text for run in runs[end:])
    other = next((n for n, run in enumerate(runs[end:], end) if run.href is not None), None)
    between = None if other is None else "".join(run.text for run in runs[end:other])
    return head, plain_text(f"|{rest}")[1:], between


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


def _with_head(head: str, rest: str, whole: str) -> tuple[str, str]:
    lead = _LEADING.match(rest)
    if lead or not rest.strip(" .,;:!"):
        return head, rest[lead.end() :] if lead else ""
    if head[-1] in ":：":
        # "Day 1: SELECT" and "Project: a library" say what they are together.
        together = f"{head} {rest.strip()}" if head[-1] == ":" else f"{head}{rest.strip()}"
        is_form = is_only_count(head) or _FORM_OF_WORK.fullmatch(head.strip(" :："))
        if is_form and len(together) <= _CLOSE and not _SENTENCES.search(rest):
            return together, ""
        return head, rest
    cut = next(_cuts(rest), None)
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
    cuts = [cut for cut in _cuts(whole) if 3 <= cut.start() <= LONGEST_TITLE]
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

"""Lists without Markdown's own bullets, as editors for notes export them: "☐ read", "• read", "1、read"."""

import re

from llmroadmap.formats.counting import count_of
from llmroadmap.formats.markdown.blocks import Block, ListBlock, ListItem, Paragraph

_SIGN = r"[☐⬜🔲⬚◻▢□☑🗹✅✔✓❌✗✘🟩🟥⏳🔄🚧]\ufe0f?\s*(?=\S)"
_BULLET = r"[•·●○◦▪▫■▶►‣⁃➤➢◆◇–—]\s+(?=\S)"
_NUMBER = r"(?:\d{1,3}、|[（(]\d{1,3}[)）]|\d{1,3}）|[①-⑳])\s*(?=\S)"
_ITEM = re.compile(
    rf"(?P<sign>{_SIGN}|\[[ xX✓✔\-/]\]\s+(?=\S))|(?P<bullet>{_BULLET}|{_NUMBER})|"
    r"(?P<link>\[[^\[\]]{1,200}\]\(\S+?\))"
)
_HEAD = 60
_LABEL = re.compile(r"\S.{0,40}[:：]$")
_BOLD_LABEL = re.compile(r"(?:\*\*|__)[^*_]{1,40}(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])\s*\S")


def _is_head(text: str) -> bool:
    """Tell whether a line is counted as the parts of a plan are: "Week 2 - form", "一、基础"."""
    count = count_of(text)
    if count is None or len(text) > _HEAD:
        return False
    return bool(count.unit) or text[:1] in "一二三四五六七八九十"


def split_lines(text: str, line: int) -> list[Block]:
    """Return a paragraph as the blocks that its author meant: lists where every line is an item."""
    lines = [part.strip() for part in text.split("\n")]
    if not any(_ITEM.match(part) or _BOLD_LABEL.match(part) for part in lines):
        return [Paragraph(text, line)]
    matches = [_ITEM.match(part) for part in lines]
    if all(map(_BOLD_LABEL.match, lines)) and len(lines) > 1:
        return [Paragraph(part, line + n) for n, part in enumerate(lines)]
    bullets = all(found and not found["link"] for found in matches[1:])
    # What stands above lines that are items is what they belong to.
    labels = [
        bool(_LABEL.fullmatch(part) or _is_head(part) or (not n and bullets and len(part) <= _HEAD))
        for n, part in enumerate(lines)
    ]
    if not all(found or label for found, label in zip(matches, labels, strict=True)):
        return [Paragraph(text, line)]
    if len(lines) == 1 and not (matches[0] and not matches[0]["link"]):
        return [Paragraph(text, line)]
    blocks: list[Block] = []
    for n, (part, found) in enumerate(zip(lines, matches, strict=True)):
        if found is None:
            blocks.append(Paragraph(part, line + n))
            continue
        words = part[found.end() :] if found["bullet"] else part
        item = ListItem([Paragraph(words, line + n)], line + n)
        last = blocks[-1] if blocks else None
        if isinstance(last, ListBlock):
            last.items.append(item)
        else:
            blocks.append(ListBlock([item], line + n))
    return blocks

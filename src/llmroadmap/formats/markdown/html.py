"""HTML blocks in Markdown: what a plan may say in them is read, the rest is passed over.

Read are `<details>`, `<summary>`, headings and lists; inline tags stay in the text for the
inline reader. Containers such as `<div>` are looked through.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from llmroadmap.formats.markdown.blocks import Block, Details, Heading, Ignored, Rule, Summary

ReadLines = Callable[[list[str], Sequence[int]], list[Block]]

# Tags have a bounded length here, so that a hostile file costs no more than its size.
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,30})((?:\s|/)[^<>]{0,2000})?>")
# Deeper lists than a roadmap takes are refused later; no need to indent them ever further.
_DEEPEST = 30
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol"})
_CONTAINERS = frozenset(
    {"div", "p", "center", "section", "article", "main", "header", "footer", "nav", "dl", "dt"}
    | {"dd", "figure", "figcaption", "blockquote", "form", "fieldset"}
)
_SKIPPED = frozenset(
    {"script", "style", "table", "pre", "svg", "iframe", "video", "audio", "textarea", "select"}
    | {"object", "canvas", "math", "template", "noscript", "head", "title"}
)


def read_html(content: str, line: int, read_lines: ReadLines) -> list[Block]:
    """Return the blocks in an HTML block that starts on `line`."""
    reader = _HtmlReader(content=content, line=line, read_lines=read_lines)
    reader.run()
    return reader.blocks


@dataclass(slots=True)
class _HtmlReader:
    content: str
    line: int
    read_lines: ReadLines
    blocks: list[Block] = field(default_factory=list)
    _lines: list[str] = field(default_factory=lambda: [""])
    _numbers: list[int] = field(default_factory=list)
    _lower: str = ""
    _depth: int = 0
    _reported: bool = False

    def run(self) -> None:
        self._numbers = [self.line]
        self._lower = self.content.lower()
        at, comment = 0, self.content.find("<!--")
        while at < len(self.content):
            if 0 <= comment < at:
                comment = self.content.find("<!--", at)
            found = _TAG.search(self.content, at)
            if comment >= 0 and (found is None or comment < found.start()):
                self._text(self.content[at:comment])
                at = self._comment(comment)
                continue
            if found is None:
                self._text(self.content[at:])
                break
            self._text(self.content[at : found.start()])
            at = self._tag(found)
        self._flush()

    def _tag(self, found: re.Match[str]) -> int:
        """Read one tag and return where to go on."""
        closing, name, after = bool(found[1]), found[2].lower(), found.end()
        if name == "details":
            self._put(Details(not closing, self.line))
        elif (name == "summary" or name in _HEADINGS) and not closing:
            return self._captured(name, after)
        elif name in _LISTS:
            self._break()
            self._depth = max(0, self._depth + (-1 if closing else 1))
        elif name == "li":
            self._break("" if closing else "  " * min(_DEEPEST, max(0, self._depth - 1)) + "- ")
        elif name == "hr":
            self._put(Rule(self.line))
        elif name == "input":
            ticked = re.search(r"\bchecked\b", found[3] or "")
            self._text("[x] " if ticked else "[ ] ")
        elif name in _SKIPPED and not closing:
            return self._element(name, found)
        elif name in _CONTAINERS:
            self._report(found[0])
            self._flush()
        else:
            self._text(found[0])
        return after

    def _comment(self, start: int) -> int:
        """Pass over a comment, and tell of one that says something."""
        first = self.line
        end = self._skip(start, "-->")
        words = " ".join(self.content[start + 4 : end].removesuffix("-->").split())
        if any(map(str.isalnum, words)):
            self.blocks.append(
                Ignored(what="comments", line=first, example=words[:60], last=self.line)
            )
        return end

    def _element(self, name: str, found: re.Match[str]) -> int:
        """Pass over an element with all that is in it."""
        first = self.line
        end = self._skip(found.end(), f"</{name}")
        self._reported = True
        example = " ".join(found[0].split())[:60]
        self.blocks.append(Ignored(what="html", line=first, example=example, last=self.line))
        return end

    def _captured(self, name: str, start: int) -> int:
        line = self.line
        end = self._lower.find(f"</{name}", start)
        text = self.content[start : end if end >= 0 else len(self.content)]
        self._flush()
        self.line = line + text.count("\n")
        inner = " ".join(text.split())
        if name == "summary":
            self.blocks.append(Summary(inner, line))
        else:
            self.blocks.append(Heading(_HEADINGS[name], inner, line))
        if end < 0:
            return len(self.content)
        return self._skip(end, ">")

    def _skip(self, start: int, closing: str) -> int:
        """Return the place after `closing`, counting the lines passed over."""
        end = self._lower.find(closing, start)
        end = len(self.content) if end < 0 else end + len(closing)
        passed = self.content.count("\n", start, end)
        if passed:
            self.line += passed
            self._break()
        return end

    def _text(self, text: str) -> None:
        first, *rest = text.split("\n")
        self._lines[-1] += first
        for part in rest:
            self.line += 1
            self._break(part)

    def _break(self, text: str = "") -> None:
        self._lines.append(text)
        self._numbers.append(self.line)

    def _put(self, block: Block) -> None:
        self._flush()
        self.blocks.append(block)

    def _report(self, example: str) -> None:
        if not self._reported:
            self._reported = True
            self.blocks.append(
                Ignored(what="html", line=self.line, example=" ".join(example.split())[:60])
            )

    def _flush(self) -> None:
        if any(line.strip() for line in self._lines):
            self.blocks += self.read_lines(_dedented(self._lines), self._numbers)
        self._lines, self._numbers = [""], [self.line]


def _dedented(lines: list[str]) -> list[str]:
    """Take off the indentation that all lines share, which in HTML means nothing."""
    filled = [line for line in lines if line.strip()]
    indent = min(len(line) - len(line.lstrip()) for line in filled)
    return [line[indent:] for line in lines]

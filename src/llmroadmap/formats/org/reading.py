"""Org as Markdown, each line in its place, so that what is left out is named by the file's lines."""

import re
from dataclasses import dataclass, field

from llmroadmap.formats import PlanSource
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.markdown.reading import read_markdown
from llmroadmap.formats.outline_text import escaped, linked

_HEADLINE = re.compile(r"^(?P<stars>\*+)\s+(?P<text>.*?)\s*$")
_KEYWORD = re.compile(r"^(?P<word>[A-Z][A-Z_-]{2,15})\s+(?=\S)")
_DONE = frozenset({"DONE", "CLOSED", "FINISHED"})
_SKIPPED = frozenset({"CANCELLED", "CANCELED", "KILL", "DROPPED"})
_STARTED = frozenset({"STARTED", "DOING", "STRT", "NOW", "PROGRESS", "INPROGRESS", "IN-PROGRESS"})
_OPEN = frozenset({"TODO", "NEXT", "WAITING", "WAIT", "HOLD", "SOMEDAY", "LATER", "PROJ"})
_PRIORITY = re.compile(r"^\[#[A-Z0-9]\]\s*")
_COOKIE = re.compile(r"\s*\[(?:\d*/\d*|\d*%)\]")
_TAGS = re.compile(r"\s+:((?:[\w@#%]+:)+)$")
_LINK = re.compile(r"\[\[([^\[\]]+)\](?:\[([^\[\]]*)\])?\]")
_ITEM = re.compile(r"^(?P<indent>\s*)(?:[-+]|\d+[.)]|(?<=\s)\*)\s+(?:\[@\d+\]\s*)?(?P<rest>.*)$")
_BOX = re.compile(r"^\[([ xX-])\]\s+")
_CLOSED = re.compile(r"CLOSED:\s*\[(\d{4}-\d\d-\d\d)")
_PLANNING = re.compile(r"^\s*(?:CLOSED|SCHEDULED|DEADLINE):")
_EFFORT = re.compile(r"^\s*:Effort:\s*(.+?)\s*$", re.IGNORECASE)
_DRAWER = re.compile(r"^\s*:[\w-]+:\s*$")
_DRAWER_END = re.compile(r"^\s*:END:\s*$", re.IGNORECASE)
_BLOCK = re.compile(r"^\s*#\+BEGIN_(\w+)", re.IGNORECASE)
_BLOCK_END = re.compile(r"^\s*#\+END_\w+", re.IGNORECASE)
_SETTING = re.compile(r"^\s*#\+(\w+):\s*(.*?)\s*$")
_STAMP = re.compile(r"\s*[<\[]\d{4}-\d\d-\d\d[^<>\[\]]{0,40}[>\]](?:--[<\[][^<>\[\]]{0,50}[>\]])?")
_CLOCK = re.compile(r"^(\d{1,2}):(\d\d)$")
_EMPHASIS = re.compile(r"(?<![\w])([*/_=~+])(?=\S)([^*/_=~+\n]+?)(?<=\S)\1(?![\w])")
# Deeper headlines are items of a list: Markdown has six levels, and one is the title's.
_DEEPEST_SECTION = 5


@dataclass(slots=True)
class _Headline:
    """A headline and what stands right below it."""

    line: int
    level: int
    text: str
    keyword: str = ""
    tags: tuple[str, ...] = ()
    closed: str = ""
    effort: str = ""
    is_group: bool = False


def read_org(source: PlanSource) -> ImportedPlan:
    """Return the plan in an Org file; raises PlanUnreadable."""
    converter = _Converter(text=source.text)
    text = converter.markdown()
    return read_markdown(
        text,
        base=source.base or None,
        default_title=converter.title or source.name or "Study plan",
        include=source.include,
        force=source.force,
    )


def org_text(text: str) -> str:
    """Return an Org file as Markdown, under its own title."""
    converter = _Converter(text=text)
    made = converter.markdown()
    return f"# {escaped(converter.title)}\n\n{made}" if converter.title else made


@dataclass(slots=True)
class _Converter:
    """Turns the lines of an Org file into as many lines of Markdown."""

    text: str
    keywords: dict[str, str] = field(default_factory=dict)
    title: str = ""
    indents: list[int] = field(default_factory=list)

    def markdown(self) -> str:
        lines = self.text.replace("\r\n", "\n").split("\n")
        for words, state in ((_DONE, "x"), (_SKIPPED, "-"), (_STARTED, "/"), (_OPEN, " ")):
            self.keywords |= dict.fromkeys(words, state)
        plain = self._without_blocks(lines)
        headlines = self._headlines(plain)
        made = [""] * len(lines)
        indent = ""
        for number, line in enumerate(plain):
            headline = headlines.get(number)
            if headline is not None:
                made[number], indent = self._headline(headline)
                self.indents.clear()
            else:
                made[number] = self._line(line, indent)
        return "\n".join(made)

    def _without_blocks(self, lines: list[str]) -> list[str]:
        """Return the lines without blocks of code, drawers and comments; read the settings."""
        kept, inside, drawer = [], "", False
        for line in lines:
            if inside or drawer:
                inside = "" if inside and _BLOCK_END.match(line) else inside
                drawer = drawer and not _DRAWER_END.match(line)
                kept.append(line if _EFFORT.match(line) else "")
                continue
            block, setting = _BLOCK.match(line), _SETTING.match(line)
            if block:
                inside = block[1]
            elif _DRAWER.match(line):
                drawer = True
            elif setting:
                self._setting(setting[1].lower(), setting[2])
            elif not line.lstrip().startswith(("# ", "#\t")) and line.strip() != "#":
                kept.append(line)
                continue
            kept.append("")
        return kept

    def _setting(self, name: str, value: str) -> None:
        if name == "title" and not self.title:
            self.title = value.replace("\n", " ").strip("\"'")
        elif name in ("todo", "seq_todo", "typ_todo"):
            # The words in front of the bar are open, those behind it are done.
            before, bar, after = value.partition("|")
            words = before.split() if bar else before.split()[:-1]
            done = after.split() if bar else before.split()[-1:]
            for word in words:
                self.keywords.setdefault(word.partition("(")[0], " ")
            for word in done:
                self.keywords.setdefault(word.partition("(")[0], "x")

    def _headlines(self, lines: list[str]) -> dict[int, _Headline]:
        found: dict[int, _Headline] = {}
        above: list[_Headline] = []
        for number, line in enumerate(lines):
            headline = _HEADLINE.match(line)
            if headline is None:
                if above:
                    self._detail(above[-1], line)
                continue
            one = self._read(number, len(headline["stars"]), headline["text"])
            while above and above[-1].level >= one.level:
                above.pop()
            if above:
                above[-1].is_group = True
            above.append(one)
            found[number] = one
        return found

    def _read(self, number: int, level: int, text: str) -> _Headline:
        keyword = _KEYWORD.match(text)
        word = keyword["word"] if keyword and keyword["word"] in self.keywords else ""
        text = _PRIORITY.sub("", text[len(word) :].lstrip())
        tags = _TAGS.search(text)
        if tags:
            text = text[: tags.start()]
        return _Headline(
            line=number,
            level=level,
            text=_STAMP.sub("", _COOKIE.sub("", text)).strip(),
            keyword=word,
            tags=tuple(tag for tag in tags[1].split(":") if tag) if tags else (),
        )

    def _detail(self, headline: _Headline, line: str) -> None:
        closed, effort = _CLOSED.search(line), _EFFORT.match(line)
        if closed and _PLANNING.match(line):
            headline.closed = closed[1]
        elif effort:
            headline.effort = effort[1]
        elif _ITEM.match(line) and not line.startswith("*"):
            headline.is_group = True

    def _headline(self, one: _Headline) -> tuple[str, str]:
        """Return the line of a headline, and the indent of what stands below it."""
        text = _inline(one.text) + _marks(one)
        deeper = "  " * max(0, one.level - _DEEPEST_SECTION)
        if one.is_group and one.level <= _DEEPEST_SECTION:
            return f"{'#' * (one.level + 1)} {text}", ""
        state = self.keywords.get(one.keyword, "") if one.keyword else ""
        box = f"[{state or ' '}] " if one.keyword and not one.is_group else ""
        return f"{deeper}- {box}{text}", f"{deeper}  "

    def _line(self, line: str, indent: str) -> str:
        if not line.strip() or _PLANNING.match(line) or _EFFORT.match(line):
            return ""
        item = _ITEM.match(line) if not line.startswith("*") else None
        if item is None:
            return f"{indent}{_inline(line.strip())}"
        box = _BOX.match(item["rest"])
        rest = item["rest"][box.end() :] if box else item["rest"]
        state = {" ": "[ ] ", "-": "[/] "}.get(box[1], "[x] ") if box else ""
        name, sign, about = rest.partition(" :: ")
        words = f"{_inline(name)}: {_inline(about)}" if sign else _inline(rest)
        return f"{'  ' * self._depth(len(item['indent'].expandtabs()))}{indent}- {state}{words}"

    def _depth(self, indent: int) -> int:
        """Return how deep an item stands among those above it: Org lists may begin anywhere."""
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)
        return len(self.indents) - 1


def _marks(one: _Headline) -> str:
    clock = _CLOCK.match(one.effort)
    effort = f"{60 * int(clock[1]) + int(clock[2])}min" if clock else one.effort
    marks = f" ({effort})" if effort else ""
    marks += f" ✅ {one.closed}" if one.closed else ""
    return marks + "".join(f" #{tag}" for tag in one.tags)


def _inline(text: str) -> str:
    """Return the words of a line with its links as Markdown has them."""
    made, end = "", 0
    text = _COOKIE.sub("", _STAMP.sub("", text))
    for link in _LINK.finditer(text):
        made += _words(text[end : link.start()])
        address, name = link[1], link[2] or link[1]
        made += linked(name, address) if address.startswith("http") else _words(name)
        end = link.end()
    return made + _words(text[end:])


def _words(text: str) -> str:
    text = _EMPHASIS.sub(r"\2", text)
    return (
        " " * text.startswith(" ")
        + escaped(text)
        + " " * (text.endswith(" ") and bool(text.strip()))
    )

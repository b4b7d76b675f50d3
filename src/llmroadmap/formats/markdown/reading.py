"""Markdown plans: README files and the like, read into a roadmap's tree."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan, LeftOut
from llmroadmap.formats.item_ids import plan_id
from llmroadmap.formats.markdown.assessment import Assessment, assess
from llmroadmap.formats.markdown.blocks import Block, Document, Ignored
from llmroadmap.formats.markdown.exported import is_exported, read_exported
from llmroadmap.formats.markdown.inline import InlineReader
from llmroadmap.formats.markdown.ledger import lines_of, tell_the_rest
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.names import ABOUT_A_PLAN
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.markdown.outline import OutlineReader
from llmroadmap.formats.markdown.parser import DocumentParser
from llmroadmap.formats.markdown.plan_writer import PlanWriter
from llmroadmap.formats.markdown.selection import Selection
from llmroadmap.formats.markdown.source import LARGEST
from llmroadmap.formats.markdown.stages import opening_lines, plan_about, plan_title, stages
from llmroadmap.formats.plain_text import plain_text

# More lines of lists, tables and headings than that are no plan that anybody follows.
MOST_ITEMS = 40_000
MOST_LINES = 60_000  # with something in them
_ITEM_LINE = re.compile(r"^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|\||#{1,6}[ \t])", re.MULTILINE)
UNNAMED = "Study plan"
# What a reader may ask for that is left out otherwise.
INCLUDE = ("lists", "tables", "paragraphs", "sections", "quotes", "code")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Markdown as what it comes to: the parts of a plan, and what was left out."""

    title: str
    about: str
    parts: list[Node]
    left_out: tuple[LeftOut, ...] = ()
    doubt: str = ""


def read_markdown(
    text: str,
    *,
    base: str | None = None,
    default_title: str = UNNAMED,
    include: Collection[str] = (),
    force: bool = False,
) -> ImportedPlan:
    """Return the plan in a Markdown file; PlanUnreadable where there is none.

    `base` is the address that makes the plan's relative links whole. `default_title` is for a
    plan that has no title of its own. `include` names what is to be taken that would be left out,
    one or more of `INCLUDE`; with `force` also a page is taken that does not look like a plan.
    """
    if is_exported(text):
        return read_exported(text)
    page = read_page(text, base=base, default_title=default_title, include=include, force=force)
    return plan_of(page, default_title)


def read_page(
    text: str,
    *,
    base: str | None = None,
    default_title: str = UNNAMED,
    include: Collection[str] = (),
    force: bool = False,
) -> Page:
    """Return what a Markdown file comes to, before it has ids; raises PlanUnreadable."""
    if MOST_ITEMS < len(text) <= LARGEST and _has_too_much(text):
        raise PlanUnreadable("plan-too-large", detail=str(MOST_ITEMS))
    attempts = _Attempts(text=text, base=base, default_title=default_title, force=force)
    return attempts.page(frozenset(include))


def _has_too_much(text: str) -> bool:
    lines = text.count("\n")
    return lines > MOST_ITEMS and (
        lines - text.count("\n\n") > MOST_LINES
        or sum(1 for _ in _ITEM_LINE.finditer(text)) > MOST_ITEMS
    )


def read_opening(text: str, default_title: str) -> Page:
    """Return a page as its title and what it says first, without any part."""
    document = DocumentParser().parse(text)
    reader = OutlineReader(inline=InlineReader(document.references), base=None, log=LeftOutLog())
    outline = reader.read(document)
    title = plan_title(outline, plain_text(document.title), default_title)
    return Page(title=title, about=plan_about(outline), parts=[])


def plan_of(page: Page, default_title: str) -> ImportedPlan:
    """Return a page as a plan, with ids; `default_title` is what the plan is called elsewhere."""
    writer = PlanWriter()
    name = plan_id(page.title, default_title)
    roadmap: dict[str, Any] = {"format": 1, "id": name, "title": page.title}
    if page.about:
        roadmap["about"] = page.about
    roadmap["stages"] = writer.stages(page.parts)
    return ImportedPlan(
        roadmap=roadmap,
        done=tuple(writer.states["done"]),
        left_out=page.left_out,
        started=tuple(writer.states["started"]),
        skipped=tuple(writer.states["skipped"]),
        days=writer.days,
        doubt=page.doubt,
        ids_by_place=True,
    )


@dataclass(slots=True)
class _Attempts:
    """Reads a text as strictly as there is a plan in it."""

    text: str
    base: str | None
    default_title: str
    force: bool
    refusal: str = ""

    def page(self, wanted: frozenset[str]) -> Page:
        """Return the page; `wanted` is what the user asks to be taken. Raises PlanUnreadable."""
        document = DocumentParser(code="code" in wanted).parse(self.text)
        page = self._from(document, wanted)
        if page is None and any(_holds_text(block) for block in document.blocks):
            page = self._from(DocumentParser(code=True).parse(self.text), wanted)
        if page is None and self.force:
            everything = frozenset(INCLUDE)
            document = DocumentParser(code=True).parse(self.text)
            page = self._reading(document, everything, strict=False).page()
        if page is not None:
            return page
        if self.refusal:
            raise PlanUnreadable("no-plan", detail=self.refusal)
        raise PlanUnreadable("no-steps")

    def _from(self, document: Document, wanted: frozenset[str]) -> Page | None:
        reading = None
        for strict, included in ((True, wanted), (False, wanted), (False, wanted | {"tables"})):
            if reading is not None and not reading.may_differ(included):
                continue
            reading = self._reading(document, included, strict=strict)
            page = reading.page()
            if page is not None and (self.force or wanted or not reading.judged.refusal):
                return page
            if page is not None:
                self.refusal = self.refusal or reading.judged.refusal
        return None

    def _reading(self, document: Document, include: frozenset[str], *, strict: bool) -> "_Reading":
        return _Reading(
            document=document,
            base=self.base,
            default_title=self.default_title,
            strict=strict,
            include=include,
        )


def _holds_text(block: Block) -> bool:
    return isinstance(block, Ignored) and block.what == "text-code"


@dataclass(slots=True)
class _Reading:
    """One way to read a document: more or less strict, with more or less of it."""

    document: Document
    base: str | None
    default_title: str
    strict: bool
    include: frozenset[str]
    judged: Assessment = field(default_factory=Assessment)
    log: LeftOutLog = field(default_factory=LeftOutLog)

    def may_differ(self, include: frozenset[str]) -> bool:
        """Tell whether a laxer reading would take more than this one did."""
        if include > self.include and "tables" in self.log.lines:
            return True
        return self.strict and any(what in self.log.lines for what in ABOUT_A_PLAN)

    def page(self) -> Page | None:
        """Return the page, None where nothing of the document would be a step.

        Raises PlanUnreadable.
        """
        log = self.log
        reader = OutlineReader(
            inline=InlineReader(self.document.references),
            base=self.base,
            log=log,
            include=self.include,
        )
        outline = reader.read(self.document)
        if sum(1 for _ in outline.walk()) > MOST_ITEMS:
            raise PlanUnreadable("plan-too-large", detail=str(MOST_ITEMS))
        front = plain_text(self.document.title)
        title = plan_title(outline, front, reader.banner or reader.opening or self.default_title)
        about, opening = plan_about(outline), opening_lines(outline, title)
        if title == reader.opening:
            opening.add(reader.opening_line)
            about = "" if about == title else about
        # What a plan is called that has no name says nothing about it.
        said = title if title != UNNAMED else ""
        kept = Selection(
            root=outline, log=log, title=said, strict=self.strict, include=self.include
        ).run()
        if kept is None:
            return None
        self.judged = assess(self.document, kept, said, strict=self.strict)
        parts = stages(kept, title)
        if not parts:
            return None
        taken = lines_of(parts) | opening
        tell_the_rest(self.document.blocks, taken, reader.known, log)
        return Page(
            title=title,
            about=about,
            parts=parts,
            left_out=_left_out(log, self.document.blank),
            doubt=self.judged.doubt,
        )


def _left_out(log: LeftOutLog, blank: frozenset[int]) -> tuple[LeftOut, ...]:
    """Return what was left out, by first lines; what only blank lines part is one place."""
    return tuple(
        LeftOut(
            what=what,
            lines=_with_blank(lines, blank),
            example=plain_text(log.examples.get(what, "")),
        )
        for what, lines in sorted(log.lines.items(), key=lambda entry: min(entry[1]))
    )


def _with_blank(lines: set[int], blank: frozenset[int]) -> tuple[int, ...]:
    found: list[int] = []
    for number in sorted(lines - blank):
        between = range(found[-1] + 1, number) if found else range(0)
        if all(line in blank for line in between):
            found += between
        found.append(number)
    return tuple(found) or tuple(sorted(lines))

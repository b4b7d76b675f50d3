"""Markdown plans: README files and the like, read into a roadmap's tree."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan, LeftOut
from llmroadmap.formats.item_ids import plan_id
from llmroadmap.formats.markdown.assessment import Assessment, assess
from llmroadmap.formats.markdown.blocks import Document
from llmroadmap.formats.markdown.exported import is_exported, read_exported
from llmroadmap.formats.markdown.inline import InlineReader
from llmroadmap.formats.markdown.links import LeftOutLog
from llmroadmap.formats.markdown.names import ABOUT_A_PLAN
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.markdown.outline import OutlineReader
from llmroadmap.formats.markdown.parser import DocumentParser
from llmroadmap.formats.markdown.plan_writer import PlanWriter
from llmroadmap.formats.markdown.selection import Selection
from llmroadmap.formats.markdown.source import LARGEST
from llmroadmap.formats.markdown.stages import plan_about, plan_title, stages
from llmroadmap.formats.plain_text import plain_text

# More lines of lists, tables and headings than that are no plan that anybody follows.
MOST_ITEMS = 40_000
_ITEM_LINE = re.compile(r"^[ \t>]*(?:[-*+] |\d{1,9}[.)] |\||#{1,6} )", re.MULTILINE)
# What a reader may ask for that is left out otherwise.
INCLUDE = ("lists", "tables", "paragraphs", "sections")


def read_markdown(
    text: str,
    *,
    base: str | None = None,
    default_title: str = "Study plan",
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
    if MOST_ITEMS < len(text) <= LARGEST and sum(1 for _ in _ITEM_LINE.finditer(text)) > MOST_ITEMS:
        raise PlanUnreadable("plan-too-large", detail=str(MOST_ITEMS))
    document = DocumentParser().parse(text)
    wanted = frozenset(include)
    refusal = "no-steps"
    reading = None
    for strict, included in ((True, wanted), (False, wanted), (False, wanted | {"tables"})):
        if reading is not None and not reading.may_differ(included):
            continue
        reading = _Reading(
            document=document,
            base=base,
            default_title=default_title,
            strict=strict,
            include=included,
        )
        plan = reading.plan()
        if plan is None:
            continue
        if not (reading.judged.refusal and not (force or wanted)):
            return plan
        if refusal == "no-steps":
            refusal = reading.judged.refusal
    if force:
        reading = _Reading(
            document=document,
            base=base,
            default_title=default_title,
            strict=False,
            include=frozenset(INCLUDE),
        )
        plan = reading.plan()
        if plan is not None:
            return plan
    if refusal == "no-steps":
        raise PlanUnreadable("no-steps")
    raise PlanUnreadable("no-plan", detail=refusal)


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

    def plan(self) -> ImportedPlan | None:
        """Return the plan, None where nothing of the document would be a step.

        Raises PlanUnreadable.
        """
        log = self.log
        reader = OutlineReader(
            inline=InlineReader(self.document.references),
            base=self.base,
            log=log,
            plain_tables="tables" in self.include,
        )
        outline = reader.read(self.document)
        if sum(1 for _ in outline.walk()) > MOST_ITEMS:
            raise PlanUnreadable("plan-too-large", detail=str(MOST_ITEMS))
        front = plain_text(self.document.title)
        title = plan_title(outline, front, reader.banner or self.default_title)
        about = plan_about(outline)
        kept = Selection(
            root=outline, log=log, title=title, strict=self.strict, include=self.include
        ).run()
        if kept is None:
            return None
        self.judged = assess(self.document, kept, title, strict=self.strict)
        parts = stages(kept, title)
        return self._imported(parts, title, about, log) if parts else None

    def _imported(self, parts: list[Node], title: str, about: str, log: LeftOutLog) -> ImportedPlan:
        writer = PlanWriter()
        name = plan_id(title, self.default_title)
        roadmap: dict[str, Any] = {"format": 1, "id": name, "title": title}
        if about:
            roadmap["about"] = about
        roadmap["stages"] = writer.stages(parts)
        return ImportedPlan(
            roadmap=roadmap,
            done=tuple(writer.states["done"]),
            left_out=_left_out(log),
            started=tuple(writer.states["started"]),
            skipped=tuple(writer.states["skipped"]),
            days=writer.days,
            doubt=self.judged.doubt,
            ids_by_place=True,
        )


def _left_out(log: LeftOutLog) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(what, tuple(sorted(lines)), plain_text(log.examples.get(what, "")))
        for what, lines in sorted(log.lines.items(), key=lambda entry: min(entry[1]))
    )

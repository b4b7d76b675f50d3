"""add: the roadmap that a plan became, and what was left out of it."""

from typing import TYPE_CHECKING

from llmroadmap.core.model.plan_summary import LeftOutSummary, PlanLine
from llmroadmap.results.add import AddResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views._steps import undo_line
from llmroadmap.views.words import hours, minutes, placeholders, separator, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# Of each kind of what is left out so many places are shown.
_PLACES = 3


def show(result: AddResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the tree as it would be (--dry-run) or the summary, and how to go on."""
    plan = result.plan
    lines = [line((plan.id, "id"), "  ", (plan.title, "title"), hanging_indent=2)]
    counts = [
        t("add.stages", n=plan.stages),
        t("add.groups", n=plan.groups) if plan.groups else "",
        t("common.steps", n=plan.steps),
        t("add.of_them_optional", n=plan.optional) if plan.optional else "",
    ]
    lines.append(line("  ", separator(t, *counts), hanging_indent=2))
    lines += [line("  ", _estimate(result, t), hanging_indent=2)]
    if result.doubt:
        doubt = t.of("add.doubt", result.doubt)
        lines.insert(0, line((doubt, "warning"), hanging_indent=2))
    if result.dry_run:
        lines += [BLANK, *(tree_line(each, screen, t) for each in plan.tree), BLANK]
    lines += left_out_lines(result.left_out, t, every=result.dry_run)
    if result.ticked:
        lines.append(line("  ", _ticks(result, t), hanging_indent=2))
    if result.dry_run:
        return [*lines, line("  ", (t("common.nothing_stored"), "dim"))]
    follow = f"llmroadmap use {plan.id}"
    return [
        *lines,
        line("  ", t("common.written_to", path=result.path), hanging_indent=2),
        to_type(t("add.follow_it"), follow),
        undo_line(t, f"llmroadmap remove {plan.id}"),
    ]


def _by_kind(
    left_out: list[LeftOutSummary],
) -> list[tuple[LeftOutSummary, list[LeftOutSummary]]]:
    """Return the first of each kind, and all of it: of a folder, each file has its own."""
    kinds: dict[tuple[str, bool], list[LeftOutSummary]] = {}
    for left in left_out:
        kinds.setdefault((left.what, bool(left.path)), []).append(left)
    return [(found[0], found) for found in kinds.values()]


def _place(path: str, first: int, last: int) -> str:
    """Return a place as editors take it: 12, or in a folder notes.md:12."""
    lines = str(first) if first == last else f"{first}–{last}"
    return f"{path}:{lines}" if path else lines


def _estimate(result: AddResult, t: "Texts") -> str:
    """Return what the plan says of the time it takes; nothing is made up."""
    plan = result.plan
    if not plan.minutes:
        return t("add.no_estimates")
    without = t("add.without_estimate", n=plan.without_estimate) if plan.without_estimate else ""
    return separator(t, hours(t, plan.minutes), without)


def _ticks(result: AddResult, t: "Texts") -> str:
    if result.kept:
        return t("add.ticks_kept", n=result.kept)
    if result.dry_run:
        return t("add.ticks_offered", n=result.ticked)
    command = f"llmroadmap update {result.plan.id} {placeholders('FILE', t)} --keep-ticks"
    return t("add.ticks_later", n=result.ticked, command=command)


def tree_line(each: PlanLine, screen: Screen, t: "Texts") -> Line:
    """Return a line of a plan's tree."""
    indent = "  " * each.depth
    mark = ("· " if screen.is_unicode else ". ") if each.is_step else ""
    optional = t("common.optional") if each.is_step and each.optional else ""
    time = minutes(t, each.minutes) if each.is_step and each.minutes else ""
    facts = separator(t, time, optional)
    style = "" if each.is_step else "title"
    return line(
        indent,
        (mark, "dim"),
        (each.id, "id"),
        "  ",
        (each.title, style),
        (f"  {facts}" if facts else "", "dim"),
        hanging_indent=len(indent) + 4,
    )


def left_out_lines(
    left_out: list[LeftOutSummary], t: "Texts", *, every: bool = False
) -> list[Line]:
    """Return what was left out, kind by kind, with the first places of each, or with all."""
    if not left_out:
        return []
    lines = [line("  ", (t("add.left_out_title"), "dim"))]
    for left, found in _by_kind(left_out):
        what = t.of("add.left_out", left.what)
        places = [_place(each.path, *place) for each in found for place in each.places]
        shown = places if every else places[:_PLACES]
        numbers = t.language.list_separator.join(shown) + (" …" if len(places) > len(shown) else "")
        is_one = sum(len(each.lines) for each in found) == 1
        lines_text = ""
        if left.path:
            lines_text = numbers
        elif left.lines:
            lines_text = t("add.in_lines" if is_one else "add.in_many_lines", lines=numbers)
        example = f"“{left.example}”" if left.example else ""
        words = separator(
            t, f"{what} × {len(places)}" if len(places) > 1 else what, lines_text, example
        )
        lines.append(line("    ", (words, "dim"), hanging_indent=6))
    return lines

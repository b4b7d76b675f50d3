"""update: what became of the plan, what it could not tell, and what was carried over."""

from typing import TYPE_CHECKING

from llmroadmap.results.update import Doubt, Named, UpdateResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import LISTED, undo_line
from llmroadmap.views.words import separator

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: UpdateResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `update`."""
    counts = [
        t("update.plan_same", n=result.same),
        t("update.plan_renamed", n=len(result.renamed)) if result.renamed else "",
        t("update.plan_retitled", n=len(result.retitled)) if result.retitled else "",
        t("update.plan_new", n=len(result.new)) if result.new else "",
        t("update.plan_gone", n=len(result.gone)) if result.gone else "",
    ]
    lines = [line((result.id, "id"), t("common.colon"), separator(t, *counts), hanging_indent=2)]
    for old in result.renamed[:LISTED]:
        arrow = " → " if screen.is_unicode else " -> "
        lines.append(
            line("  ", (old.old, "id"), arrow, (old.new, "id"), f"  {old.title}", hanging_indent=4)
        )
    lines += _more(len(result.renamed), t)
    said = {name for doubt in result.doubts if doubt.answer for name in (doubt.id, doubt.answer)}
    new, gone = ([i for i in each if i.id not in said] for each in (result.new, result.gone))
    lines += _named(t("update.plan_new_title"), new, t)
    lines += _named(t("update.plan_gone_title"), gone, t)
    for doubt in result.doubts:
        lines += _answer(doubt, screen, t) if doubt.is_answered else _doubt(doubt, t)
    lines += _named(t("update.readdressed"), result.readdressed, t)
    if result.own_missing:
        named = t.language.list_separator.join(result.own_missing[:LISTED])
        lines.append(line("  ", t("update.own_missing", ids=named), hanging_indent=4))
    if result.dry_run:
        return [*lines, line((t("common.nothing_stored"), "dim"))]
    if result.moved:
        lines.append(line(t("update.progress_carried", n=result.moved), hanging_indent=2))
    if result.ticked and not result.kept:
        lines.append(line(t("add.ticks_offered", n=result.ticked), hanging_indent=2))
    elif result.kept:
        lines.append(line(t("add.ticks_kept", n=result.kept), hanging_indent=2))
    lines.append(line(t("update.plan_at", path=result.path), hanging_indent=2))
    if result.is_replaced or result.moved:
        which = "" if result.is_in_use else f" --roadmap {result.id}"
        lines.append(undo_line(t, f"llmroadmap undo{which}"))
    return lines


def _named(title: str, items: list[Named], t: "Texts") -> list[Line]:
    if not items:
        return []
    rows = [line("    ", (i.id, "id"), f"  {i.title}", hanging_indent=6) for i in items[:LISTED]]
    return [line("  ", (title, "dim")), *rows, *_more(len(items), t)]


def _more(count: int, t: "Texts") -> list[Line]:
    return [line("    ", t("common.and_more", n=count - LISTED))] if count > LISTED else []


def _answer(doubt: Doubt, screen: Screen, t: "Texts") -> list[Line]:
    """Return what the learner has said of a step: which it is now, or that it is none of them."""
    if not doubt.answer:
        said = line(
            "  ",
            (doubt.id, "id"),
            f"  {doubt.title}",
            t("common.colon"),
            (t("update.doubt_kept"), "dim"),
            hanging_indent=4,
        )
        return [said]
    arrow = "→" if screen.is_unicode else "->"
    now = (doubt.answer, "id"), f"  {doubt.answer_title or doubt.title}"
    return [line("  ", (doubt.id, "id"), f" {arrow} ", *now, hanging_indent=4)]


def _doubt(doubt: Doubt, t: "Texts") -> list[Line]:
    why = t.of("update.doubts", doubt.why)
    head = line(
        ("? ", "warning"),
        (doubt.id, "id"),
        f"  {doubt.title}",
        t("common.colon"),
        (why, "warning"),
        hanging_indent=4,
    )
    return [head, line("    ", (t("update.doubt_kept"), "dim"), hanging_indent=4)]

"""update: what became of the plan, what it could not tell, and what was carried over."""

from typing import TYPE_CHECKING

from llmroadmap.results.update import Doubt, Named, UpdateResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import LISTED, take_back_line
from llmroadmap.views.words import plural, separator

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts


def show(result: UpdateResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `update`."""
    counts = [
        plural(t["plan_same"], result.same),
        plural(t["plan_renamed"], len(result.renamed)) if result.renamed else "",
        plural(t["plan_retitled"], len(result.retitled)) if result.retitled else "",
        plural(t["plan_new"], len(result.new)) if result.new else "",
        plural(t["plan_gone"], len(result.gone)) if result.gone else "",
    ]
    lines = [line((result.id, "id"), t["colon"], separator(t, *counts), hang=2)]
    for old in result.renamed[:LISTED]:
        arrow = " → " if screen.is_unicode else " -> "
        lines.append(line("  ", (old.old, "id"), arrow, (old.new, "id"), f"  {old.title}", hang=4))
    lines += _more(len(result.renamed), t)
    lines += _named(t["plan_new_title"], result.new, t)
    lines += _named(t["plan_gone_title"], result.gone, t)
    for doubt in result.doubts:
        lines += _doubt(doubt, t)
    if result.dry_run:
        return [*lines, line((t["nothing_stored"], "dim"))]
    if result.moved:
        lines.append(line(plural(t["progress_carried"], result.moved), hang=2))
        lines.append(take_back_line(t, "llmroadmap undo"))
    if result.ticked and not result.kept:
        lines.append(line(plural(t["ticks_offered"], result.ticked), hang=2))
    elif result.kept:
        lines.append(line(plural(t["ticks_kept"], result.kept), hang=2))
    return [*lines, line(t["plan_at"].format(path=result.path), hang=2)]


def _named(title: str, items: list[Named], t: "Texts") -> list[Line]:
    if not items:
        return []
    rows = [line("    ", (i.id, "id"), f"  {i.title}", hang=6) for i in items[:LISTED]]
    return [line("  ", (title, "dim")), *rows, *_more(len(items), t)]


def _more(count: int, t: "Texts") -> list[Line]:
    return [line("    ", plural(t["and_more"], count - LISTED))] if count > LISTED else []


def _doubt(doubt: Doubt, t: "Texts") -> list[Line]:
    why = t["doubts"][doubt.why]
    head = line(
        ("? ", "warning"),
        (doubt.id, "id"),
        f"  {doubt.title}",
        t["colon"],
        (why, "warning"),
        hang=4,
    )
    if doubt.answer:
        return [head, line("    ", t["doubt_answered"].format(id=doubt.answer), hang=4)]
    return [head, line("    ", (t["doubt_kept"], "dim"), hang=4)]

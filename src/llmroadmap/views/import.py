"""import: what was added, what was left alone and why, where things stand, and the way back."""

from typing import TYPE_CHECKING, cast

from llmroadmap.results.imported import ArchiveAdded, ImportResult, LineLeft, TicksTaken, TickTaken
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import undo_line
from llmroadmap.views.words import day_in_words, facts, separator, sign, standing

if TYPE_CHECKING:
    from llmroadmap.locales import Texts
    from llmroadmap.views.words import Counted

# Of what was taken over and changed, so many are listed; a dry run lists all.
_LISTED = 12


def show(result: ImportResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `import`."""
    lines = []
    if result.ticks is not None:
        lines += _ticks(result, result.ticks, screen, t)
    if result.archive is not None:
        lines += _archive(result, result.archive, t)
    if result.dry_run:
        return [*lines, line((t("common.nothing_stored"), "dim"))]
    if result.changed:
        lines.append(line(*standing(screen, t, cast("Counted", result), 0)))
    if result.changed and result.ticks is not None:
        lines.append(undo_line(t, "llmroadmap undo"))
    if result.changed and result.archive is not None:
        lines += _ways_back(result, result.archive, t)
    return lines


def _ticks(result: ImportResult, ticks: TicksTaken, screen: Screen, t: "Texts") -> list[Line]:
    counts = [
        t("import.new", n=len(ticks.taken)) if ticks.taken else "",
        t("import.already", n=ticks.already) if ticks.already else "",
        t("import.open", n=ticks.open) if ticks.open else "",
    ]
    head = (
        t("import.from", path=result.path)
        if ticks.taken
        else t("import.nothing_new", path=result.path)
    )
    lines = [line(*facts(t, head, *counts), hanging_indent=2)]
    most = len(ticks.taken) if result.dry_run else _LISTED
    lines += [_taken(each, screen, t) for each in ticks.taken[:most]]
    if len(ticks.taken) > most:
        lines.append(line("  ", t("common.and_more", n=len(ticks.taken) - most)))
    if ticks.left:
        lines.append(line((t("import.left", n=len(ticks.left)), "dim")))
        lines += [_left(each, t) for each in ticks.left]
    return lines


def _taken(each: TickTaken, screen: Screen, t: "Texts") -> Line:
    day = day_in_words(each.day, t) if each.day else t("import.undated")
    state = t.of("import.states", each.state)
    head = sign(screen, each.state), " ", (each.id, "id"), f"  {each.title}  "
    return line(*head, *facts(t, state, day, style="dim"), hanging_indent=4)


def _left(each: LineLeft, t: "Texts") -> Line:
    ids = t.language.list_separator.join(each.candidates[:4])
    why = t.of("import.why", each.why, ids=f"{ids} …" if len(each.candidates) > 4 else ids)
    where = t("import.in_line", n=each.line) if each.line else ""
    words = separator(t, where, why)
    return line("  ", each.text, "  ", (words, "dim"), hanging_indent=4)


def _archive(result: ImportResult, added: ArchiveAdded, t: "Texts") -> list[Line]:
    names = t.language.list_separator.join(added.settings)
    parts = [
        t("import.plan.new", id=result.roadmap) if added.plan == "new" else "",
        t("import.events", n=added.events) if added.events else "",
        t("import.notes", n=added.notes) if added.notes else "",
        t("import.proofs", n=added.proofs) if added.proofs else "",
        t("import.own", n=added.own_changes) if added.own_changes else "",
        t("import.settings", names=names) if names else "",
    ]
    if any(parts):
        head = line((result.roadmap, "id"), "  ", (result.title, "title"), hanging_indent=2)
        lines = [head, line("  ", *facts(t, *parts), hanging_indent=2)]
    else:
        lines = [line(t("import.nothing_new", path=result.path), hanging_indent=2)]
    notes = [
        t("import.plan.differs", id=result.roadmap) if added.plan == "differs" else "",
        t("import.own_kept", n=added.own_kept) if added.own_kept else "",
        t("import.contested", n=added.contested) if added.contested else "",
    ]
    return [*lines, *(line("  ", (each, "dim"), hanging_indent=2) for each in notes if each)]


def _ways_back(result: ImportResult, added: ArchiveAdded, t: "Texts") -> list[Line]:
    """Return how to take each part back; the plan first, which takes the rest out of sight."""
    lines = []
    chosen = f" --roadmap {result.roadmap}"
    if added.plan == "new":
        command = f"llmroadmap remove {result.roadmap}"
        lines.append(undo_line(t, command, t("import.undo_plan")))
    if added.backup:
        command = f"llmroadmap restore {added.backup}{chosen}"
        lines.append(undo_line(t, command, t("import.undo_progress")))
    if added.own_changes:
        lines.append(undo_line(t, f"llmroadmap edit --mine{chosen}", t("import.undo_own")))
    if added.settings:
        command = f"llmroadmap config unset {added.settings[0]}"
        lines.append(undo_line(t, command, t("import.undo_settings")))
    return lines

"""What the commands that write the learner's own changes show."""

from typing import TYPE_CHECKING

from llmroadmap.results.own_changes import OwnChangeResult, OwnEntry
from llmroadmap.results.summaries import ItemRef
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._bars import untimed
from llmroadmap.views._steps import LISTED, next_lines, undo_line
from llmroadmap.views.words import day_in_words, hours, minutes

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def own_change_lines(result: OwnChangeResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what changed, where the whole stands now, how to undo it and what is next."""
    if result.did == "list":
        return _listing(result, screen, t)
    changed = result.changed or ([ItemRef("", "")] if result.place and not result.unchanged else [])
    lines = [_changed(each, result, t) for each in changed[:LISTED]]
    if len(changed) > LISTED:
        lines.append(line("  ", t("common.and_more", n=len(changed) - LISTED)))
    lines += [_unchanged(each, t) for each in result.unchanged[:LISTED]]
    if not changed:
        return [*lines, line(t("common.no_change"))]
    if result.anchor is not None:
        said = t.of("mine.places", result.place, id=result.anchor.id, title=result.anchor.title)
        lines.append(line("  ", said, hanging_indent=2))
    time = t("mine.to_go", time=hours(t, result.minutes_left)) if result.minutes_left else ""
    parts = t("common.steps", n=result.total), time, untimed(result, t)
    left = t("mine.left", left=t("common.comma").join(filter(None, parts)))
    lines += [line("  ", (left, "dim")), undo_line(t, "llmroadmap undo")]
    return lines + next_lines(result.next, screen, t)


def _unchanged(item: ItemRef, t: "Texts") -> Line:
    said = t("mine.as_before"), "dim"
    return line((item.id, "id"), f"  {item.title}  ", said, hanging_indent=2)


def _changed(item: ItemRef, result: OwnChangeResult, t: "Texts") -> Line:
    """Return the line of one changed item, or of a kind whose estimate changed."""
    head = (item.id, "id") if item.id else (t.of("common.kinds", result.place), "id")
    text = _said(result, t)
    return line(head, "  ", (item.title, "title"), "  " if item.title else "", (text, "started"),
                hanging_indent=2)  # fmt: skip


def _said(result: OwnChangeResult, t: "Texts") -> str:
    did, value = result.did, result.value
    if did == "estimate":
        return _estimate(minutes(t, int(value)) if value else "", result.steps, t)
    if did == "due":
        return t("mine.due", day=day_in_words(value, t)) if value else t("mine.removed")
    if did == "tag":
        return t("mine.tags", tags=value) if value else t("mine.removed")
    if len(result.changed) > 1 or (did in ("mute", "unmute") and not result.steps):
        return t.of("mine.did_several", did)
    return t.of("mine.did", did, n=result.steps)


def _estimate(time: str, steps: int, t: "Texts") -> str:
    if steps == 1:
        return t("mine.estimate_one", time=time) if time else t("mine.removed")
    return (
        t("mine.estimate", time=time, steps=t("common.steps", n=steps))
        if time
        else t("mine.estimate_removed", n=steps)
    )


def _listing(result: OwnChangeResult, screen: Screen, t: "Texts") -> list[Line]:
    if not result.listed:
        return [line(t("mine.none"))]
    screen.begin_list()
    return [_entry(entry, screen, t) for entry in result.listed]


def _entry(entry: OwnEntry, screen: Screen, t: "Texts") -> Line:
    value = f"  {entry.value}" if entry.value else ""
    gone = "" if entry.in_plan else f"  {t('mine.gone')}"
    return line(
        (entry.id, "id"),
        f"  {entry.title}",
        (value, "key"),
        (gone, "dim"),
        screen.number(entry.id) if entry.in_plan and entry.title else "",
        hanging_indent=2,
    )

"""Earlier work, on what the plan does not have any more: it is kept, and shown."""

from typing import TYPE_CHECKING

from llmroadmap.core.progress.removed_items import RemovedItem
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views.words import day_in_words, separator, sign

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# So much is listed; JSON has all of it.
MAX_REMOVED = 10


def removed_item_lines(items: list[RemovedItem], screen: Screen, t: "Texts") -> list[Line]:
    """Return the progress on what the plan does not have any more: it is kept, and shown."""
    if not items:
        return []
    lines = [
        BLANK,
        line(
            (t("removed_items.earlier"), "title"),
            f"  {t('removed_items.strangers', n=len(items))}",
            hanging_indent=2,
        ),
    ]
    for item in items[:MAX_REMOVED]:
        words = separator(
            t, t.of("common.states", item.state), day_in_words(item.day, t) if item.day else ""
        )
        head = sign(screen, item.state), " ", (item.id, "id"), f"  {item.title}"
        lines.append(line("  ", *head, (f"  {words}", "dim"), hanging_indent=6))
    if len(items) > MAX_REMOVED:
        lines.append(line("  ", t("common.and_more", n=len(items) - MAX_REMOVED)))
    return [*lines, line("  ", (t("removed_items.earlier_hint"), "dim"), hanging_indent=2)]

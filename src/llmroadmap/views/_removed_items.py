"""Earlier work, on what the plan does not have any more: it is kept, and shown."""

from typing import TYPE_CHECKING

from llmroadmap.core.progress.removed_items import EarlierItem
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views.words import day_in_words, separator, sign

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

# So much is listed; JSON has all of it.
MOST_EARLIER = 10


def earlier_lines(items: list[EarlierItem], screen: Screen, t: "Texts") -> list[Line]:
    """Return the progress on what the plan does not have any more: it is kept, and shown."""
    if not items:
        return []
    lines = [
        BLANK,
        line(
            (t("removed_items.earlier"), "title"),
            f"  {t('removed_items.strangers', n=len(items))}",
            hang=2,
        ),
    ]
    for item in items[:MOST_EARLIER]:
        words = separator(
            t, t.of("common.states", item.state), day_in_words(item.day, t) if item.day else ""
        )
        head = sign(screen, item.state), " ", (item.id, "id"), f"  {item.title}"
        lines.append(line("  ", *head, (f"  {words}", "dim"), hang=6))
    if len(items) > MOST_EARLIER:
        lines.append(line("  ", t("common.and_more", n=len(items) - MOST_EARLIER)))
    return [*lines, line("  ", (t("removed_items.earlier_hint"), "dim"), hang=2)]

"""find: what has the words, and where it has them."""

from typing import TYPE_CHECKING

from llmroadmap.results.find import FindResult, FoundItem
from llmroadmap.terminal.screen import BLANK, Line, Screen, Span, clean, line
from llmroadmap.terminal.wrapping import display_width, wrap
from llmroadmap.views.words import separator, sign

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: FindResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `find`."""
    screen.begin_list()
    if not result.found:
        return _nothing(result, t)
    lines = []
    for item in result.found:
        lines += _item(item, screen, t)
    more = result.total - len(result.found)
    if more:
        lines += [BLANK, line((t("find.more_found", n=more), "dim"))]
    return lines


def _item(item: FoundItem, screen: Screen, t: "Texts") -> list[Line]:
    mark = sign(screen, item.state) if item.state else Span(text=" ")
    lost = "" if item.state else t("common.not_in_plan")
    # Where else than in its title or id is worth saying.
    fields = [t.of("find.fields", field) for field in item.matched if field not in ("title", "id")]
    facts = separator(t, *fields, lost)
    where = "  " + t("find.found_in", fields=facts) if facts else ""
    spans = mark, " ", (item.id, "id"), f"  {item.title}", (where, "dim")
    lines = [line(*spans, screen.number(item.id), hanging_indent=4)]
    if item.excerpt:
        lines.append(line("    ", (_cut(item.excerpt, screen.width - 6), "dim"), hanging_indent=4))
    return lines


def _cut(text: str, width: int) -> str:
    """Return `text` up to `width` columns, cut between words."""
    text = clean(text)
    if display_width(text) <= width:
        return text
    row = "".join(piece for piece, _ in wrap([text], width - 1, 0)[0])
    return row.rstrip(" ,;:，、；：") + "…"


def _nothing(result: FindResult, t: "Texts") -> list[Line]:
    lines = [line(t("find.nothing_found", words=result.words), hanging_indent=2)]
    if result.closest:
        lines.append(line(t("common.closest")))
        lines += [
            line("  ", (near.id, "id"), f"  {near.title}", hanging_indent=4)
            for near in result.closest
        ]
    return [*lines, line((t("find.hint"), "dim"), hanging_indent=2)]

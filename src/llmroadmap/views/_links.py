"""Links that were checked: the dead first, what may take their place as text to copy."""

from typing import TYPE_CHECKING

from llmroadmap.results.links import CheckedLink, LinksChecked
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line
from llmroadmap.views.words import day_in_words

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

_ORDER = ("dead", "moved", "unsure", "ok")
_SIGNS = {"ok": ("✓", "+"), "moved": ("→", ">"), "dead": ("✗", "x"), "unsure": ("?", "?")}
_STYLES = {"ok": "done", "moved": "warning", "dead": "error", "unsure": "warning"}


def link_lines(checked: LinksChecked, screen: Screen, t: "Texts") -> list[Line]:
    """Return the links, and what they come to."""
    if not checked.links:
        return [line(t("links.none"))]
    lines: list[Line] = []
    for state in _ORDER:
        for each in checked.links:
            if each.state == state:
                lines += _lines(each, screen, t)
    counts = {state: sum(each.state == state for each in checked.links) for state in _ORDER}
    links, hosts = t("links.count", n=len(checked.links)), t("links.hosts", n=checked.hosts)
    said = t("links.summary", links=links, hosts=hosts, **counts)
    style = "error" if counts["dead"] else "done" if counts["ok"] == len(checked.links) else ""
    return [*lines, line((said, style), hanging_indent=2)]


def _lines(each: CheckedLink, screen: Screen, t: "Texts") -> list[Line]:
    sign = _SIGNS[each.state][0 if screen.is_unicode else 1]
    state = t.of("links.states", each.state)
    head = line(
        (f"{sign} {state}", _STYLES[each.state]), "  ", (each.id, "id"), f"  {each.title}",
        hanging_indent=4,
    )  # fmt: skip
    if each.state == "ok":
        return [head]
    lines = [head, line("    ", each.url, hanging_indent=WHOLE)]
    if each.state == "unsure":
        why = t.of("links.reason", each.reason, status=each.status or "-")
        return [*lines, line("    ", (why, "dim"), hanging_indent=4)]
    if each.state == "dead":
        gone = t("links.gone", status=each.status)
        lines.append(line("    ", (gone, "dim"), hanging_indent=4))
    return [*lines, *instead(each, t, 4)]


def instead(each: CheckedLink, t: "Texts", indent: int) -> list[Line]:
    """Return what may take the place of a link."""
    pairs = [(t("links.moved_to"), each.location)] if each.location else []
    pairs += [(t("links.other"), url) for url in each.others[:3]]
    pairs += [(t("links.archive"), each.archive)] if each.archive else []
    return [line(" " * indent, (label, "dim"), url, hanging_indent=WHOLE) for label, url in pairs]


def warning_lines(each: CheckedLink, t: "Texts") -> list[Line]:
    """Return what `open` says of a link that was gone or had moved."""
    day = day_in_words(each.at[:10], t)
    if each.state == "moved":
        said = t("links.warn_moved", day=day)
        return [line("  ", (said, "warning"), each.location, hanging_indent=WHOLE)]
    said = t("links.warn_dead", day=day, status=each.status)
    return [line("  ", (said, "warning"), hanging_indent=2), *instead(each, t, 2)]

"""open: which page was opened; printed ones stand bare, for other programs."""

from typing import TYPE_CHECKING

from llmroadmap.results.open import OpenResult
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line
from llmroadmap.views.words import address

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: OpenResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `open`."""
    if not result.opened:
        bare = [line(link["url"], hanging_indent=WHOLE) for link in result.links]
        return bare + (_whose(result, t) + _warnings(result, t) if screen.is_terminal else [])
    lines = [
        line(t("open.opened"), (result.id, "id"), "  ", (result.title, "title"), hanging_indent=2)
    ]
    lines += [address(link["url"], 2) for link in result.links]
    lines += _whose(result, t) + _warnings(result, t)
    if result.others:
        lines.append(line("  ", (t("open.more_links", n=result.others), "dim"), hanging_indent=2))
    return lines


def _warnings(result: OpenResult, t: "Texts") -> list[Line]:
    if not result.warnings:
        return []
    from llmroadmap.views._links import warning_lines  # only for a link that was found wanting

    return [each for warning in result.warnings for each in warning_lines(warning, t)]


def _whose(result: OpenResult, t: "Texts") -> list[Line]:
    if result.of is None:
        return []
    words = t("open.link_of_group", id=result.id, group=result.of.id, title=result.of.title)
    return [line("  ", (words, "dim"), hanging_indent=2)]

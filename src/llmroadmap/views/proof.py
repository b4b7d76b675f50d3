"""proof: the addresses kept for an item."""

from typing import TYPE_CHECKING

from llmroadmap.results.proof import ProofResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views._steps import undo_line
from llmroadmap.views.words import address

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: ProofResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `proof`."""
    lines = [] if result.added else [line(t("proof.there"))]
    label = t("proof.added") if result.added else ""
    lines += [line(label, (result.id, "id"), "  ", (result.title, "title"), hanging_indent=2)]
    lines += [address(url, 2) for url in result.proofs]
    return [*lines, undo_line(t, "llmroadmap undo")] if result.added else lines

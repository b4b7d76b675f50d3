"""An error in words: what is wrong, where, and what to do next."""

from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError, NeedsChoice, UnknownCommand, UnknownItem
from llmroadmap.views.terminal import Line, Screen, line, padded
from llmroadmap.views.words import widest

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts


def message(error: LlmroadmapError, t: "Texts") -> str:
    """Return what is wrong, in one sentence."""
    return t["errors"][error.code].format_map(_facts(error, t))


def show(error: LlmroadmapError, screen: Screen, t: "Texts") -> list[Line]:
    """Return the sentence, what was perhaps meant, and what to do next."""
    lines = [line((t["error"], "error"), message(error, t), hang=2)]
    if isinstance(error, UnknownItem):
        lines += _closest([*error.closest], t)
        if error.together:
            lines += [line("  ", t["hints"]["together"]), line(f'  "{error.together}"')]
    if isinstance(error, UnknownCommand):
        lines += _closest([(name, "") for name in error.closest], t)
    if isinstance(error, NeedsChoice):
        rows = [(f"{n} {name}", title) for n, (name, title) in enumerate(error.choices, 1)]
        lines += _table(rows)
    hint = t["hints"].get(error.code)
    if hint:
        lines.append(line((hint.format_map(_facts(error, t)), "dim")))
    return lines


def _closest(found: list[tuple[str, str]], t: "Texts") -> list[Line]:
    if not found:
        return []
    return [line(t["closest"]), *_table(found)]


def _table(found: list[tuple[str, str]]) -> list[Line]:
    width = widest([name for name, _ in found])
    return [line("  ", (padded(name, width), "id"), "  ", title, hang=4) for name, title in found]


def _facts(error: LlmroadmapError, t: "Texts") -> dict[str, object]:
    facts = dict(error.facts())
    expected = facts.get("expected")
    if isinstance(expected, str):
        facts["expected"] = t["expected"].get(expected, expected)
    habits = facts.get("habits")
    if isinstance(habits, list):
        facts["habits"] = t["between"].join(habits)
        facts["habit"] = habits[0] if habits else ""
    verb = facts.get("verb")
    if isinstance(verb, str):
        facts["verb"] = t["verbs"].get(verb, verb)
    reason = facts.get("reason")
    if isinstance(reason, str):
        text = t["usage_reasons"].get(reason, reason)
        facts["reason"] = text.format(detail=facts.get("detail", ""))
    return facts

"""An error in words: what is wrong, where, and what to do next."""

from typing import TYPE_CHECKING

from llmroadmap.core.errors import (
    InvalidSetting,
    LlmroadmapError,
    NeedsChoice,
    RoadmapInvalid,
    UnknownCommand,
    UnknownItem,
)
from llmroadmap.locales import faults
from llmroadmap.views.faults import hint_key, in_words, problem_rows, variant
from llmroadmap.views.terminal import Line, Screen, line, padded
from llmroadmap.views.words import widest

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Texts


def message(error: LlmroadmapError, t: "Texts") -> str:
    """Return what is wrong, in one sentence."""
    words = faults(t["lang"])
    key = variant(error)
    text = t["errors"].get(key) or words["errors"][key]
    return text.format_map(_facts(error, t))


def hint(error: LlmroadmapError, t: "Texts") -> str:
    """Return what to do next, "" where the message says it all."""
    words = faults(t["lang"])
    key = hint_key(error, words)
    text = words["hints"].get(key) or t["hints"].get(key) or t["hints"].get(error.code, "")
    return text.format_map(_facts(error, t))


def show(error: LlmroadmapError, screen: Screen, t: "Texts") -> list[Line]:
    """Return the sentence, what was perhaps meant, and what to do next."""
    lines = [line((t["error"], "error"), message(error, t), hang=2)]
    if isinstance(error, UnknownItem):
        lines += _closest([*error.closest], t)
        if error.together:
            lines += [line("  ", t["hints"]["together"]), line(f'  "{error.together}"')]
    if isinstance(error, UnknownCommand | InvalidSetting):
        lines += _closest([(name, "") for name in error.closest], t)
    if isinstance(error, NeedsChoice):
        rows = [(f"{n} {name}", title) for n, (name, title) in enumerate(error.choices, 1)]
        lines += _table(rows)
    if isinstance(error, RoadmapInvalid):
        lines += _table(problem_rows(error, faults(t["lang"])))
    if error.draft:
        lines.append(line(t["draft_kept"].format(path=error.draft), hang=2))
    advice = hint(error, t)
    return [*lines, line((advice, "dim"), hang=2)] if advice else lines


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
    return facts | in_words(error, faults(t["lang"]))

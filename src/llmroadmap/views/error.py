"""An error in words: what is wrong, where, and what to do next."""

import re
from typing import TYPE_CHECKING

from llmroadmap.core.errors import LlmroadmapError, UsageProblem
from llmroadmap.core.lookup.errors import AmbiguousItem, UnclearItem
from llmroadmap.declaration import UnknownCommand
from llmroadmap.formats.errors import RoadmapInvalid
from llmroadmap.prompts import Declined, NeedsChoice
from llmroadmap.storage.errors import InvalidSetting
from llmroadmap.terminal.screen import Line, Screen, line, pad
from llmroadmap.views.error_details import in_words, problem_rows
from llmroadmap.views.words import placeholders, separator, to_type, widest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from llmroadmap.locales import Texts


def message(error: LlmroadmapError, t: "Texts") -> str:
    """Return what is wrong, in one sentence."""
    found = t.maybe(f"{error.topic}.message", error.variant, **_facts(error, t))
    # Between Chinese and a name stands a space, between Chinese and Chinese none.
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", found) or error.code


def hint(error: LlmroadmapError, t: "Texts") -> str:
    """Return what to do next, "" where the message says it all."""
    keys = (*error.special_hints, error.variant, error.code)
    return t.first(*(f"{error.topic}.hint.{key}" for key in keys), **_facts(error, t))


def show(error: LlmroadmapError, screen: Screen, t: "Texts") -> list[Line]:
    """Return the sentence, what was perhaps meant, and what to do next."""
    if isinstance(error, Declined):  # What the user wanted is no error.
        return [line(message(error, t))]
    lines = [line((t("errors.error"), "error"), message(error, t), hanging_indent=2)]
    if isinstance(error, UnclearItem):
        if error.together:
            return [*lines, *_together(error, t)]
        lines += _items(error, t)
    if isinstance(error, UnknownCommand | InvalidSetting) and error.closest:
        lines += [line(t("common.closest")), *_table([(name, "") for name in error.closest])]
    if isinstance(error, NeedsChoice):
        rows = [(f"{n} {name}", title) for n, (name, title) in enumerate(error.choices, 1)]
        lines += _table(rows)
    if isinstance(error, RoadmapInvalid):
        lines += _table(problem_rows(error, t))
    if error.draft:
        lines.append(line(t("errors.draft_kept", path=error.draft), hanging_indent=2))
    advice = hint(error, t)
    return [*lines, line((advice, "dim"), hanging_indent=2)] if advice else lines


def to_pick_from(error: UnclearItem, t: "Texts") -> list[Line]:
    """Return the items that a name may mean, numbered."""
    rows = [(f"{n} {name}", title) for n, (name, title) in enumerate(_candidates(error, t), 1)]
    more = _more(error, t)
    advice = [line((hint(error, t), "dim"), hanging_indent=2)] if more else []
    return [line(message(error, t), hanging_indent=2), *_table(rows), *more, *advice]


def _candidates(error: UnclearItem, t: "Texts") -> list[tuple[str, str]]:
    # Where each stands tells several apart that fit, or that have one title.
    alike = len({each.title for each in error.closest}) < len(error.closest)
    several = alike or isinstance(error, AmbiguousItem)
    return [
        (each.id, separator(t, each.title, each.where if several else "")) for each in error.closest
    ]


def _items(error: UnclearItem, t: "Texts") -> list[Line]:
    if not error.closest:
        return []
    # Of several that fit, the message has said what follows.
    heading = [] if isinstance(error, AmbiguousItem) else [line(t("common.closest"))]
    return [*heading, *_table(_candidates(error, t)), *_more(error, t)]


def _more(error: UnclearItem, t: "Texts") -> list[Line]:
    more = error.count - len(error.closest) if isinstance(error, AmbiguousItem) else 0
    return [line("  ", t("errors.candidates_more", n=more))] if more > 0 else []


def _together(error: UnclearItem, t: "Texts") -> list[Line]:
    words = f"llmroadmap {error.command} {_quoted(error.together)}"
    return [*_table(_candidates(error, t)), line(t("errors.hint.together")), to_type("", words)]


def _quoted(words: str) -> str:
    from shlex import quote  # for quotation marks in quotation marks

    return quote(words) if set(words) & set('"$`\\!') else f'"{words}"'


def _table(found: "Sequence[tuple[str, str]]") -> list[Line]:
    width = widest([name for name, _ in found])
    return [
        line("  ", (pad(name, width), "id"), "  ", title, hanging_indent=4) for name, title in found
    ]


def _formats(t: "Texts") -> str:
    from llmroadmap.exports import NAMES  # only for who fails

    return t.language.list_separator.join(NAMES)


def _facts(error: LlmroadmapError, t: "Texts") -> dict[str, object]:
    facts = dict(error.facts())
    expected = facts.get("expected")
    if isinstance(expected, str):
        facts["expected"] = t.of(
            "errors.expected", expected, languages=t.languages, formats=_formats(t)
        )
    habits = facts.get("habits")
    if isinstance(habits, list):
        facts["habits"] = t("common.between").join(habits)
        facts["habit"] = habits[0] if habits else ""
    choices = facts.get("choices")
    if isinstance(choices, list) and choices:
        facts["first"] = choices[0][0]
    known = facts.get("known")
    if isinstance(known, list):
        facts["known"] = t.language.list_separator.join(known)
    option = facts.get("option")
    if isinstance(option, str) and option.isalpha():  # An argument, not an option.
        facts["option"] = placeholders(option, t)
    verb = facts.get("verb")
    if isinstance(verb, str):
        facts["verb"] = t.of("log.verbs", verb)
    reason = facts.get("reason")
    if isinstance(reason, str):
        detail = str(facts.get("detail", ""))
        if reason in ("missing-argument", "one-of"):  # Ours; the others are what was typed.
            detail = placeholders(detail, t).replace(", ", t.language.list_separator)
        facts["reason"], facts["detail"] = t.of("errors.usage", reason, detail=detail), detail
    if isinstance(error, UsageProblem) and error.reason == "missing-argument":
        facts["about"] = t.option(error.about)
        from llmroadmap.views.help import in_language  # only for a line that lacks something

        facts["example"] = in_language(error.example, t)
    return facts | in_words(error, t)

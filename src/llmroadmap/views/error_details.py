"""The facts of an error about files or the system, in words: where, why, what was expected."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from llmroadmap.core.checking.problems import Problem
from llmroadmap.core.errors import InvalidOption, LlmroadmapError, NotUtf8, UsageProblem
from llmroadmap.filesystem.errors import (
    NotAFile,
    TooBig,
)
from llmroadmap.formats.errors import PlanUnreadable, RoadmapInvalid
from llmroadmap.storage.errors import (
    ProgressDamaged,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

MOST_SHOWN = 20


def in_words(error: LlmroadmapError, t: "Texts") -> dict[str, object]:
    """Return what the messages of these errors are filled in with, beside their bare facts."""
    facts: dict[str, object] = {}
    name = getattr(error, "errno_name", None)
    if name is not None:
        facts["why"] = system_words(name, t)
    match error:
        case UsageProblem() | InvalidOption():
            facts["usage"] = " ".join(filter(None, ("llmroadmap", error.command, "--help")))
        case NotUtf8():
            facts["where"] = t.of("errors.where", error.where)
        case NotAFile():
            facts["kind"] = t.of("files.kinds", error.kind)
        case TooBig():
            facts["size"], facts["limit"] = size(error.size), size(error.limit)
        case ProgressDamaged():
            facts["place"] = _location_text(error, t)
            facts["damage"] = _damage(error, t)
        case PlanUnreadable():
            facts["plan"] = error.path or t("files.unnamed_plan")
            facts["place"] = t("files.places.line", line=error.line) if error.line else ""
            facts["damage"] = t.of("files.plans", error.reason, detail=error.detail)
            facts["looks"] = t.maybe("files.genres", error.detail)
        case RoadmapInvalid():
            facts["path"] = error.path or t("files.unnamed_roadmap")
            facts["problems"] = t("files.problems", n=len(error.problems))
    return facts


def system_words(errno_name: str, t: "Texts") -> str:
    """Return the system's reason in words."""
    return t.maybe("files.system", errno_name) or t("files.system.other", name=errno_name)


def size(number: int) -> str:
    """Return a number of bytes, rounded to a unit that can be read."""
    amount, unit = float(number), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    return f"{amount:.1f} {unit}" if amount < 10 and unit != "B" else f"{amount:.0f} {unit}"


def problem_rows(error: RoadmapInvalid, t: "Texts") -> list[tuple[str, str]]:
    """Return the place and the wording of each problem, as many as anyone would read."""
    rows = []
    for problem in error.problems[:MOST_SHOWN]:
        text = filter(None, finding_words(problem.code, problem.facts, t))
        rows.append((_location(problem), t.language.sentence_separator.join(text)))
    more = len(error.problems) - MOST_SHOWN
    return [*rows, ("", t("files.more_problems", n=more))] if more > 0 else rows


def finding_words(code: str, facts: Mapping[str, object], t: "Texts") -> tuple[str, str]:
    """Return what is wrong in a roadmap file, and what to do about it."""
    known = str(facts.get("known", "")).replace(", ", t.language.list_separator)
    filled = {**facts, "known": known}
    hints = [f"problems.{code}.hint-closest"] if facts.get("closest") else []
    hint = t.first(*hints, f"problems.{code}.hint", **filled)
    return t.of("problems", code, **filled), hint


def plain_problems(error: RoadmapInvalid, t: "Texts") -> list[dict[str, object]]:
    """Return every problem as what JSON can hold."""
    found = []
    for problem in error.problems:
        message, hint = finding_words(problem.code, problem.facts, t)
        found.append(
            {
                "code": problem.code,
                "message": message,
                "hint": hint,
                "line": problem.line,
                "column": problem.column,
                "path": list(problem.path),
                "severity": problem.severity,
                "facts": dict(problem.facts),
            }
        )
    return found


def _location(problem: Problem) -> str:
    return f"{problem.line}:{problem.column}" if problem.line else ""


def _location_text(error: ProgressDamaged, t: "Texts") -> str:
    found = ""
    for name in ("line", "column", "event"):
        value = getattr(error, name)
        if value is not None:
            found += t.of("files.places", name, **{name: value})
    if error.offset is not None and error.line is None:
        found += t("files.places.offset", offset=error.offset)
    return found


def _damage(error: ProgressDamaged, t: "Texts") -> str:
    reason, found = error.reason, error.found
    if reason == "wrong-shape":
        reason = _shape(error)
    if reason == "not-a-file":
        found = t.of("files.kinds", found or "")
    expected = t.of("files.expected", error.expected or "")
    facts = {"field": error.field, "expected": expected, "found": found}
    return t.of("files.damages", reason, **facts)


def _shape(error: ProgressDamaged) -> str:
    if error.expected == "present":
        return "wrong-shape-missing"
    if error.expected == "known-key":
        return "wrong-shape-unknown"
    return "wrong-shape" if error.field else "wrong-shape-whole"

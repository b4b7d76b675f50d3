"""The facts of an error about files or the system, in words: where, why, what was expected."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from llmroadmap.core.checking.problems import Problem
from llmroadmap.core.errors import (
    AddressRefused,
    CannotRead,
    CannotWrite,
    EditorFailed,
    HabitGiven,
    InvalidOption,
    InvalidSetting,
    LlmroadmapError,
    Locked,
    NeedsChoice,
    NoSuchBackup,
    NotAFile,
    NotInListing,
    NotUtf8,
    PlanUnreadable,
    ProgressDamaged,
    ProgressMissing,
    ProgressOfOther,
    RoadmapInvalid,
    SystemRefused,
    TooBig,
    UnclearItem,
    UnknownItem,
    UsageProblem,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

MOST_SHOWN = 20
# What else than to finish it may be wanted of a habit.
_OF_HABITS = {
    "start": "habit-given-start",
    "skip": "habit-given-skip",
    "reopen": "habit-given-reopen",
}
# Errors whose texts are beside those of a command.
_TOPICS = {
    "address-refused": "open",
    "editor-failed": "edit",
    "foreign-file": "completion",
    "git-failed": "sync",
    "group-given": "steps",
    "habit-given": "steps",
    "no-browser": "open",
    "no-editor": "edit",
    "no-link": "open",
    "no-progress-yet": "backup",
    "no-such-backup": "backup",
    "not-a-habit": "checkin",
    "not-in-git": "sync",
    "note-too-long": "note",
    "nothing-started": "steps",
    "nothing-to-undo": "undo",
    "source-online": "add",
    "sync-folder-missing": "sync",
    "sync-no-folder": "sync",
}
_LONGEST_WORDS = 40  # More is no name that anybody would look for.


def variant(error: LlmroadmapError) -> str:
    """Return the key of the error's message: its code, or that of its special case."""
    match error:
        case CannotWrite(replaced=True):
            return "cannot-write-replaced"
        case Locked(pid=None):
            return "locked-unnamed"
        case EditorFailed(reason="at-once"):
            return "editor-failed-at-once"
        case EditorFailed(reason="encoding"):
            return "editor-failed-encoding"
        case ProgressDamaged(reason="conflict-markers"):
            return "progress-damaged-two-versions"
        case ProgressMissing() if error.target is not None:
            return "progress-missing-link"
        case HabitGiven():
            return _OF_HABITS.get(error.verb, error.code)
        case NeedsChoice(option="HABIT"):
            return "needs-choice-habit"
        case NeedsChoice(option="--moved"):
            return "needs-choice-became"
        case NoSuchBackup(which=""):
            return "no-such-backup-at-all"
        case SystemRefused(path=""):
            return "system-refused-nowhere"
        case UsageProblem(reason="missing-argument"):
            return "missing-argument"
        case NotInListing(count=0):
            return "not-shown-at-all"
        case UnknownItem(understood=True):
            return "unknown-item-understood"
        case UnclearItem() if error.together:
            return "unclear-alone"
        case InvalidSetting():
            return _of_setting(error)
    return error.code


def _of_setting(error: InvalidSetting) -> str:
    match error.expected:
        case "json":
            return "invalid-setting-json"
        case "object":
            return "invalid-setting-object"
        case "key":
            return "invalid-setting-key" if error.path else "invalid-setting-key-given"
    return "invalid-setting" if error.path else "invalid-setting-given"


def topic_of(error: LlmroadmapError) -> str:
    """Return the file of the error's texts: that of the command whose matter it is, or `errors`."""
    return _TOPICS.get(error.code, "errors")


def hint_keys(error: LlmroadmapError) -> tuple[str, ...]:
    """Return the keys of the error's advice, the one that fits best first."""
    return (*_special_hint(error), variant(error), error.code)


def _special_hint(error: LlmroadmapError) -> tuple[str, ...]:
    match error:
        case InvalidOption() if error.option.startswith("LLMROADMAP_"):
            return ("invalid-option-variable",)
        case UnknownItem() if not error.together:
            return _where_to_look(error)
        case AddressRefused() if error.is_given:
            bare = _lacks_https(error.url)
            return ("address-refused-bare" if bare else "address-refused-given",)
        case ProgressDamaged(reason="conflict-markers"):
            return ()
        case ProgressDamaged(backups=0):
            return ("progress-damaged-alone",)
        case ProgressOfOther(backups=0):
            return ("progress-of-other-alone",)
        case CannotRead() | CannotWrite() | SystemRefused():
            return (error.errno_name,)
    return ()


def _where_to_look(error: UnknownItem) -> tuple[str, ...]:
    """Return the key of the advice: the group that the id names, or a search."""
    if error.within:
        return ("unknown-item-within",)
    if error.kind:
        return ("unknown-item-kind",)
    words = error.name.replace(" ", "")
    is_plain = words.replace("-", "").isalnum() and words[0] != "-"
    return ("unknown-item-words",) if is_plain and len(words) <= _LONGEST_WORDS else ()


def _lacks_https(url: str) -> bool:
    host = url.partition("/")[0]
    return "." in host.strip(".") and host.replace(".", "").replace("-", "").isalnum()


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

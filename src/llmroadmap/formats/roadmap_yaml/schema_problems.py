"""What pydantic found wrong with a roadmap, in our own terms."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from llmroadmap.core.checking.problems import Fact, Path, Problem, closest, shown

Finding = Mapping[str, Any]

_BY_TYPE = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "dict_type": "expected-mapping",
    "list_type": "expected-list",
    "string_type": "expected-text",
    "union_tag_not_found": "expected-text",
    "string_too_short": "text-empty",
    "string_too_long": "too-long",
    "too_short": "empty",
    "too_long": "too-many",
}
# A value out of a fixed set, or not of the form it must have, by the key it stands under.
_BY_KEY = {
    "kind": "unknown-kind",
    "order": "unknown-order",
    "repeat": "unknown-repeat",
    "id": "id-invalid",
    "url": "address-invalid",
    "lang": "language-invalid",
    "needs": "full-id-invalid",
    "was": "full-id-invalid",
    # In the learner's own changes:
    "after": "full-id-invalid",
    "before": "full-id-invalid",
    "in": "full-id-invalid",
    "mute": "full-id-invalid",
}
# The keys of each list's entries, "" for the file itself.
Keys = Mapping[str, Iterable[str]]


def schema_problems(findings: Iterable[Finding], keys: Keys) -> list[Problem]:
    """Return pydantic's findings as problems, with the nearest known key or kind where one is."""
    return [_problem(finding, keys) for finding in findings]


def _problem(finding: Finding, keys: Keys) -> Problem:
    found, location = finding["type"], finding["loc"]
    path: Path = tuple(
        step for step in location if step not in ("<plain>", "<translated>", "[key]")
    )
    facts: dict[str, Fact] = dict(finding.get("ctx", {})) if "-" in found else {}
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    code = _BY_TYPE.get(found) or (found if "-" in found else _by_key(path, location))
    if code == "missing-key":
        return Problem(code=code, path=path[:-1], facts={"key": key})
    if code == "unknown-key":
        return _unknown_key(path, key, keys)
    if code == "too-many":
        facts = {"limit": finding["ctx"]["max_length"], "count": len(finding["input"])}
    elif code == "too-long":
        facts = {"limit": finding["ctx"]["max_length"], "length": len(finding["input"])}
    else:
        value = finding["input"]
        facts["value"] = "…" if isinstance(value, dict | list) else shown(value)
    if code == "unknown-kind":
        kinds = re.findall("'(.*?)'", finding["ctx"]["expected"])
        facts |= {"closest": closest(str(finding["input"]), kinds), "known": ", ".join(kinds)}
    if code == "address-invalid" and not str(finding["input"]).lower().startswith(_SCHEMES):
        code = "address-scheme"
    return Problem(code=code, path=path, facts={"key": key, **facts})


_SCHEMES = ("http://", "https://")


def _by_key(path: Path, location: Path) -> str:
    if location[-1] == "[key]":
        return "unknown-kind" if path[0] in ("minutes", "kinds") else "language-invalid"
    names = [step for step in path if isinstance(step, str)]
    if names[:1] == ["retired"]:
        return "full-id-invalid"
    return _BY_KEY.get(names[-1], "unknown-value")


def _unknown_key(path: Path, key: str, keys: Keys) -> Problem:
    holder = next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")
    elsewhere = [name for name, known in keys.items() if name and key in known]
    if elsewhere:
        facts = {"key": shown(key), "here": holder, "there": elsewhere[0]}
        return Problem(code="misplaced-key", path=path, facts=facts)
    known = keys[holder]
    facts = {"key": shown(key), "closest": closest(key, known), "known": ", ".join(known)}
    return Problem(code="unknown-key", path=path, facts=facts)

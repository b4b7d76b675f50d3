"""JSON that somebody else wrote, read strictly: whatever is doubtful in it is an error."""

import json
from collections import Counter
from typing import Any, NoReturn

from llmroadmap.formats.errors import PlanUnreadable


def parse_plan_json(text: str) -> Any:
    """Return the value of a JSON text, or raise PlanUnreadable with the line."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise PlanUnreadable("plan-empty-file")
    try:
        return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise PlanUnreadable("json-invalid", line=error.lineno, detail=error.msg) from error
    except RecursionError as error:
        raise PlanUnreadable("json-too-deep") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise PlanUnreadable("json-number", detail="integer too long") from error


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build an object; a key that occurs twice would silently win over the first."""
    result = dict(pairs)
    if len(result) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice = next(key for key, count in counts.items() if count > 1)
        raise PlanUnreadable("json-duplicate-key", detail=ascii(twice[:60]))
    return result


def _no_constant(name: str) -> NoReturn:
    """Refuse NaN and the infinities, which Python takes and JSON does not have."""
    raise PlanUnreadable("json-number", detail=name)

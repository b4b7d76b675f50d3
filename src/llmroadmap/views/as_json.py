"""Any result, or any error, as one JSON envelope."""

import json
import re
from typing import TYPE_CHECKING, Any

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.study.explanation import Explanation
from llmroadmap.results.summaries import Reason, as_plain
from llmroadmap.views.words import explanation_text, reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from llmroadmap.core.lookup.errors import GuessTaken
    from llmroadmap.locales import Texts

FORMAT = 1
# What a terminal would obey, or show in another order, and halves of characters.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def success(result: Any, t: "Texts", guesses: "Sequence[GuessTaken]" = ()) -> str:
    """Return the envelope of a result, with what was only guessed that a name means."""
    guessed = [{"name": each.name, "id": each.closest[0].id} for each in guesses]
    guess_part = {"guessed": guessed} if guessed else {}
    return _dump({"format": FORMAT, "ok": True, **guess_part, "data": _plain(result, t)})


def failure(error: LlmroadmapError, t: "Texts") -> str:
    """Return the envelope of an error."""
    return _dump({"format": FORMAT, "ok": False, "error": _error(error, t)})


def _error(error: LlmroadmapError, t: "Texts") -> dict[str, Any]:
    # Only who fails needs these words.
    from llmroadmap.formats.errors import RoadmapInvalid
    from llmroadmap.views.error import hint, message
    from llmroadmap.views.error_details import plain_problems

    facts = error.facts()
    if isinstance(error, RoadmapInvalid):
        facts["problems"] = plain_problems(error, t)
    words = {"code": error.code, "message": message(error, t), "hint": hint(error, t)}
    return {**as_plain(facts), **words}


def _plain(value: Any, t: "Texts") -> Any:
    if isinstance(value, Reason):
        return {"code": value.code, "text": reason(t, value), "by": value.by, "sides": value.sides}
    if isinstance(value, LlmroadmapError):
        return _error(value, t)
    if isinstance(value, Explanation):
        return {**value._asdict(), "text": explanation_text(t, value)}
    if hasattr(value, "_asdict"):
        return {name: _plain(inner, t) for name, inner in value._asdict().items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner, t) for inner in value]
    return value


def _dump(value: dict[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"

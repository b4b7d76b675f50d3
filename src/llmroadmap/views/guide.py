"""guide: the text for an agent, in English; titles are in the learner's language."""

from typing import TYPE_CHECKING

from llmroadmap.locales import texts
from llmroadmap.results.guide import GuideResult
from llmroadmap.terminal.screen import WHOLE, Line, Screen, line

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: GuideResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the guide as Markdown."""
    words = texts("en")
    rows = [words("guide.head_skill")] if result.file == "skill" else []
    rows += [words("guide.head_agents"), ""] if result.file == "agents-md" else []
    rows += [words("guide.about"), ""]
    rows += [f"- `{each.line}`: {each.help}" for each in result.commands]
    rows += ["", words("guide.rules")]
    today = result.today
    if today is not None:
        rows += ["", words("guide.today", done=today.done, total=today.total)]
        rows += [
            words("guide.next", id=step.id, title=step.title[:100], minutes=step.minutes)
            for step in today.next
        ]
    return [line(each, hanging_indent=WHOLE) for row in rows for each in row.split("\n")]

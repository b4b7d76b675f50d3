"""The tools: what an assistant may read, and with `--write` the two things that it may add."""

from collections.abc import Callable
from typing import Any, NamedTuple, cast

from llmroadmap.commands._steps import ChangeRequest, change_steps
from llmroadmap.core.days import day_of
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import Progress
from llmroadmap.mcp import material
from llmroadmap.mcp.messages import INVALID_PARAMS, Failed
from llmroadmap.mcp.quoting import Facts, quoted
from llmroadmap.prompts import Prompts
from llmroadmap.storage.workspace import Workspace

# So much an assistant may write a day: a learner's evening needs less, a loop is stopped by it.
MOST_TICKS = 10
MOST_NOTES = 30
_LONGEST_NAME = 200
_LONGEST_NOTE = 4000
_LONGEST_WORDS = 500
_FEWEST_WORDS = 3  # of the learner's own, to tick a step; of Chinese twice as many characters


class NotAllowed(Exception):
    """What an assistant may not do here; said in one sentence that it can act on."""


class Session:
    """One client: its name, and whether it may write."""

    def __init__(self, may_write: bool) -> None:
        self.may_write = may_write
        self.client = "a client"

    def via(self) -> str:
        """Return what is recorded with a change: via mcp, and the client's name."""
        name = "".join(c if c.isprintable() else " " for c in self.client).strip()
        return f"via mcp, {name[:60]}"


class _Tool(NamedTuple):
    description: str
    properties: dict[str, str]  # with the type of each
    required: tuple[str, ...]
    run: Callable[[Workspace, Session, Facts], str]
    writes: bool = False


def tool_list(*, may_write: bool) -> list[dict[str, Any]]:
    """Return the tools as clients list them."""
    return [
        {
            "name": name,
            "description": tool.description,
            "inputSchema": {
                "type": "object",
                "properties": {each: {"type": kind} for each, kind in tool.properties.items()},
                **({"required": list(tool.required)} if tool.required else {}),
            },
            "annotations": {
                "readOnlyHint": not tool.writes,
                **({"destructiveHint": False} if tool.writes else {}),
            },
        }
        for name, tool in _TOOLS.items()
        if may_write or not tool.writes
    ]


def call(workspace: Workspace, session: Session, name: str, given: Facts) -> str:
    """Return what a tool says; raises NotAllowed, Failed, and what commands raise."""
    tool = _TOOLS.get(name)
    if tool is None:
        raise Failed(INVALID_PARAMS, "There is no such tool.")
    if tool.writes and not session.may_write:
        raise NotAllowed(
            "This server only reads. The learner does it: llmroadmap done ID, llmroadmap note ID TEXT; "
            "or allows it: llmroadmap mcp --write"
        )
    _check(tool, given)
    return tool.run(workspace, session, given)


def _check(tool: _Tool, given: Facts) -> None:
    for name, value in given.items():
        kind = tool.properties.get(name)
        if kind is None:
            raise Failed(
                INVALID_PARAMS,
                f"There is no argument of that name; there are: {', '.join(tool.properties) or 'none'}.",
            )
        is_right = isinstance(value, str) if kind == "string" else type(value) is int
        if not is_right:
            raise Failed(INVALID_PARAMS, f"“{name}” has to be a {kind}.")
    for name in tool.required:
        if not str(given.get(name, "")).strip():
            raise Failed(INVALID_PARAMS, f"“{name}” is missing.")


def _number(given: Facts, name: str, default: int, most: int) -> int:
    return max(0, min(int(given.get(name, default)), most))


def _prompts() -> Prompts:
    return cast("Prompts", material.Guessing())


def _next(workspace: Workspace, session: Session, given: Facts) -> str:
    count = max(_number(given, "count", 1, 5), 1)
    facts = material.next_steps(workspace, _prompts(), _number(given, "minutes", 0, 1440), count)
    return quoted(facts, "Teach the first step. The learner says when it is learned.")


def _show(workspace: Workspace, session: Session, given: Facts) -> str:
    return quoted(material.show(workspace, given["id"][:_LONGEST_NAME]))


def _status(workspace: Workspace, session: Session, given: Facts) -> str:
    return quoted(material.status(workspace, _prompts()))


def _find(workspace: Workspace, session: Session, given: Facts) -> str:
    return quoted(material.find(workspace, given["words"][:_LONGEST_NAME]))


def _when(workspace: Workspace, session: Session, given: Facts) -> str:
    return quoted(material.when(workspace, _prompts()), "Dates are p10, p50, p90: say the range.")


def _quiz(workspace: Workspace, session: Session, given: Facts) -> str:
    count = max(_number(given, "count", 3, 8), 1)
    return quoted(
        material.quiz(workspace, _prompts(), count),
        "Ask one question at a time; wait for the answer.",
    )


def _note(workspace: Workspace, session: Session, given: Facts) -> str:
    node = _exact(workspace, given["id"])
    text = given["text"].strip()
    if len(text) > _LONGEST_NOTE:
        raise NotAllowed(
            f"A note has {_LONGEST_NOTE} characters at most; this one has {len(text)}."
        )
    _check_most(workspace, "note", MOST_NOTES)
    draft: Draft = {"do": "note", "item": node, "text": _clean(text), "via": session.via()}
    workspace.record(lambda progress: [draft])
    return quoted({"noted": node}, "Tell the learner. Take it back: llmroadmap undo")


def _tick(workspace: Workspace, session: Session, given: Facts) -> str:
    item, said = _exact(workspace, given["id"]), _clean(given["because"].strip())
    roadmap = workspace.roadmap
    node = roadmap.find(item)
    if node is None or not roadmap.is_step(node):
        raise NotAllowed("Only a single step is ticked, never a group, a stage or a habit.")
    if len(said) > _LONGEST_WORDS or not _says_something(said):
        raise NotAllowed(
            "“because” is what the learner said in their own words about what they learned: "
            f"some words, at most {_LONGEST_WORDS} characters. Ask them."
        )
    _check_most(workspace, "done", MOST_TICKS)

    def extra_fields(progress: Progress, node: int) -> Draft:
        return {"do": "done", "text": f"{said} ({session.via()})", "via": session.via()}

    request = ChangeRequest(verb="done", items=[item], extra_fields=extra_fields)
    result, _ = change_steps(workspace, _prompts(), request)
    if not result.changed:
        return quoted({"already_done": item}, "Nothing was changed.")
    following = [{"id": step.id, "title": step.title} for step in result.next]
    return quoted(
        {"ticked": item, "next": following}, "Tell the learner. Take it back: llmroadmap undo"
    )


def _exact(workspace: Workspace, item: str) -> str:
    """Return a full id as it is; whoever writes names things exactly."""
    node = workspace.roadmap.find(item[:_LONGEST_NAME])
    if node is None:
        raise NotAllowed("There is no such id. Take one from next, show or find, as it is.")
    return workspace.roadmap.id_of(node)


def _says_something(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS or (
        not words.isascii() and len(words) >= 2 * _FEWEST_WORDS
    )


def _clean(text: str) -> str:
    """Return what an assistant wrote without what no keyboard types."""
    kept = "".join(c for c in text if c.isprintable() or c in "\n\t\u200d")
    return kept.encode("utf-8", "replace").decode()


def _check_most(workspace: Workspace, verb: str, most: int) -> None:
    """Refuse more of a verb by way of assistants than a learner's day holds."""
    today = workspace.today
    written = [
        e for e in workspace.events() if e["do"] == verb and "via" in e and day_of(e) == today
    ]
    if len(written) >= most:
        raise NotAllowed(
            f"That is enough for today: {most} by way of assistants. The learner can go on in a "
            "terminal: llmroadmap done ID, llmroadmap note ID TEXT"
        )


_TOOLS = {
    "next": _Tool(
        description="What to study now",
        properties={"minutes": "integer", "count": "integer"},
        required=(),
        run=_next,
    ),
    "show": _Tool(
        description="One item by id: links, notes, parts",
        properties={"id": "string"},
        required=("id",),
        run=_show,
    ),
    "status": _Tool(
        description="How far the learner is",
        properties={},
        required=(),
        run=_status,
    ),
    "find": _Tool(
        description="Search items and notes",
        properties={"words": "string"},
        required=("words",),
        run=_find,
    ),
    "when": _Tool(
        description="Forecast of the end",
        properties={},
        required=(),
        run=_when,
    ),
    "quiz": _Tool(
        description="Material on what was finished last",
        properties={"count": "integer"},
        required=(),
        run=_quiz,
    ),
    "note": _Tool(
        description="Add the learner's note",
        properties={"id": "string", "text": "string"},
        required=("id", "text"),
        run=_note,
        writes=True,
    ),
    "tick": _Tool(
        description="Tick one step the learner has learned; because: their own words about it",
        properties={"id": "string", "because": "string"},
        required=("id", "because"),
        run=_tick,
        writes=True,
    ),
}

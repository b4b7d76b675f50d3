"""What undo and redo have in common."""

from llmroadmap.core.days import day_of
from llmroadmap.core.errors import NothingToUndo
from llmroadmap.core.progress.events import Draft, Event
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.progress.undo_redo import stacks
from llmroadmap.core.study.selection import next_steps
from llmroadmap.results.summaries import offered, part
from llmroadmap.results.undo_redo import Happened, UndoResult
from llmroadmap.storage.workspace import Workspace, device


def turn(workspace: Workspace, verb: str) -> UndoResult:
    """Undo or redo the last change that was made on this machine, whole."""
    turned: list[Event] = []

    def decide(progress: Progress) -> list[Draft]:
        events = workspace.events()
        both = stacks(events, device(workspace.environ))
        stack = both.undo if verb == "undo" else both.redo
        if not stack:
            raise NothingToUndo(verb)
        turned.extend(event for event in events if event.get("change") == stack[0])
        return [{"do": verb, "of": stack[0]}]

    after = workspace.record(decide).after
    lang, roadmap = workspace.lang, workspace.roadmap
    nodes = [node for e in turned if (node := roadmap.find(e.get("item", ""))) is not None]
    return UndoResult(
        [_happened(workspace, event) for event in turned],
        turned[0]["at"],
        [part(after, stage, lang) for stage in dict.fromkeys(map(roadmap.stage_of, nodes))],
        [offered(after, offer, lang) for offer in next_steps(after, 1)],
    )


def _happened(workspace: Workspace, event: Event) -> Happened:
    from datetime import date

    item = event.get("item", "")
    node = workspace.roadmap.find(item)
    title = workspace.roadmap.item(node).title(workspace.lang) if node is not None else ""
    day = date.fromordinal(day_of(event)).isoformat()
    return Happened(event["do"], item, title, day, event.get("text", event.get("url", "")))

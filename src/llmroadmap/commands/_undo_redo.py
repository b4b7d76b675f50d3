"""What undo and redo have in common."""

import os

from llmroadmap.core.days import logged_day
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.progress.events import Draft, Event
from llmroadmap.core.progress.overview import chapters_of
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.progress.undo_redo import stacks
from llmroadmap.core.study.selection import next_steps
from llmroadmap.prompts import Prompts
from llmroadmap.results.summaries import offered, part
from llmroadmap.results.undo_redo import UndoneEvent, UndoResult
from llmroadmap.storage.workspace import Workspace, device


class NothingToUndo(LlmroadmapError):
    """There is no change of this machine to take back, or to make again; `verb` says which."""

    code = "nothing-to-undo"
    topic = "undo"

    def __init__(self, verb: str) -> None:
        super().__init__(verb)
        self.verb = verb


def undo_or_redo(workspace: Workspace, verb: str, prompts: Prompts | None = None) -> UndoResult:
    """Undo or redo the last change that was made on this machine, whole.

    Where nothing of this machine is left, the user is offered the last change of any other machine.
    """
    undone_events: list[Event] = []
    other = _of_another(workspace, verb, prompts) if prompts else ""

    def decide(progress: Progress) -> list[Draft]:
        events = workspace.events()
        both = stacks(_recorded_here(workspace, events), device(workspace.environ))
        stack = both.undo if verb == "undo" else both.redo
        change = stack[0] if stack else other
        if not change:
            raise NothingToUndo(verb)
        undone_events.extend(event for event in events if event.get("change") == change)
        return [{"do": verb, "of": change}]

    after = workspace.record(decide).after
    kept, plan = 0, ""
    if any(event["do"] == "updated" for event in undone_events):
        plan = _bring_plan_back(workspace, undone_events[0]["change"], verb)
        after = workspace.progress
    own = [event for event in undone_events if "own" in event]
    if own:
        kept = _restore_own_changes(workspace, own)
        after = workspace.progress
    lang, roadmap = workspace.lang, workspace.roadmap
    nodes = [node for e in undone_events if (node := roadmap.find(e.get("item", ""))) is not None]
    return UndoResult(
        events=[_event_summary(workspace, event) for event in undone_events],
        at=undone_events[0]["at"],
        chapters=[part(after, chapter, lang) for chapter in chapters_of(after, nodes)],
        stages=[part(after, stage, lang) for stage in dict.fromkeys(map(roadmap.stage_of, nodes))],
        next=[offered(after, offer, lang) for offer in next_steps(after, 1)],
        kept=kept,
        plan=plan,
    )


def _bring_plan_back(workspace: Workspace, change: str, verb: str) -> str:
    """Put the other version of the plan in place; a file that was changed since is left alone."""
    from llmroadmap.storage.plan_versions import PlanVersions  # only for updates

    is_again = verb == "redo"
    versions = PlanVersions(workspace.locations, workspace.roadmap.id)
    if not versions.bring_back(change, newer=is_again):
        return "stays"
    workspace.plan_changed()
    return "again" if is_again else "back"


def _restore_own_changes(workspace: Workspace, events: list[Event]) -> int:
    """Let the file of own changes say again what the events come to.

    Return how many changes were left alone because the file has been edited by hand since.
    """
    from llmroadmap.core.overlay.history import path_of  # only for own changes

    kept = workspace.overlay.follow(workspace.events(), [path_of(event) for event in events])
    workspace.roadmap_changed()
    return kept


def _of_another(workspace: Workspace, verb: str, prompts: Prompts) -> str:
    """Return the last change of another machine, once it was agreed to; "" where it is not needed.

    The question is asked without holding the lock.
    """
    events = workspace.events()
    if stacks(_recorded_here(workspace, events), device(workspace.environ)).undo:
        return ""
    others = stacks(events, None).undo
    if not others:
        return ""
    first = next(event for event in events if event.get("change") == others[0])
    item = first.get("item", "")
    prompts.confirm(
        "undo-other",
        option="LLMROADMAP_DEVICE=" + first.get("device", ""),
        what=f"{first['do']} {item}".strip(),
        device=first.get("device", "?"),
        at=first["at"][:16].replace("T", " "),
    )
    return others[0]


def _recorded_here(workspace: Workspace, events: list[Event]) -> list[Event]:
    """Return the events without those that another machine of this one's name recorded."""
    if not os.path.isdir(os.path.join(workspace.locations.data, "received")):
        return events
    from llmroadmap.sync.received import received  # only where there is such a machine

    others = received(workspace.locations, workspace.roadmap.id)
    return [event for event in events if event["id"] not in others]


def _event_summary(workspace: Workspace, event: Event) -> UndoneEvent:
    from datetime import date

    item = event.get("item", "")
    node = workspace.roadmap.find(item)
    title = workspace.roadmap.item(node).title(workspace.lang) if node is not None else ""
    day = date.fromordinal(logged_day(event)).isoformat()
    return UndoneEvent(
        do=event["do"], id=item, title=title, day=day, text=event.get("text", event.get("url", ""))
    )

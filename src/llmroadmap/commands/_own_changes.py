"""What the commands that write the learner's own changes have in common."""

from collections.abc import Iterable, Sequence
from typing import Any

from llmroadmap.core.model.tree import OWN
from llmroadmap.core.overlay.model import Overlay
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.overview import tally
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.selection import next_steps
from llmroadmap.results.own_changes import OwnChangeResult, OwnEntry
from llmroadmap.results.summaries import ItemRef, item_ref, offered
from llmroadmap.storage.overlay_file import Edit, NewValue
from llmroadmap.storage.workspace import Workspace

_LONGEST = 16  # characters of a new item's id


class OwnChange(NamedTuple):
    """A change to be made: its values by path, and what is said of it afterwards."""

    did: str
    ids: list[str]
    values: list[NewValue]
    value: str = ""
    steps: int = 0
    place: str = ""
    anchor: str = ""


def make(workspace: Workspace, change: OwnChange) -> OwnChangeResult:
    """Write the change, as one that undo takes back, and return what came of it."""
    edits = workspace.overlay.change(lambda overlay: change.values)
    workspace.roadmap_changed()
    if edits:
        workspace.record(lambda progress: [draft_of(edit) for edit in edits])
    changed = [each for each in change.ids if any(each in _names(edit) for edit in edits)]
    if edits and not changed:
        changed = change.ids
    return _result(workspace, change, changed, edits)


def draft_of(edit: Edit) -> Draft:
    """Return the event of one own change."""
    draft: Draft = {
        "do": "adjust",
        "own": {"path": list(edit.path), "before": edit.before, "after": edit.after},
        "text": _in_words(edit),
    }
    first, *rest = edit.path
    if first == "add":
        draft["item"] = OWN + rest[0]
    elif first != "kinds":
        draft["item"] = rest[0]
    return draft


def _in_words(edit: Edit) -> str:
    first, *rest = edit.path
    if first == "mute":
        return "mute" if edit.after else "unmute"
    if first == "add":
        return "insert" if edit.after is not None else "take out"
    return f"{rest[-1]}: {typed(edit.after) or '-'}"


def typed(value: Any) -> str:
    """Return a value as it is typed."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _names(edit: Edit) -> Sequence[str]:
    return [edit.path[1], OWN + edit.path[1]]


def _result(
    workspace: Workspace, change: OwnChange, changed: list[str], edits: list[Edit]
) -> OwnChangeResult:
    progress, lang = workspace.progress, workspace.lang
    counts = tally(progress)
    anchor = workspace.roadmap.find(change.anchor) if change.anchor else None
    return OwnChangeResult(
        did=change.did,
        changed=_refs(workspace, changed),
        unchanged=_refs(workspace, [each for each in change.ids if each not in changed]),
        value=change.value,
        before=typed(edits[0].before) if edits and edits[0].path[0] in ("change", "kinds") else "",
        steps=change.steps,
        place=change.place,
        anchor=None if anchor is None else item_ref(progress, anchor, lang),
        total=counts.total,
        minutes_left=counts.minutes_left,
        without_estimate=counts.without_estimate,
        next=[offered(progress, offer, lang) for offer in next_steps(progress, 1)],
        listed=[],
    )


def _refs(workspace: Workspace, ids: Iterable[str]) -> list[ItemRef]:
    return [ItemRef(each, title_of(workspace, each)) for each in ids]


def title_of(workspace: Workspace, full_id: str) -> str:
    """Return the title of an item, "" where the roadmap does not have it."""
    node = workspace.roadmap.find(full_id)
    return "" if node is None else workspace.roadmap.item(node).title(workspace.lang)


def listing(
    workspace: Workspace, values: Iterable[tuple[str, str]], kinds: Iterable[OwnEntry] = ()
) -> OwnChangeResult:
    """Return own changes as they are: ids, behind `kinds` of steps, with what holds for each."""
    entries = [
        *kinds,
        *(
            OwnEntry(
                id=full_id,
                title=title_of(workspace, full_id),
                value=value,
                in_plan=workspace.roadmap.find(full_id) is not None,
            )
            for full_id, value in values
        ),
    ]
    result = _result(workspace, OwnChange(did="list", ids=[], values=[]), [], [])
    return result._replace(listed=entries)


def changed_items(overlay: Overlay, field: str) -> list[tuple[str, str]]:
    """Return the items of which `field` is different, with its value."""
    changes: dict[str, Any] = {**overlay.get("change", {})}
    return [(each, typed(change[field])) for each, change in changes.items() if field in change]


def new_own_id(workspace: Workspace, overlay: Overlay, title: str) -> str:
    """Return an id for an own item of this title: short, and one that no own item ever had.

    A title in another script gets three letters that everybody can type.
    """
    from llmroadmap.formats.item_ids import short_hash, slug  # only for a new item

    taken = {own["id"] for own in overlay.get("add", ())}
    taken |= {each[1:] for each in workspace.progress.orphaned if each.startswith(OWN)}
    # The same title has the same id on two machines, which then mean one item.
    plain = slug(title, _LONGEST) if title.isascii() else short_hash(title)
    found, number = plain, 2
    while found in taken:
        found, number = f"{plain}-{number}", number + 1
    return found

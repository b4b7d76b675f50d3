"""note: write down your own words on an item."""

from datetime import date
from typing import Annotated

from llmroadmap.commands._steps import On, day_given
from llmroadmap.core.days import logged_day
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.lookup.errors import (
    AmbiguousItem,
    NothingStarted,
    UnclearItem,
    UnknownItem,
)
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.notes import LONGEST
from llmroadmap.declaration import Argument, Command, Item, Text
from llmroadmap.prompts import Prompts
from llmroadmap.results.note import NoteResult
from llmroadmap.results.summaries import item_ref
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="around",
    after="open",
    examples=(
        'llmroadmap note . "{batches are padded one by one}"',
        "llmroadmap note hf.3.2",
        "llmroadmap note hf.3.2 - < thoughts.md",
    ),
    free_text=True,
)


class NoteTooLong(LlmroadmapError):
    """A note of more characters than one may have."""

    code = "note-too-long"
    topic = "note"
    exit_status = 2

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length)
        self.length = length
        self.limit = limit


def run(
    workspace: Workspace,
    prompts: Prompts,
    item: Annotated[str, Argument(Item(), help="note.item")] = ".",
    text: Annotated[list[str] | None, Argument(Text(), help="note.text", many=True)] = None,
    on: On = "",
) -> NoteResult:
    """Add a note: the text given, piped in, or written in the editor. An empty one is not kept."""
    day = day_given(on, workspace.today)
    node, text = _meant(workspace, item, text, prompts)
    if text == ["-"]:
        # Only this way to write needs what runs editors.
        from llmroadmap.terminal.editor import from_standard_input

        return _save(workspace, node, from_standard_input(), day)
    if text is not None:
        return _save(workspace, node, " ".join(text), day)
    with prompts.write_note(*item_ref(workspace.progress, node, workspace.lang)) as written:
        return _save(workspace, node, written, day)


def _meant(
    workspace: Workspace, item: str, text: list[str] | None, prompts: Prompts
) -> tuple[int, list[str] | None]:
    """Return the item, and the text on it; words that name no item for sure may be the text.

    Then the item is that of `.`, which is proposed, and taken with a yes.
    """
    try:
        return find_item(workspace, item, _raised, to_change=True), text
    except UnclearItem as error:
        words = " ".join([item, *(text or ())])
        is_name = isinstance(error, AmbiguousItem) or (
            text and isinstance(error, UnknownItem) and error.understood
        )
        if not is_name and (len(words.split()) > 1 or _is_remark(words, error)):
            node = _instead(workspace, error, words, prompts)
            if node is not None:
                return node, [words]
    return find_item(workspace, item, prompts.resolve_ambiguity, to_change=True), text


def _is_remark(word: str, error: UnclearItem) -> bool:
    """Tell whether one word without spaces is rather a remark than a name with a typing error."""
    is_unknown = isinstance(error, UnknownItem) and not (
        error.closest or error.within or error.kind
    )
    return is_unknown and not word.isascii()


def _instead(workspace: Workspace, error: UnclearItem, words: str, prompts: Prompts) -> int | None:
    """Return the item of `.` if the words are a note on it, None if the guess at a name is right."""
    try:
        node = find_item(workspace, ".", _raised, to_change=True)
    except (UnclearItem, NothingStarted):
        return None
    own = item_ref(workspace.progress, node, workspace.lang)
    guessed = error.closest if isinstance(error, UnknownItem) and error.understood else ()
    if not guessed:
        prompts.confirm("note-on", option=".", name=words, **own._asdict())
        return node
    choices = [(own.id, own.title), *((each.id, each.title) for each in guessed)]
    place = prompts.select("note-which", choices, option=".", name=words, **own._asdict())
    return node if place == 0 else None


def _raised(error: UnclearItem) -> int:
    raise error


def _save(workspace: Workspace, node: int, text: str, day: str) -> NoteResult:
    text = text.replace("\r\n", "\n").strip("\n").rstrip()
    if len(text) > LONGEST:
        raise NoteTooLong(len(text), LONGEST)
    draft: Draft = {"do": "note", "item": workspace.roadmap.id_of(node), "text": text}
    if day:
        draft["on"] = day
    recorded = workspace.record(lambda progress: [draft] if text.strip() else [])
    return NoteResult(
        **item_ref(recorded.after, node, workspace.lang)._asdict(),
        text=text if recorded.events else "",
        day=date.fromordinal(logged_day(recorded.events[0])).isoformat() if recorded.events else "",
        written=bool(recorded.events),
        notes=recorded.after.notes[node],
    )

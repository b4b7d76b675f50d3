"""import: an archive with everything, or the ticks of another file, added to what is here."""

from collections.abc import Sequence
from typing import Annotated

from llmroadmap.commands._archive import (
    Archive,
    Restoring,
    add_archive,
    is_archive,
    read_archive,
    what_it_adds,
)
from llmroadmap.commands._steps import Yes
from llmroadmap.commands._ticks import record_ticks, sort_ticks, taken, ticks_in
from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.model.text import choose
from llmroadmap.core.progress.overview import tally
from llmroadmap.declaration import Argument, Command, Imported, Option
from llmroadmap.formats.encodings import text_of
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.prompts import Prompts
from llmroadmap.results.imported import ArchiveAdded, ImportResult, TicksTaken
from llmroadmap.storage.plan_file import SourceOnline, read_bytes
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="export",
    examples=(
        "llmroadmap import llm.json --dry-run",
        "llmroadmap import llm.json",
        "llmroadmap import ticks todo.txt",
        "task export | llmroadmap import ticks - --yes",
    ),
    paged=True,
)

_SHOWN = 12  # rows of a preview


def run(
    workspace: Workspace,
    prompts: Prompts,
    words: Annotated[list[str], Argument(Imported(), help="import.words", many=True)],
    yes: Yes = False,
    dry_run: Annotated[bool, Option("--dry-run", help="import.dry_run")] = False,
) -> ImportResult:
    """Show what a file would add, and add it: an archive, or ticks on the roadmap in use."""
    only_ticks, path = _what(words)
    if path.startswith(("http://", "https://")):
        raise SourceOnline(path)
    try:
        text = text_of(read_bytes(path))
    except PlanUnreadable as error:
        error.path = "" if path == "-" else path
        raise
    if not only_ticks and is_archive(text):
        return _archive(
            workspace, prompts, path, read_archive(text, path), yes=yes, dry_run=dry_run
        )
    return _ticks(workspace, prompts, path, text, yes=yes, dry_run=dry_run)


def _what(words: Sequence[str]) -> tuple[bool, str]:
    """Return whether only ticks are wanted, and the file: `[ticks] FILE`."""
    if list(words) == ["ticks"]:
        raise UsageProblem("missing-argument", "FILE", "import", "import.words")
    only_ticks = words[0] == "ticks"
    rest = words[1:] if only_ticks else words
    if len(rest) > 1:
        raise UsageProblem("unexpected", rest[1], "import")
    return only_ticks, rest[0]


def _ticks(
    workspace: Workspace, prompts: Prompts, path: str, text: str, *, yes: bool, dry_run: bool
) -> ImportResult:
    found = sort_ticks(ticks_in(text, path, workspace), workspace)
    ticks = taken(found, workspace)
    if ticks.taken and not (yes or dry_run):
        rows = [(each.id, _row(each.title, each.day)) for each in ticks.taken]
        left = len(ticks.left)
        prompts.confirm(
            "import-ticks" if not left else "import-ticks-left", option="--yes",
            preview=_preview(rows), n=len(rows), left=left,
        )  # fmt: skip
    changed = bool(ticks.taken and not dry_run and record_ticks(workspace, found.new))
    return _result(workspace, path, dry_run=dry_run, changed=changed, ticks=ticks)


def _row(title: str, day: str) -> str:
    return f"{title} · {day}" if day else title


def _preview(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    more = len(rows) - _SHOWN
    return [*rows[:_SHOWN], ("…", f"+{more}")] if more > 0 else rows


def _archive(
    workspace: Workspace, prompts: Prompts, path: str, archive: Archive, *, yes: bool, dry_run: bool
) -> ImportResult:
    adds = what_it_adds(workspace.locations, archive, path)
    name = str(archive.tree["id"])
    if adds.is_something and not (yes or dry_run):
        question = "import-archive-new" if adds.plan == "new" else "import-archive"
        facts = {"n": len(adds.new), "own": len(adds.own), "settings": len(adds.settings)}
        title = choose(archive.tree["title"], workspace.lang)
        prompts.confirm(question, option="--yes", preview=[(name, title)], id=name, **facts)
    changed = adds.is_something and not dry_run
    work = workspace.of(name) if name != workspace.roadmap.id else workspace
    saved = add_archive(workspace, archive, adds, workspace.on_wait) if changed else ""
    if changed:
        work.roadmap_changed()
        workspace.has_changed = True
        if work is workspace:
            workspace.recorded += adds.new
    added = _added(adds, saved)
    if adds.plan == "new" and not changed:
        # Nothing here knows that plan yet: where things would stand is not reckoned.
        return _preview_result(path, archive, added, workspace.lang)
    return _result(work, path, dry_run=dry_run, changed=changed, archive=added)


def _added(adds: Restoring, saved: str) -> ArchiveAdded:
    verbs = [event["do"] for event in adds.new]
    return ArchiveAdded(
        plan=adds.plan,
        events=len(adds.new),
        notes=verbs.count("note"),
        proofs=verbs.count("proof"),
        contested=adds.contested,
        own_changes=len(adds.own),
        own_kept=adds.own_kept,
        settings=sorted(adds.settings),
        backup=saved,
    )


def _preview_result(path: str, archive: Archive, added: ArchiveAdded, lang: str) -> ImportResult:
    return ImportResult(
        path=path,
        roadmap=str(archive.tree["id"]),
        title=choose(archive.tree["title"], lang),
        dry_run=True,
        changed=False,
        ticks=None,
        archive=added,
        done=0,
        total=0,
        percent=0,
        minutes_left=0,
    )


def _result(
    work: Workspace,
    path: str,
    *,
    dry_run: bool,
    changed: bool,
    ticks: TicksTaken | None = None,
    archive: ArchiveAdded | None = None,
) -> ImportResult:
    whole = tally(work.progress)
    return ImportResult(
        path=path,
        roadmap=work.roadmap.id,
        title=work.roadmap.title(work.lang),
        dry_run=dry_run,
        changed=changed,
        ticks=ticks,
        archive=archive,
        done=whole.done,
        total=whole.total,
        percent=whole.percent,
        minutes_left=whole.minutes_left,
    )

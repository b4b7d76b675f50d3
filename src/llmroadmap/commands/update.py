"""update: a newer version of a plan; progress goes along."""

import os
from typing import Annotated, NamedTuple

from llmroadmap.commands._plans import keep_ticks as take_over
from llmroadmap.commands._plans import parts_of
from llmroadmap.commands._steps import Yes
from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.model.text import choose as in_language
from llmroadmap.core.model.tree import RetiredTree, RoadmapTree
from llmroadmap.core.plan_diff.diff import PlanChanges, Split, compare_plans
from llmroadmap.core.plan_diff.moves import moves
from llmroadmap.core.plan_diff.plan_items import PlanItem, links_differ
from llmroadmap.core.progress.events import Draft
from llmroadmap.declaration import Argument, Command, File, Option, RoadmapId, Text
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.kept_ids import keep_ids
from llmroadmap.locales import language
from llmroadmap.prompts import Prompts
from llmroadmap.results.update import Doubt, Named, Renamed, UpdateResult
from llmroadmap.storage.library import (
    BUNDLED,
    remember_source,
    sources,
    user_path,
    write_roadmap_file,
)
from llmroadmap.storage.plan_file import read_plan, tree_of
from llmroadmap.storage.plan_snapshot import items_of, read_snapshot, write_snapshot
from llmroadmap.storage.plan_versions import PlanVersions
from llmroadmap.storage.roadmap_file import read_tree
from llmroadmap.storage.workspace import Workspace

COMMAND = Command(
    group="plans",
    after="add",
    examples=(
        "llmroadmap update mine plan.md",
        "llmroadmap update mine --dry-run",
        "llmroadmap update",
    ),
)


class _Versions(NamedTuple):
    """The plan as it was and as it will be, and the file that holds the latter."""

    before: list[PlanItem]
    after: Roadmap
    tree: RoadmapTree | None
    source: dict[str, str]
    plan: ImportedPlan | None = None


def run(
    workspace: Workspace,
    prompts: Prompts,
    id: Annotated[str, Argument(RoadmapId(), help="roadmap.id")] = "",
    source: Annotated[str, Argument(File("SOURCE"), help="update.source")] = "",
    base: Annotated[str, Option("--base", help="add.base", kind=Text("URL"))] = "",
    yes: Yes = False,
    moved: Annotated[list[str], Option("--moved", help="update.moved", kind=Text("OLD=NEW"))] = [],  # noqa: B006
    keep_ticks: Annotated[bool, Option("--keep-ticks", help="add.keep_ticks")] = False,
    dry_run: Annotated[bool, Option("--dry-run", help="update.dry_run")] = False,
) -> UpdateResult:
    """Compare the plan with its newer version, and carry the progress over."""
    work = workspace.of(id or workspace.settings.roadmap or BUNDLED)
    name = work.choice
    versions = _versions(work, name, source, base)
    # The ids of the built-in roadmap are a promise: none is ever used for something else.
    is_ours = versions.tree is None and name == BUNDLED and work.roadmap_path != work.user_path
    changes = compare_plans(versions.before, items_of(versions.after), ids_hold=is_ours)
    doubts = _doubts(work, changes, versions.after)
    answers = _given(moved, doubts, versions.after)
    if not (yes or dry_run):
        answers |= _ask([doubt for doubt in doubts if doubt.id not in answers], prompts)
    result = _result(work, name, changes, doubts, answers, versions)
    if dry_run:
        return result._replace(dry_run=True)
    # The events first: should the power fail now, progress waits under its new names.
    written, change = _record(work, moves(changes, answers), versions)
    is_replaced = _store(work, name, versions, changes, change)
    plan = versions.plan if keep_ticks else None
    return result._replace(
        moved=written,
        is_replaced=is_replaced,
        own_missing=list(workspace.of(name).roadmap.head.get("missing", ())),
        kept=take_over(workspace.of(name), plan) if plan else 0,
    )


def _versions(work: Workspace, name: str, source: str, base: str) -> _Versions:
    """Return what is compared: the plan last seen, and what it is or is to be now."""
    known = sources(work.locations).get(name, {})
    source, base = source or known.get("source", ""), base or known.get("base", "")
    seen = read_snapshot(work.locations.plan_snapshot(work.roadmap.id))
    before = seen if seen is not None else items_of(work.roadmap)
    if not source:
        return _Versions(before=before, after=work.roadmap, tree=None, source={})
    include, force = parts_of([known.get("include", "")]), bool(known.get("force"))
    plan = read_plan(source, base, include=include, force=force)
    plan = keep_ids(plan, read_tree(work.roadmap_path))
    tree = tree_of(plan, name).copy()
    options = {key: value for key, value in known.items() if key in {"include", "force"}}
    options |= {"base": base} if base else {}
    remembered = {} if source == "-" else {"source": source, **options}
    return _Versions(
        before=before, after=build_roadmap(tree), tree=tree, source=remembered, plan=plan
    )


def _doubts(work: Workspace, changes: PlanChanges, after: Roadmap) -> list[Doubt]:
    """Return the doubts that matter: about steps that the learner did something with."""
    touched = _touched(work)
    return [
        Doubt(
            id=unsure.old.id,
            title=_title(unsure.old, work.lang),
            why="split" if isinstance(unsure, Split) else "reused" if unsure.reused else "gone",
            candidates=[_named(after, name, work.lang) for name in unsure.candidates[:8]],
            answer="",
            answer_title="",
            is_answered=False,
        )
        for unsure in changes.unsure
        if unsure.old.id in touched
    ]


def _touched(work: Workspace) -> set[str]:
    ids = work.roadmap.ids.all()
    known = {ids[node] for node, at in enumerate(work.progress.touched) if at}
    return known | set(work.progress.orphaned)


def _given(moved: list[str], doubts: list[Doubt], after: Roadmap) -> dict[str, str]:
    """Return the answers on the command line, each `OLD=NEW`."""
    answers: dict[str, str] = {}
    unsure = {doubt.id for doubt in doubts}
    for pair in moved:
        old, _, new = pair.partition("=")
        if old not in unsure or after.ids.find(new) is None:
            raise InvalidOption("--moved", pair, "moved-pair")
        answers[old] = new
    return answers


def _ask(doubts: list[Doubt], prompts: Prompts) -> dict[str, str]:
    """Ask what became of each step in doubt; the first choice is to leave its progress where it is."""
    answers: dict[str, str] = {}
    for doubt in doubts:
        choices = [(doubt.id, ""), *((each.id, each.title) for each in doubt.candidates)]
        picked = prompts.select(
            "which-became", choices, option="--moved", id=doubt.id, title=doubt.title
        )
        answers[doubt.id] = choices[picked][0] if picked else ""
    return answers


def _record(work: Workspace, wanted: list[tuple[str, str]], versions: _Versions) -> tuple[int, str]:
    """Write the moves that matter for what the learner did, and that the file is a new one.

    Return how many moves that were, and the change, "" where nothing was written.
    """
    touched = _touched(work)

    def matters(old: str) -> bool:
        return any(name == old or name.startswith(f"{old}.") for name in touched)

    # A circle is gone through by way of a third name: then every part of it is needed.
    needed = [pair for pair in wanted if matters(pair[0]) or pair[0].startswith("aside-")]
    drafts: list[Draft] = [{"do": "moved", "item": old, "to": new} for old, new in needed]
    if versions.tree is not None:
        source = versions.source.get("source", "")
        drafts.append({"do": "updated", "text": os.path.basename(source) or "-"})
    if not drafts:
        return 0, ""
    events = work.record(lambda progress: drafts).events
    return len(needed), events[0]["change"]


def _store(
    work: Workspace, name: str, versions: _Versions, changes: PlanChanges, change: str
) -> bool:
    """Write the new version and what is remembered of it; return whether there is one."""
    if versions.tree is not None:
        tree = versions.tree
        retired = _retired(work, changes, tree)
        if retired:
            tree["retired"] = retired
        kept = PlanVersions(work.locations, name)
        before = kept.current()
        write_roadmap_file(user_path(work.locations, name), tree)
        kept.save(change, before, kept.current())
        if versions.source:
            remember_source(work.locations, name, versions.source)
    fresh = work.of(name)
    write_snapshot(fresh.locations.plan_snapshot(fresh.roadmap.id), fresh.roadmap_path)
    return versions.tree is not None


def _retired(work: Workspace, changes: PlanChanges, tree: RoadmapTree) -> list[RetiredTree]:
    """Return the titles that earlier work keeps: those known before, and what is gone now."""
    known = {r["id"]: r for r in (*work.roadmap.head.get("retired", ()), *tree.get("retired", ()))}
    touched = _touched(work)
    for gone in changes.gone:
        if gone.old.id in touched and gone.old.title:
            known[gone.old.id] = {"id": gone.old.id, "title": gone.old.title[0]}
    return [row for name, row in known.items() if name not in changes.new_ids]


def _result(
    work: Workspace,
    name: str,
    changes: PlanChanges,
    doubts: list[Doubt],
    answers: dict[str, str],
    versions: _Versions,
) -> UpdateResult:
    lang, after = work.lang, versions.after
    return UpdateResult(
        id=name,
        path=user_path(work.locations, name) if versions.tree else work.roadmap_path,
        dry_run=False,
        same=len(changes.same),
        renamed=[
            Renamed(old=m.old.id, new=m.new.id, title=_title(m.new, lang), how=str(m.how))
            for m in changes.renamed
        ],
        retitled=[_named(after, m.new.id, lang) for m in changes.retitled],
        new=[_named(after, item.id, lang) for item in changes.new],
        gone=[Named(gone.old.id, _title(gone.old, lang)) for gone in changes.gone],
        doubts=[_answered(doubt, answers) for doubt in doubts],
        readdressed=_readdressed(work, changes),
        own_missing=list(work.roadmap.head.get("missing", ())),
        is_replaced=False,
        is_in_use=name == (work.settings.roadmap or BUNDLED),
        moved=0,
        ticked=len(versions.plan.done) if versions.plan else 0,
        kept=0,
    )


def _answered(doubt: Doubt, answers: dict[str, str]) -> Doubt:
    answer = answers.get(doubt.id, "")
    titles = {each.id: each.title for each in doubt.candidates}
    return doubt._replace(
        answer=answer, answer_title=titles.get(answer, ""), is_answered=doubt.id in answers
    )


def _readdressed(work: Workspace, changes: PlanChanges) -> list[Named]:
    """Return the touched steps that were only known by title and place."""
    touched = _touched(work)
    return [
        Named(match.new.id, _title(match.new, work.lang))
        for match in changes.matches
        if match.old.id in touched
        and links_differ(match.old, match.new)
        and not match.old.is_group
        and (not match.old.origin or match.old.origin != match.new.origin)
    ]


def _title(item: PlanItem, lang: str) -> str:
    """Return an item's title: what is remembered of one that is gone is not known by language."""
    return item.title[-1 if language(lang).fallback else 0] if item.title else ""


def _named(roadmap: Roadmap, name: str, lang: str) -> Named:
    node = roadmap.find(name)
    return Named(name, "" if node is None else in_language(roadmap.record(node)["title"], lang))

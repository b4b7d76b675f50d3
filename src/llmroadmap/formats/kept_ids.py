"""The ids of a plan that is read again: what was there before keeps its id, what is new gets a free one.

Ids made from a plan's order (w1.3, 2.4) would move with every line that is added above them. So a
newer version is compared with the one that the learner has, by origins, addresses and titles alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from llmroadmap.core.model.tree import RoadmapTree, walk
from llmroadmap.core.plan_diff.diff import compare_plans
from llmroadmap.core.plan_diff.plan_items import PlanItem
from llmroadmap.formats.counting import free_number, number_ids
from llmroadmap.formats.imported_plan import ImportedPlan
from llmroadmap.formats.markdown.plan_writer import ALL
from llmroadmap.formats.marks import take_marks

_Tree = dict[str, Any]
_NEW = "new-"
# Keys of a tree while its items get their names; none of them is left in the end.
_FRESH, _NAME, _KEPT = "_fresh", "_name", "_kept"


def keep_ids(plan: ImportedPlan, before: RoadmapTree) -> ImportedPlan:
    """Return a plan just read with the ids that its items have in the roadmap `before`, ticks too.

    A plan whose ids are its author's own (YAML, an export of ours) is returned as it is.
    """
    if not plan.ids_by_place:
        return plan
    new: _Tree = _copied(plan.roadmap)
    for full, entry in _entries(new):
        entry[_FRESH] = full
    if not any(stage.get("prefix") for stage in before["stages"]) and not _is_flat(before):
        new["stages"] = [_wrapped(stage) for stage in new["stages"]]
    _Renaming(new, _copied(before)).run()
    became = {entry.pop(_FRESH): full for full, entry in _entries(new) if _FRESH in entry}
    return replace(
        plan,
        roadmap=new,
        done=tuple(became[name] for name in plan.done),
        started=tuple(became[name] for name in plan.started),
        skipped=tuple(became[name] for name in plan.skipped),
        days={became[name]: day for name, day in plan.days.items()},
    )


def _is_flat(tree: RoadmapTree) -> bool:
    """Tell whether a roadmap of one stage has ids by place, as plans of one part have."""
    return len(tree["stages"]) == 1 and tree["stages"][0]["id"] == ALL


def _wrapped(stage: _Tree) -> _Tree:
    """Return a stage as earlier versions made it: what stands loose is in a course of its name."""
    loose = [item for item in stage["items"] if "items" not in item]
    courses = [item for item in stage["items"] if "items" in item]
    kept = {key: value for key, value in stage.items() if key in {"id", "title", "goals", "tips"}}
    around = {key: stage[key] for key in ("title", "about", "links") if key in stage}
    if loose:
        courses.insert(0, {"id": "0", **around, "items": loose})
    return {**kept, "items": courses}


class _Renaming:
    """Gives the items of a new tree the ids of those that they were."""

    def __init__(self, new: _Tree, old: _Tree) -> None:
        self.new, self.old = new, old
        self.entries: dict[str, _Tree] = {}
        self.retired = {row["id"] for row in old.get("retired", ())}

    def run(self) -> None:
        old_items = _old_items(self.old)
        # What was gone and comes back has its old id again.
        known = {item.id for item in old_items if not item.is_stage}
        old_items += [
            _retired(row) for row in self.old.get("retired", ()) if row["id"] not in known
        ]
        opaque = list(self._opaque())
        changes = compare_plans(old_items, opaque)
        self.was = {match.new.id: match.old.id for match in changes.matches}
        self.taken = {item.id for item in old_items if not item.is_stage} | self.retired
        self._stages()

    def _opaque(self) -> Iterator[PlanItem]:
        """Yield the new items under names that say nothing, so that only what they are counts."""
        count = 0

        def below(entries: list[_Tree], prefix: str, parent: str) -> Iterator[PlanItem]:
            nonlocal count
            for entry in entries:
                name = f"{prefix}.{_NEW}{count}" if prefix else f"{_NEW}{count}"
                count += 1
                entry[_NAME] = name
                yield replace(_plan_item(entry, name, parent), place=count)
                yield from below(entry.get("items", []), name, name)

        for number, stage in enumerate(self.new["stages"]):
            # No id has a colon.
            name = f"{_NEW}:{number}"
            yield _stage_item(stage, name)
            yield from below(stage["items"], "", name)

    def _stages(self) -> None:
        by_title = {stage["title"]: stage for stage in self.old["stages"]}
        used = {stage["id"] for stage in self.old["stages"]}
        pairs = [(stage, self._former_stage(stage, by_title)) for stage in self.new["stages"]]
        flat = {item["id"] for stage, _ in pairs for item in stage["items"]} | self.taken
        seen: set[str] = set()
        for stage, former in pairs:
            if former is not None and former["id"] not in seen:
                stage["id"] = former["id"]
                stage.pop("prefix", None)
                if former.get("prefix"):
                    stage["prefix"] = True
            elif stage["id"] in used | seen or (not stage.get("prefix") and stage["id"] in flat):
                stage["id"] = _free(stage["title"], used | seen | flat)
            seen.add(stage["id"])
        taken = seen | {stage["id"] for stage in self.old["stages"]}
        for stage, _ in pairs:
            prefix = stage["id"] if stage.get("prefix") else ""
            taken_here = set() if prefix else taken
            self._name(stage["items"], prefix, taken_here)

    def _former_stage(self, stage: _Tree, by_title: Mapping[str, _Tree]) -> _Tree | None:
        """Return the stage that a stage was: of its title, else the one that most items come from."""
        same = by_title.get(stage["title"])
        if same is not None:
            return same
        votes: dict[str, int] = {}
        for entry in stage["items"]:
            old = self.was.get(entry[_NAME])
            for former in self.old["stages"]:
                if old and any(_full(former, item) == old for item in former["items"]):
                    votes[former["id"]] = votes.get(former["id"], 0) + 1
        best = max(votes, key=votes.__getitem__, default="")
        if votes.get(best, 0) * 2 <= len(stage["items"]):
            return None
        found: list[_Tree] = [former for former in self.old["stages"] if former["id"] == best]
        return found[0] if found else None

    def _name(self, entries: list[_Tree], parent: str, used: set[str]) -> None:
        """Give siblings their former ids where these stand in the same parent, else free ones."""
        before = f"{parent}." if parent else ""
        below = {name[len(before) :] for name in self.taken if name.startswith(before)}
        taken = used | {name.partition(".")[0] for name in below}
        given: set[str] = set()
        for entry in entries:
            old = self.was.get(entry.pop(_NAME), "")
            head, _, last = old.rpartition(".")
            keeps = bool(old) and head == parent and last not in given
            entry[_KEPT] = last if keeps else ""
            if keeps:
                given.add(last)
        fresh = number_ids([entry["title"] for entry in entries])
        for entry, wanted in zip(entries, fresh, strict=True):
            name = entry.pop(_KEPT)
            if not name:
                name = (
                    wanted if wanted not in taken | given else _free(entry["title"], taken | given)
                )
                given.add(name)
            entry["id"] = name
            if "items" in entry:
                self._name(entry["items"], before + name, set())


def _free(title: str, used: set[str]) -> str:
    """Return an id that nothing has or had: the title's own count, else the next number."""
    (own,) = number_ids([title])
    if not own.isdigit() and own not in used:
        return own
    numbers = [int(name) for name in used if re.fullmatch(r"\d{1,6}", name)]
    return free_number(used, max(numbers, default=0) + 1)


def _copied(tree: Any) -> Any:
    """Return a copy in which ids may be changed."""
    if isinstance(tree, dict):
        return {key: _copied(value) for key, value in tree.items()}
    return [_copied(value) for value in tree] if isinstance(tree, list) else tree


def _entries(tree: _Tree) -> Iterator[tuple[str, _Tree]]:
    """Yield the items of a tree with their full ids."""
    for visit in walk(tree["stages"]):
        if visit.depth:
            yield visit.id, cast("_Tree", visit.entry)


def _old_items(tree: _Tree) -> list[PlanItem]:
    """Return the items of the roadmap as it is, behind each stage those in it."""
    items: list[PlanItem] = []
    stage = ""
    for visit in walk(tree["stages"]):
        entry = cast("_Tree", visit.entry)
        if not visit.depth:
            stage = visit.id
            items.append(_stage_item(entry, f":{stage}"))
            continue
        head = visit.id.rpartition(".")[0]
        parent = f":{stage}" if visit.depth == 1 else head
        items.append(replace(_plan_item(entry, visit.id, parent), place=len(items)))
    return items


def _stage_item(stage: _Tree, name: str) -> PlanItem:
    item = _plan_item({"title": stage["title"], "links": stage.get("links", ())}, name, "")
    return replace(item, is_group=True, is_stage=True)


def _retired(row: _Tree) -> PlanItem:
    return _plan_item({"title": row["title"]}, row["id"], row["id"].rpartition(".")[0])


def _plan_item(entry: _Tree, name: str, parent: str) -> PlanItem:
    title = entry["title"]
    titles = tuple(title.values()) if isinstance(title, dict) else (title,)
    return PlanItem(
        id=name,
        title=tuple(take_marks(text).text for text in titles),
        links=tuple(link["url"] for link in entry.get("links", ())),
        parent=parent,
        was=(),
        origin=entry.get("origin"),
        is_group="items" in entry,
    )


def _full(stage: _Tree, item: _Tree) -> str:
    return f"{stage['id']}.{item['id']}" if stage.get("prefix") else str(item["id"])

"""Ticks in a file, as changes of the roadmap in use: which steps they mean, and what is new in them."""

from typing import NamedTuple

from llmroadmap.core.days import NO_DAY, iso
from llmroadmap.core.errors import AtPath
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.progress import Progress
from llmroadmap.exports.ticks import Tick, read_ticks
from llmroadmap.exports.ticks.matching import Matcher, ticks_of_tree
from llmroadmap.formats.errors import PlanUnreadable, RoadmapInvalid
from llmroadmap.results.imported import LineLeft, TicksTaken, TickTaken
from llmroadmap.storage.workspace import Workspace

_VERBS = {"done": "done", "started": "start", "skipped": "skip"}
# What a state here may become by a file; whoever skipped a step meant it, and nothing is un-ticked.
_BECOMES = {"open": ("done", "started", "skipped"), "started": ("done",)}


class NoTicks(AtPath):
    """A file in which nothing says how far anything is."""

    code = "no-ticks"
    topic = "import"


class NewTick(NamedTuple):
    """A step, the state that the file says it is in, the day of that, and the line that says so."""

    node: int
    state: str
    day: str
    tick: Tick
    by: str


def ticks_in(text: str, path: str, workspace: Workspace) -> list[Tick]:
    """Return the ticks in the text of a file; raises NoTicks."""
    from llmroadmap.commands._archive import is_archive, read_archive

    if is_archive(text):
        archive = read_archive(text, path)
        return _ticks_of_archive(archive.tree, archive.events)
    is_own = "<!-- llmroadmap {" in text
    found = None if is_own else read_ticks(text, path, workspace.roadmap.id)
    if found is None:
        found = _ticks_of_plan(text, path, own=is_own)
    if not found:
        raise NoTicks(path)
    return found


def _ticks_of_archive(tree: object, events: object) -> list[Tick]:
    from llmroadmap.core.model.builder import build_roadmap  # only for an archive
    from llmroadmap.core.progress.fold import fold

    roadmap = build_roadmap(tree)  # type: ignore[arg-type]
    progress = fold(roadmap, events)  # type: ignore[arg-type]
    steps = [node for node in range(len(roadmap)) if roadmap.is_step(node)]
    ids = roadmap.ids.all()
    states = {ids[node]: progress.state(node) for node in steps}
    days = {
        ids[node]: iso(progress.finished[node] or progress.touched_on[node])
        for node in steps
        if states[ids[node]] != "open"
    }
    return ticks_of_tree(tree, states, days, own=True)  # type: ignore[arg-type]


def _ticks_of_plan(text: str, path: str, *, own: bool) -> list[Tick]:
    """Return the ticks of a whole plan, as `add` reads it; `own`: it is one that we wrote."""
    from llmroadmap.formats import PlanSource, format_of  # only for what is no list of lines
    from llmroadmap.formats.roadmap_yaml.schema import validate_tree

    source = PlanSource(path=path, text=text, include=("lists", "tables", "paragraphs"), force=True)
    try:
        plan = format_of(source).read(source)
        tree = validate_tree(plan.roadmap)
    except (PlanUnreadable, RoadmapInvalid) as error:
        raise NoTicks(path) from error
    states = {
        item: state
        for state, items in (
            ("done", plan.done), ("started", plan.started), ("skipped", plan.skipped),
        )
        for item in items
    }  # fmt: skip
    if not states:
        raise NoTicks(path)
    return ticks_of_tree(tree, states, plan.days, own=own)


class Sorted(NamedTuple):
    """What the lines of a file come to on a roadmap."""

    new: list[NewTick]
    already: int
    open: int
    left: list[LineLeft]


def sort_ticks(ticks: list[Tick], workspace: Workspace) -> Sorted:
    """Return what is new, what is known, and what is left alone with the reason."""
    roadmap, progress = workspace.roadmap, workspace.progress
    match = Matcher(roadmap).match
    new: dict[int, NewTick] = {}
    found = Sorted(new=[], already=0, open=0, left=[])
    already, untouched = 0, 0
    for tick in ticks:
        if tick.state not in _VERBS:
            untouched += 1
            continue
        meant = match(tick)
        node = meant.node
        if node is None or not roadmap.is_step(node):
            found.left.append(_left(tick, meant.nodes, workspace))
        elif tick.state in _BECOMES.get(progress.state(node), ()):
            day = min(tick.day or NO_DAY, iso(workspace.today))
            one = NewTick(node=node, state=tick.state, day=day, tick=tick, by=meant.by)
            known = new.setdefault(node, one)
            if known.state != "done" and tick.state == "done":
                new[node] = one
        elif progress.state(node) == "skipped" and tick.state == "done":
            found.left.append(_left(tick, (node,), workspace, "skipped"))
        else:
            already += 1
    return found._replace(new=list(new.values()), already=already, open=untouched)


def _left(tick: Tick, nodes: tuple[int, ...], workspace: Workspace, why: str = "") -> LineLeft:
    why = why or ("ambiguous" if len(nodes) > 1 else "group" if nodes else "unknown")
    ids = [workspace.roadmap.id_of(node) for node in nodes]
    return LineLeft(line=tick.line, text=tick.title, why=why, candidates=ids)


def record_ticks(workspace: Workspace, new: list[NewTick]) -> int:
    """Record them as one change; return how many steps that changed."""
    ids = {each.node: workspace.roadmap.id_of(each.node) for each in new}

    def decide(progress: Progress) -> list[Draft]:
        return [
            {"do": _VERBS[each.state], "item": ids[each.node], "on": each.day}
            for each in new
            if each.state in _BECOMES.get(progress.state(each.node), ())
        ]

    return len(workspace.record(decide).events)


def taken(found: Sorted, workspace: Workspace) -> TicksTaken:
    """Return all of it for the result."""
    roadmap = workspace.roadmap
    return TicksTaken(
        taken=[
            TickTaken(
                id=roadmap.id_of(each.node),
                title=roadmap.item(each.node).title(workspace.lang),
                state=each.state,
                day="" if each.day == NO_DAY else each.day,
                by=each.by,
                line=each.tick.line,
            )
            for each in found.new
        ],
        already=found.already,
        open=found.open,
        left=found.left,
    )

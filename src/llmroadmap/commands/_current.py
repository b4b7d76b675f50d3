"""Which step is meant where none is named: the one in progress, or the next one."""

from llmroadmap.core.errors import UsageProblem
from llmroadmap.core.study.selection import next_steps
from llmroadmap.prompts import Prompts
from llmroadmap.results.summaries import item_ref
from llmroadmap.storage.workspace import Workspace


def step_to_finish(workspace: Workspace, prompts: Prompts, *, yes: bool = False) -> str:
    """Return the id of the step in progress; of several, the one that is picked.

    Where there is none, the next one is proposed, and taken with a `yes`.
    """
    progress = workspace.progress
    nodes = sorted(progress.started(), key=lambda node: -progress.touched[node])
    if len(nodes) == 1:
        return workspace.roadmap.id_of(nodes[0])
    if nodes:
        named = [item_ref(progress, node, workspace.lang) for node in nodes]
        choices = [(each.id, each.title) for each in named]
        return choices[prompts.select("which-step", choices, option="ITEM")][0]
    node = _first(workspace, "done")
    if not yes:
        facts = item_ref(progress, node, workspace.lang)._asdict()
        prompts.confirm("done-next", option="--yes", **facts)
    return workspace.roadmap.id_of(node)


def step_to_begin(workspace: Workspace) -> int:
    """Return the step that `next` puts first: one in progress is gone on with."""
    return _first(workspace, "start")


def _first(workspace: Workspace, command: str) -> int:
    offers = next_steps(workspace.progress, 1)
    if not offers:
        example = f"llmroadmap {command} hf.3.2"
        raise UsageProblem("missing-argument", "ITEM", command, "items", example)
    return offers[0].node

"""What the tests of importers share: the plans in `formats/markdown/plans` and a walk over what came out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from llmroadmap.formats.imported_plan import ImportedPlan

PLANS = Path(__file__).parent / "formats" / "markdown"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (PLANS / "plans_expected.yaml").read_text("utf-8")
)


def plan_text(name: str) -> str:
    """The text of one of the plans in `formats/markdown/plans`."""
    return (PLANS / "plans" / name).read_text("utf-8")


def items(plan: ImportedPlan) -> Iterator[tuple[str, dict[str, Any]]]:
    """All items with their full ids, in order."""

    def under(nodes: list[dict[str, Any]], before: str) -> Iterator[tuple[str, dict[str, Any]]]:
        for node in nodes:
            full = f"{before}{node['id']}"
            yield full, node
            yield from under(node.get("items", []), f"{full}.")

    for stage in plan.roadmap["stages"]:
        yield from under(stage["items"], f"{stage['id']}." if stage.get("prefix") else "")


def steps(plan: ImportedPlan) -> dict[str, dict[str, Any]]:
    """The steps by their full ids, in order."""
    return {full: item for full, item in items(plan) if "items" not in item}


def drawn(plan: ImportedPlan) -> str:
    """The plan as one would draw it: title, tree, and of each step what was read with it."""

    def lines(nodes: list[dict[str, Any]], before: str, depth: int) -> Iterator[str]:
        for node in nodes:
            full = f"{before}{node['id']}"
            facts = [
                "optional" if node.get("optional") else "",
                f"{node['minutes']}m" if "minutes" in node else "",
                f"{len(node['links'])}" if node.get("links") else "",
                state_of.get(full, ""),
                plan.days.get(full, ""),
            ]
            said = " ".join(fact for fact in facts if fact)
            yield f"{'  ' * depth}{node['title']}{f' [{said}]' if said else ''}"
            yield from lines(node.get("items", []), f"{full}.", depth + 1)

    state_of = {
        full: state for state in ("done", "started", "skipped") for full in getattr(plan, state)
    }
    text = [plan.roadmap["title"]]
    for stage in plan.roadmap["stages"]:
        text.append(f"  {stage['title']}")
        prefix = f"{stage['id']}." if stage.get("prefix") else ""
        text += lines(stage["items"], prefix, 2)
    return "\n".join(text)

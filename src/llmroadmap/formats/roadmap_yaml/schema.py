"""The gate for roadmap files: nothing comes through that does not keep to the format."""

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from llmroadmap.core.checking.problems import Problem
from llmroadmap.core.checking.roadmap_checks import check_roadmap
from llmroadmap.core.model.tree import RoadmapTree
from llmroadmap.formats.errors import RoadmapInvalid
from llmroadmap.formats.roadmap_yaml.positions import placed
from llmroadmap.formats.roadmap_yaml.repaired_tree import STAND_IN, repaired
from llmroadmap.formats.roadmap_yaml.schema_problems import schema_problems
from llmroadmap.formats.roadmap_yaml.schema_types import (
    MEANING,
    Item,
    Link,
    Recall,
    Retired,
    Roadmap,
    Stage,
)
from llmroadmap.formats.roadmap_yaml.tree import MAX_PROBLEMS, gc_paused, read_with_problems

_ADAPTER: TypeAdapter[Any] = TypeAdapter(Roadmap)
_STAGE: TypeAdapter[Any] = TypeAdapter(Stage)
_KEYS = {
    "": tuple(Roadmap.__annotations__),
    "stages": tuple(Stage.__annotations__),
    "items": tuple(Item.__annotations__),
    "links": tuple(Link.__annotations__),
    "recall": tuple(Recall.__annotations__),
    "retired": tuple(Retired.__annotations__),
}


def validate(data: bytes, path: str | None = None) -> RoadmapTree:
    """Return the validated tree of a roadmap file: dicts, lists, text, whole numbers, booleans.

    Raise `RoadmapInvalid` with all its errors, each with line and column; `path` is named in it.
    """
    tree, found = _examine(data, with_doubts=False)
    errors = _of(found, "error")
    if errors or tree is None:
        raise RoadmapInvalid(tuple(placed(data, _first(errors))), path)
    return tree


@gc_paused()
def problems(data: bytes) -> tuple[list[Problem], list[Problem]]:
    """Return all errors and all warnings of a roadmap file, in the order of its lines."""
    _, found = _examine(data, with_doubts=True)
    found = placed(data, _first(found))
    return _of(found, "error"), _of(found, "warning")


def validate_tree(tree: object) -> RoadmapTree:
    """Return a tree that a program built, validated; its problems have paths but no lines.

    Raises RoadmapInvalid.
    """
    valid, found = _check(tree)
    found += check_roadmap(valid, with_doubts=False) if valid is not None else []
    errors = _of(found, "error")
    if errors or valid is None:
        raise RoadmapInvalid(tuple(errors))
    return valid


def json_schema() -> dict[str, Any]:
    """Return the format as a JSON Schema, for editors that complete and check YAML."""
    schema = _ADAPTER.json_schema()
    for entry in (schema, *schema["$defs"].values()):
        for key, value in entry["properties"].items():
            # The name of a key is title enough; what it means shows when an editor hovers over it.
            value.pop("title", None)
            if key in MEANING:
                value["description"] = MEANING[key]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _of(problems: list[Problem], severity: str) -> list[Problem]:
    return [problem for problem in problems if problem.severity == severity]


@gc_paused()
def _examine(data: bytes, *, with_doubts: bool) -> tuple[RoadmapTree | None, list[Problem]]:
    try:
        tree, found = _read(data)
    except RoadmapInvalid as error:
        return None, list(error.problems)
    if tree is not None:
        found += check_roadmap(tree, with_doubts=with_doubts)
    return tree, found


def _read(data: bytes) -> tuple[RoadmapTree | None, list[Problem]]:
    """Return the valid tree alone, so that the raw one is gone before anything else needs room."""
    raw, found = read_with_problems(data)
    # An alias leaves a hole, of which the schema would complain as well.
    if any(problem.code == "yaml-alias" for problem in found):
        return None, found
    tree, more = _check(raw)
    return tree, [*found, *more]


def _check(raw: object) -> tuple[RoadmapTree | None, list[Problem]]:
    """Return the valid tree, or what the schema and, as far as they can, the other checks say."""
    try:
        return _validated(raw), []
    except ValidationError as error:
        findings = error.errors(include_url=False)
    found = schema_problems(findings[:MAX_PROBLEMS], _KEYS)
    newer = [problem for problem in found if problem.code == "format-newer"]
    if newer or len(findings) > MAX_PROBLEMS:
        return None, newer or [*found, _more(found[-1], len(findings) - MAX_PROBLEMS)]
    return None, [*found, *_check_rest(repaired(raw, found))]


def _validated(raw: object) -> RoadmapTree:
    """Return the valid tree, put in the place of `raw` stage by stage: two whole ones take much room.

    Raises ValidationError with all that is wrong; what was valid before stays so.
    """
    if not isinstance(raw, dict) or not isinstance(raw.get("stages"), list):
        return _whole(raw)
    stages = raw["stages"]
    try:
        for number, stage in enumerate(stages):
            stages[number] = _STAGE.validate_python(stage)
    except ValidationError:
        return _whole(raw)
    return {**_whole({**raw, "stages": stages[:1]}), "stages": stages}


def _whole(raw: object) -> RoadmapTree:
    tree: RoadmapTree = _ADAPTER.validate_python(raw)
    return tree


def _first(problems: list[Problem]) -> list[Problem]:
    """Return no more problems than anyone reads at once, errors first, and how many are left."""
    if len(problems) <= MAX_PROBLEMS + 1:
        return problems
    ordered = sorted(problems, key=lambda problem: problem.severity)
    first = ordered[:MAX_PROBLEMS]
    return [*first, _more(first[-1], len(problems) - MAX_PROBLEMS)]


def _more(last: Problem, count: int) -> Problem:
    return replace(last, code="more-problems", facts={"count": count}, other=None)


def _check_rest(raw: object) -> list[Problem]:
    """Return what is wrong in a mended tree, but for what only mending it made wrong."""
    try:
        found = check_roadmap(_ADAPTER.validate_python(raw), with_doubts=True)
    except ValidationError:
        return []
    has_stand_in = STAND_IN in str(raw)
    return [
        problem
        for problem in found
        if not (has_stand_in and problem.code == "need-unknown")
        and not any(STAND_IN in str(fact) for fact in problem.facts.values())
    ]

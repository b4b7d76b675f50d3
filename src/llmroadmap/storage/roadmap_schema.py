"""The gate for roadmap files: nothing comes through that does not keep to the format."""

from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from llmroadmap.core.errors import RoadmapInvalid
from llmroadmap.core.problems import Problem
from llmroadmap.storage.roadmap_types import Item, Kind, Link, Retired, Roadmap, Stage
from llmroadmap.storage.schema_problems import schema_problems
from llmroadmap.storage.yaml_places import placed
from llmroadmap.storage.yaml_tree import read_with_problems

_ADAPTER: TypeAdapter[Any] = TypeAdapter(Roadmap)
_KEYS = {
    "": tuple(Roadmap.__annotations__),
    "stages": tuple(Stage.__annotations__),
    "items": tuple(Item.__annotations__),
    "links": tuple(Link.__annotations__),
    "retired": tuple(Retired.__annotations__),
}
_KINDS = get_args(Kind)


def validate(data: bytes, path: str | None = None) -> dict[str, Any]:
    """Return the validated tree of a roadmap file: dicts, lists, text, whole numbers, booleans.

    Raise `RoadmapInvalid` with all its errors, each with line and column; `path` is named in it.
    """
    tree, errors, _ = _examine(data)
    if errors or tree is None:
        raise RoadmapInvalid(tuple(errors), path)
    return tree


def problems(data: bytes) -> tuple[list[Problem], list[Problem]]:
    """Return all errors and all warnings of a roadmap file, in the order of its lines."""
    _, errors, warnings = _examine(data)
    return errors, warnings


def validate_tree(tree: object) -> dict[str, Any]:
    """Return a tree that a program built, validated; its problems have paths but no lines."""
    valid, found = _check(tree)
    errors = tuple(problem for problem in found if problem.severity == "error")
    if errors or valid is None:
        raise RoadmapInvalid(errors)
    return valid


def json_schema() -> dict[str, Any]:
    """Return the format as a JSON Schema, for editors that complete and check YAML."""
    schema = _ADAPTER.json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _examine(data: bytes) -> tuple[dict[str, Any] | None, list[Problem], list[Problem]]:
    try:
        raw, found = read_with_problems(data)
    except RoadmapInvalid as error:
        return None, list(error.problems), []
    tree = None
    if not any(problem.code == "yaml-alias" for problem in found):
        tree, more = _check(raw)
        found = [*found, *more]
    found = placed(data, found)
    errors = [problem for problem in found if problem.severity == "error"]
    return tree, errors, [problem for problem in found if problem.severity == "warning"]


def _check(raw: object) -> tuple[dict[str, Any] | None, list[Problem]]:
    try:
        tree = _ADAPTER.validate_python(raw)
    except ValidationError as error:
        return None, schema_problems(error.errors(include_url=False), _KEYS, _KINDS)
    return tree, []

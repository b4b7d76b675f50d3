"""Write docs/schemas/*.json and the tables of docs/json.md from the types that commands return."""

import json
import pkgutil
import sys
import types
import typing
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import llmroadmap  # noqa: E402
from llmroadmap.commands import COMMANDS, declaration  # noqa: E402
from llmroadmap.core.errors import LlmroadmapError  # noqa: E402
from llmroadmap.core.study.explanation import Explanation  # noqa: E402
from llmroadmap.declaration import Parameter  # noqa: E402
from llmroadmap.results.plan_in_turn import PlanInTurn  # noqa: E402
from llmroadmap.results.summaries import Reason  # noqa: E402
from llmroadmap.views.as_json import FORMAT  # noqa: E402

SCHEMAS = ROOT / "docs" / "schemas"
PAGE = ROOT / "docs" / "json.md"
MARK = "<!-- The rest is written by scripts/json_schemas.py. -->\n"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = {str: "string", int: "integer", bool: "boolean", float: "number", type(None): "null"}
# What a name that no item has was taken for, only where that was so.
GUESSED = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "id": {"type": "string"}},
        "required": ["name", "id"],
        "additionalProperties": False,
    },
}
# Records that a result imports only where there is any.
LATE = {"PlanInTurn": PlanInTurn}
# These are worded by the view: their JSON has the words too.
WORDED = (Reason, Explanation)
# The names that records have in the published schemas, where the class has another by now.
PUBLISHED = {
    "EventSummary": "Entry",
    "Explanation": "Term",
    "ItemEvent": "Happening",
    "ItemRef": "Place",
    "RemovedItem": "EarlierItem",
    "UndoneEvent": "Happened",
}


def published(kind: Any) -> str:
    """Return the name of a record in the schemas, which stays whatever the class is called."""
    return PUBLISHED.get(kind.__name__, kind.__name__)


def result_type(command: str) -> Any:
    """Return what the command returns."""
    run = import_module(f"llmroadmap.commands.{command}").run
    return typing.get_type_hints(run)["return"]


def fields(kind: Any) -> dict[str, Any]:
    """Return the fields of a result's JSON, with their types."""
    hints = typing.get_type_hints(kind, localns=LATE)
    found = {name: hints[name] for name in kind._fields}
    return {**found, "text": str} if kind in WORDED else found


def is_record(kind: Any) -> bool:
    return isinstance(kind, type) and hasattr(kind, "_fields")


class Schema:
    """Turns types into JSON Schema; records go to `$defs`."""

    def __init__(self) -> None:
        self.defs: dict[str, Any] = {}

    def of(self, kind: Any) -> dict[str, Any]:
        if kind in PLAIN:
            return {"type": PLAIN[kind]}
        if kind is Any or kind is object:
            return {}
        if is_record(kind):
            return self.record(kind)
        if isinstance(kind, type) and issubclass(kind, LlmroadmapError):
            return error_body()
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin in (typing.Union, types.UnionType):
            return {"anyOf": [self.of(each) for each in inner]}
        if origin is typing.Literal:
            return {"enum": list(inner)}
        if origin in (list, tuple):
            if origin is tuple and inner[-1] is not Ellipsis:
                items = [self.of(each) for each in inner]
                return {
                    "type": "array",
                    "prefixItems": items,
                    "minItems": len(items),
                    "items": False,
                }
            return {"type": "array", "items": self.of(inner[0])}
        if origin is dict or kind is dict:
            return {"type": "object", "additionalProperties": self.of(inner[1]) if inner else True}
        message = f"a result has a type that is not known here: {kind}"
        raise TypeError(message)

    def record(self, kind: Any) -> dict[str, Any]:
        name = published(kind)
        if name not in self.defs:
            self.defs[name] = None  # It may hold itself.
            properties = {key: self.of(each) for key, each in fields(kind).items()}
            self.defs[name] = {
                "description": said(kind),
                "type": "object",
                "properties": properties,
                "required": list(properties),
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}


def said(kind: Any) -> str:
    """Return the docstring as one paragraph each."""
    parts = (kind.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(part.split()) for part in parts)


def envelope(title: str, properties: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "title": title,
        "type": "object",
        "properties": {"format": {"const": FORMAT}, **properties},
        "required": ["format", *properties],
        "additionalProperties": False,
        **({"$defs": dict(sorted(defs.items()))} if defs else {}),
    }


def success(command: str) -> dict[str, Any]:
    """Return the schema of the command's answer."""
    schema = Schema()
    data = schema.of(result_type(command))
    title = f"llmroadmap {command} --json"
    made = envelope(title, {"ok": {"const": True}, "data": data}, schema.defs)
    if any(_names_an_item(each) for each in declaration(command).parameters):
        made["properties"]["guessed"] = GUESSED
    return made


def _names_an_item(parameter: Parameter) -> bool:
    kind = parameter.declared.kind
    return kind is not None and kind.completer.startswith("items:")


def error_codes() -> list[str]:
    for module in pkgutil.walk_packages(llmroadmap.__path__, "llmroadmap."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    codes, rest = set(), [LlmroadmapError]
    while rest:
        kinds = rest.pop().__subclasses__()
        codes |= {kind.code for kind in kinds}
        rest += kinds
    return sorted(codes - {LlmroadmapError.code})


def error_body() -> dict[str, Any]:
    return {
        "description": "`code` is stable; beside it are the facts of this kind of error.",
        "type": "object",
        "properties": {
            "code": {"enum": error_codes()},
            "message": {"type": "string"},
            "hint": {"type": "string"},
        },
        "required": ["code", "message", "hint"],
    }


def failure() -> dict[str, Any]:
    """Return the schema of an error, whichever command it comes from."""
    title = "the error of any command with --json"
    return envelope(title, {"ok": {"const": False}, "error": error_body()}, {})


def all_records() -> list[Any]:
    """Return every record that any command's answer is made of."""
    found: list[Any] = []
    for command in COMMANDS:
        records_in(result_type(command), found)
    return found


def label(kind: Any) -> str:
    """Return the name of a record, with that of its module where two have the same."""
    same = [each for each in all_records() if published(each) == published(kind)]
    module = kind.__module__.rpartition(".")[2].strip("_")
    return published(kind) if len(same) == 1 else f"{published(kind)}-{module}"


def name_of(kind: Any) -> str:
    """Return a type as the page names it."""
    if kind in PLAIN:
        return PLAIN[kind]
    if is_record(kind):
        return f"[{label(kind)}](#{label(kind).lower()})"
    if isinstance(kind, type) and issubclass(kind, LlmroadmapError):
        return "error"
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(name_of(each) for each in inner)
    if origin is typing.Literal:
        return ", ".join(f"`{each}`" for each in inner)
    if origin in (list, tuple):
        return f"list of {name_of(inner[0])}"
    if origin is dict:
        return f"object of {name_of(inner[1])}"
    return "anything"


def records_in(kind: Any, found: list[Any]) -> None:
    """Collect the records that a type is made of, itself first."""
    if is_record(kind):
        if kind in found:
            return
        found.append(kind)
        for each in fields(kind).values():
            records_in(each, found)
    for each in typing.get_args(kind):
        records_in(each, found)


def table(kind: Any) -> str:
    rows = [f"| `{name}` | {name_of(each)} |" for name, each in fields(kind).items()]
    return "\n".join([said(kind), "", "| field | type |", "| --- | --- |", *rows, ""])


def page() -> str:
    """Return the generated part of docs/json.md."""
    shared: list[Any] = []
    parts = ["\n## Commands\n"]
    for command in COMMANDS:
        kind = result_type(command)
        parts.append(f"### llmroadmap {command}\n\nSchema: [schemas/{command}.json]"
                     f"(schemas/{command}.json).\n")  # fmt: skip
        parts.append(table(kind))
        for each in fields(kind).values():
            records_in(each, shared)
    parts.append("## Parts of the answers\n")
    shared.sort(key=label)
    parts += [f"### {label(kind)}\n\n{table(kind)}" for kind in shared]
    return "\n".join(parts)


def everything() -> dict[Path, str]:
    """Return every file that is generated, with its text."""
    found = {f"{command}.json": success(command) for command in COMMANDS}
    found["error.json"] = failure()
    files = {
        SCHEMAS / name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in found.items()
    }
    head = PAGE.read_text(encoding="utf-8").partition(MARK)[0] if PAGE.exists() else ""
    files[PAGE] = head + MARK + page()
    return files


def main() -> None:
    SCHEMAS.mkdir(parents=True, exist_ok=True)
    wanted = everything()
    for path in SCHEMAS.glob("*.json"):
        if path not in wanted:
            path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

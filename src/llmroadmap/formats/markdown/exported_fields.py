"""The hidden fields of an exported file: which there are, and that they hold what they should."""

from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from llmroadmap.formats.markdown.writing import TEXTS
from llmroadmap.formats.roadmap_yaml.schema_types import Item, Link, Roadmap, Stage

_SHOWN = frozenset({"format", "id", "title", "about", "links", "items", "stages", "url"})
_TEXT: TypeAdapter[Any] = TypeAdapter(get_args(Item.__annotations__["about"])[0])
_FIELDS: dict[str, dict[str, TypeAdapter[Any]]] = {
    # All of them are NotRequired[…], which says where a type may stand and is none itself.
    where: {
        name: TypeAdapter(get_args(kind)[0]) for name, kind in table.items() if name not in _SHOWN
    }
    for where, table in (
        ("roadmap", Roadmap.__annotations__),
        ("stage", Stage.__annotations__),
        ("item", Item.__annotations__),
        ("link", Link.__annotations__),
    )
}


def in_every_language(name: str, text: str, found: Any) -> str | dict[str, str]:
    """Return a text that is shown with what it is in other languages, where that is hidden."""
    texts = found.get(TEXTS) if isinstance(found, dict) else None
    known = texts.get(name) if isinstance(texts, dict) else None
    match known:
        case [str(shown), dict(others)] if _are_texts({shown: text, **others}):
            return {shown: text, **others}
    return text


def _are_texts(found: dict[Any, Any]) -> bool:
    try:
        _TEXT.validate_python(found)
    except ValidationError:
        return False
    return True


def hidden_fields(where: str, found: Any) -> dict[str, Any]:
    """Return the fields of a roadmap, stage, item or link in `found` that keep to the format."""
    if not isinstance(found, dict):
        return {}
    kept = {}
    for name, gate in _FIELDS[where].items():
        if name in found:
            try:
                kept[name] = gate.validate_python(found[name])
            except ValidationError:
                continue
    return kept

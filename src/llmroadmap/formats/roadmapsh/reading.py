"""roadmap.sh's files as roadmaps: drawings, content tables, content files, tree.json."""

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Any

from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan, LeftOut
from llmroadmap.formats.json_text import parse_plan_json
from llmroadmap.formats.roadmapsh.cleaning import clean_about, clean_line
from llmroadmap.formats.roadmapsh.content import (
    Content,
    content_id,
    is_content_table,
    read_content_file,
    read_content_table,
)
from llmroadmap.formats.roadmapsh.entries import Entry, outline_roadmap
from llmroadmap.formats.roadmapsh.graph import mapping, read_graph
from llmroadmap.formats.roadmapsh.numbered import folder_title, numbered_outline
from llmroadmap.formats.roadmapsh.outline import graph_outline
from llmroadmap.formats.roadmapsh.tree import is_tree, tree_outline

_Contents = Mapping[str, Content]


def read_roadmapsh(text: str, name: str = "") -> ImportedPlan:
    """Read one JSON file of roadmap.sh; `name` is the title where the file has none.

    Which of its formats it is shows in its keys. Raises PlanUnreadable.
    """
    return _read_document(parse_plan_json(text), {}, clean_line(name))


def read_roadmapsh_folder(files: Mapping[str, str], name: str = "") -> ImportedPlan:
    """Read a roadmap's folder, file names to texts: a drawing or tree with its content files.

    Without a drawing the content files alone are the plan, by title. Raises PlanUnreadable.
    """
    contents = {
        node_id: _content_of(path, files[path])
        for path in sorted(files)
        if path.endswith(".md") and (node_id := content_id(path)[1])
    }
    documents = [parse_plan_json(files[path]) for path in sorted(files) if path.endswith(".json")]
    for document in documents:
        if is_content_table(document):
            contents = {**read_content_table(document), **contents}
    plans = [document for document in documents if _is_drawing(document) or is_tree(document)]
    if plans:
        best = max(plans, key=lambda document: _matches(document, contents))
        return _read_document(best, contents, clean_line(name))
    numbered = [] if contents else numbered_outline(files)
    if numbered:
        return _plan(folder_title(files) or clean_line(name), numbered)
    if not contents and any(_is_wireframe(document) for document in documents):
        raise PlanUnreadable("roadmapsh-wireframe")
    ordered = sorted(contents.items(), key=lambda pair: (pair[1].title.casefold(), pair[0]))
    return _from_contents(dict(ordered), clean_line(name))


def _read_document(document: Any, contents: _Contents, name: str) -> ImportedPlan:
    if _is_wireframe(document):
        raise PlanUnreadable("roadmapsh-wireframe")
    if _is_drawing(document):
        return _from_drawing(document, contents, name)
    if is_tree(document):
        title, entries = tree_outline(document)
        origins = _add_contents(entries, contents)
        return _plan(title or name, entries, _strangers(contents, origins))
    if is_content_table(document):
        return _from_contents(read_content_table(document), name)
    raise PlanUnreadable("roadmapsh-unknown", detail=_keys(document))


def _is_drawing(document: object) -> bool:
    parts = mapping(document), mapping(mapping(document).get("draft"))
    return any(isinstance(part.get("nodes"), list) for part in parts)


def _is_wireframe(document: object) -> bool:
    return "mockup" in mapping(document)


def _keys(document: object) -> str:
    """Return what a stranger's file begins with, for the message that says what was expected."""
    if isinstance(document, dict):
        return ", ".join(clean_line(key, 30) for key in list(document)[:6])
    return type(document).__name__


def _from_drawing(document: Mapping[str, Any], contents: _Contents, name: str) -> ImportedPlan:
    part = document if document.get("nodes") else mapping(document.get("draft")) or document
    graph = read_graph(part.get("nodes"), part.get("edges"))
    entries, left_out = graph_outline(graph, contents)
    drawn = next((node.label for node in graph.of_type("title") if node.label), "")
    title = clean_line(_text(document.get("title"))) or drawn or name
    about = clean_about(_text(document.get("description")))
    return _plan(title, entries, left_out + _strangers(contents, graph.nodes), about)


def _from_contents(contents: _Contents, name: str) -> ImportedPlan:
    """Make a flat plan of texts alone: nothing says what belongs to what."""
    entries = [
        Entry(
            title=content.title,
            origin=node_id,
            about=content.about,
            links=[dict(link) for link in content.links],
        )
        for node_id, content in contents.items()
        if content.title
    ]
    untitled = len(contents) - len(entries)
    left_out = [LeftOut(what="order", lines=())] if len(entries) > 1 else []
    if untitled:
        left_out.append(LeftOut(what="nameless-boxes", lines=(), example=str(untitled)))
    return _plan(name, entries, tuple(left_out))


def _plan(
    title: str, entries: list[Entry], left_out: tuple[LeftOut, ...] = (), about: str = ""
) -> ImportedPlan:
    return ImportedPlan(
        roadmap=outline_roadmap(title or "Roadmap", entries, about), left_out=left_out
    )


def _text(value: object) -> str:
    """Return a text that official documents keep in two forms, for the card and for the page."""
    if isinstance(value, dict):
        return clean_line(value.get("page"), 400) or clean_line(value.get("card"), 400)
    return clean_line(value, 400)


def _content_of(path: str, text: str) -> Content:
    content = read_content_file(text)
    slug = clean_line(content_id(path)[0].replace("-", " ")).capitalize()
    return content if content.title else replace(content, title=slug)


def _matches(document: Any, contents: _Contents) -> int:
    """Count the nodes that a drawing or tree has in common with the content files."""
    rows = document if isinstance(document, list) else document.get("nodes")
    ids = [mapping(row).get("id") for row in rows or ()]
    return sum(isinstance(node_id, str) and node_id in contents for node_id in ids)


def _add_contents(entries: list[Entry], contents: _Contents) -> set[str]:
    """Add about and links to entries by their origin; return all origins there are."""
    origins = set()
    todo = list(entries)
    while todo:
        entry = todo.pop()
        origins.add(entry.origin)
        todo += entry.children
        content = contents.get(entry.origin)
        if content:
            entry.about = content.about
            entry.links = [dict(link) for link in content.links]
    return origins


def _strangers(contents: _Contents, known: Container[str]) -> tuple[LeftOut, ...]:
    """Report contents of nodes that the drawing does not have."""
    titles = [content.title for node_id, content in contents.items() if node_id not in known]
    return (LeftOut(what="content-without-node", lines=(), example=titles[0]),) if titles else ()

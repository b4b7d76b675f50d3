"""roadmap.sh's folders before 2024: `content/100-topic/{index.md,101-subtopic.md}`, in the order of the numbers."""

import re
from collections.abc import Mapping

from llmroadmap.formats.roadmapsh.cleaning import clean_line
from llmroadmap.formats.roadmapsh.content import read_content_file
from llmroadmap.formats.roadmapsh.entries import Entry

_PART = re.compile(r"(?P<number>\d{1,4})-(?P<slug>[^/]+)")
_INDEX = "index.md"
_TITLE = re.compile(r"^title:\s*['\"]?(.+?)['\"]?\s*$", re.MULTILINE)
_Path = tuple[str, ...]


def numbered_outline(files: Mapping[str, str]) -> list[Entry]:
    """Return the topics in a folder's numbered files, none where there are no such."""
    nodes: dict[_Path, Entry] = {}
    root = Entry(title="")
    found = {path: _parts(path) for path in files if path.endswith(".md")}
    numbered = {path: parts for path, parts in found.items() if parts}
    for path, parts in sorted(numbered.items(), key=lambda pair: [_key(p) for p in pair[1]]):
        entry = _entry(parts, nodes, root)
        content = read_content_file(files[path])
        entry.title = content.title or entry.title
        entry.about = content.about
        entry.links = [dict(link) for link in content.links]
    return root.children


def folder_title(files: Mapping[str, str]) -> str:
    """Return the title in the front matter of a roadmap's own file, "" without one."""
    for path in sorted(files):
        text = files[path].lstrip("\ufeff")
        if "/" not in path.replace("\\", "/") and path.endswith(".md") and text.startswith("---"):
            found = _TITLE.search(text.split("\n---", 1)[0])
            if found:
                return clean_line(found[1])
    return ""


def _parts(path: str) -> _Path:
    """Return the numbered parts of a path; nothing where one of its files is not numbered."""
    parts = path.replace("\\", "/").split("/")
    if parts[-1] == _INDEX:
        parts = parts[:-1]
    else:
        parts[-1] = parts[-1].removesuffix(".md")
    first = next((n for n, part in enumerate(parts) if _PART.fullmatch(part)), len(parts))
    rest = tuple(parts[first:])
    return rest if all(_PART.fullmatch(part) for part in rest) else ()


def _key(part: str) -> tuple[int, str]:
    found = _PART.fullmatch(part)
    return (int(found["number"]), found["slug"]) if found else (0, part)


def _entry(parts: _Path, nodes: dict[_Path, Entry], parent: Entry) -> Entry:
    """Return the entry of a path, made with all those above it where they are new."""
    for end in range(1, len(parts) + 1):
        path = parts[:end]
        if path not in nodes:
            slugs = [_key(part)[1] for part in path]
            title = clean_line(slugs[-1].replace("-", " ")).capitalize()
            nodes[path] = Entry(title=title, origin=":".join(slugs))
            parent.children.append(nodes[path])
        parent = nodes[path]
    return parent

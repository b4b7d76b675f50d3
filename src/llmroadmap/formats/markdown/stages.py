"""Which sections of a plan are its stages, and what its title is."""

from llmroadmap.formats.markdown.names import (
    is_beginning,
    is_contents,
    is_sequence,
    never_a_part,
    rarely_a_part,
)
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.markdown.titles import LONGEST_ABOUT

_DOMINANT = 0.9


def plan_title(outline: Node, front_title: str, default: str) -> str:
    """Return the plan's title: of its front matter, else its one top heading, else its first."""
    if front_title:
        return front_title
    top = _title_section(outline)
    return top.title if top is not None else default


def plan_about(outline: Node) -> str:
    """Return what the plan says about itself before its first section."""
    top = _title_section(outline)
    about = top.about if top is not None else ""
    return (about or outline.about)[:LONGEST_ABOUT]


def _title_section(outline: Node) -> Node | None:
    sections = [child for child in outline.children if child.form == "section"]
    highest = min((section.level for section in sections), default=0)
    tops = [section for section in sections if section.level == highest]
    if len(tops) == 1 and (highest == 1 or tops[0] is sections[0]):
        return tops[0]
    if not sections or _holds_items(sections[0]) or not _may_be_title(sections[0].title):
        return None
    return sections[0]


def _may_be_title(title: str) -> bool:
    about_plan = is_beginning(title) or is_contents(title) or is_sequence(title)
    return not (about_plan or never_a_part(title) or rarely_a_part(title))


def _holds_items(node: Node) -> bool:
    return any(part.form in {"item", "row"} or part.linked for part in node.walk() if part != node)


def stages(kept: Node, title: str) -> list[Node]:
    """Return the plan's stages in order, each a section whose children are its courses."""
    found: list[Node] = []
    for part in _parts(kept, title):
        courses = _courses(part)
        if courses:
            part.children = courses
            found.append(part)
    return found


def _parts(kept: Node, title: str) -> list[Node]:
    """Open up the title's section, and a section that holds nearly everything."""
    parts = _split(kept, title)
    while True:
        total = sum(map(_steps, parts))
        big = next((part for part in parts if _is_wrapper(part, total, title)), None)
        if big is None:
            return parts
        at = parts.index(big)
        parts[at : at + 1] = _split(big, big.title)


def _is_wrapper(part: Node, total: int, title: str) -> bool:
    if part.form != "section":
        return False
    sections = [child for child in part.children if child.is_section and child.children]
    if part.title == title and sections:
        return True
    return len(sections) >= 2 and _steps(part) >= _DOMINANT * total


def _split(node: Node, title: str) -> list[Node]:
    """Return the sections in `node`, and its own items as a part of their own.

    Where a plan has no headings, the groups of its list are its parts.
    """
    own = Node(title=title, line=node.line, form="section")
    parts: list[Node] = []
    for child in node.children:
        if child.children:
            parts.append(child)
            continue
        if not own.children:
            own.line = child.line
            parts.append(own)
        own.children.append(child)
    return parts


def _courses(part: Node) -> list[Node]:
    """Return a stage's courses: its sections, and one that takes its loose items."""
    courses: list[Node] = []
    loose = [child for child in part.children if not (child.is_section and child.children)]
    if loose:
        around = Node(
            title=part.title, line=part.line, form="section", about=part.about, children=loose
        )
        around.links = part.links
        courses.append(around)
    courses += [child for child in part.children if child.is_section and child.children]
    return courses


def _steps(node: Node) -> int:
    return sum(not part.children for part in node.walk())

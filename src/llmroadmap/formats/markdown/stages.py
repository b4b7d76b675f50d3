"""Which sections of a plan are its stages, and what its title is."""

from llmroadmap.formats.markdown.names import (
    is_beginning,
    is_contents,
    is_home,
    is_sequence,
    never_a_part,
    plain_name,
    rarely_a_part,
)
from llmroadmap.formats.markdown.nodes import Node

_DOMINANT = 0.9


def plan_title(outline: Node, front_title: str, default: str) -> str:
    """Return the plan's title: of its front matter, else its one top heading, else its first.

    A page that its site calls only "Home" is called by its heading.
    """
    top = _title_section(outline)
    if front_title and not (is_home(front_title) and top is not None):
        return front_title
    if top is not None and not is_contents(top.title):
        return top.title
    return default


def plan_about(outline: Node) -> str:
    """Return what the plan says about itself before its first section."""
    return _opening(outline).about


def opening_lines(outline: Node, title: str) -> set[int]:
    """Return the lines of the plan's title, and of what it says about itself."""
    top = _title_section(outline)
    lines = {top.line} if top is not None and top.title == title else set()
    return lines | _opening(outline).lines


def _opening(outline: Node) -> Node:
    """Return the section that tells about the whole plan."""
    top = _title_section(outline)
    return top if top is not None and top.about else outline


def _title_section(outline: Node) -> Node | None:
    sections = [child for child in outline.children if child.form == "section"]
    highest = min((section.level for section in sections), default=0)
    tops = [section for section in sections if section.level == highest]
    if len(tops) == 1 and highest == 1:
        return tops[0]
    if len(tops) == 1 and tops[0] is sections[0] and _may_be_title(tops[0].title):
        return tops[0]
    if not sections or not _may_be_title(sections[0].title):
        return None
    # Of several headings of the first rank, the one that opens the page is its title.
    is_first = sections[0].level == 1 and sections[0] is outline.children[0]
    return sections[0] if is_first or not _holds_items(sections[0]) else None


def _may_be_title(title: str) -> bool:
    about_plan = is_beginning(title) or is_contents(title) or is_sequence(title)
    return not (about_plan or never_a_part(title) or rarely_a_part(title))


def _holds_items(node: Node) -> bool:
    return any(
        part.form in {"item", "row"} or (part.linked and part.form != "links")
        for part in node.walk()
        if part is not node
    )


def stages(kept: Node, title: str) -> list[Node]:
    """Return the plan's stages in order, each a section with its courses and loose steps."""
    found: list[Node] = []
    for part in _parts(kept, title):
        if part.children:
            if is_contents(part.title):
                part.title, part.line = title, 0  # The line of its heading says nothing more.
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
    if part.form != "section" or _belongs_together(part):
        return False
    sections = [child for child in part.children if child.is_section and child.children]
    groups = [child for child in part.children if child.children]
    if plain_name(part.title) == plain_name(title) and (sections or len(groups) >= 2):
        return True
    return len(sections) >= 2 and _steps(part) >= _DOMINANT * total


def _split(node: Node, title: str) -> list[Node]:
    """Return the sections in `node`, and its own items as parts of their own.

    Where a plan has no headings, the groups of its list are its parts.
    """
    if _belongs_together(node):
        whole = Node(title=title, line=node.line, form="section", own=True)
        whole.children, whole.about, whole.links = node.children, node.about, node.links
        whole.lines = node.lines
        return [whole]
    parts: list[Node] = []
    own: Node | None = None
    for child in node.children:
        if child.children:
            parts.append(child)
            own = None
        else:
            if own is None:
                own = _first_part(parts, title)
                if own is None:
                    own = Node(title=title, line=child.line, form="section", own=True)
                    parts.append(own)
            own.children.append(child)
    return parts


def _first_part(parts: list[Node], title: str) -> Node | None:
    """Return the part that already holds what stands outside of sections."""
    return next((part for part in parts if part.own and part.title == title), None)


def _belongs_together(node: Node) -> bool:
    """Tell whether sections that are steps stand among sections with steps: week 1 has only words."""
    sections = [child for child in node.children if child.is_section]
    groups = [child for child in node.children if child.children]
    if groups and not sections and len(groups) < len(node.children):
        # A list in which some items have parts: its order is the plan's.
        counted = any(is_sequence(group.title) for group in groups)
        return not counted or all(is_sequence(child.title) for child in node.children)
    steps = [child for child in sections if not child.children]
    if not steps or len(steps) == len(sections):
        return False
    counted = all(is_sequence(child.title) for child in sections)
    return counted or len(steps) * 4 >= len(sections)


def _steps(node: Node) -> int:
    return sum(not part.children for part in node.walk())

"""A folder's pages as one plan: its index is the plan, and what it links to is put in its place.

Without an index, each page is a part, in the order of the numbers in their names. A page that is
running text is a step; one that holds steps is a group of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from posixpath import dirname
from urllib.parse import quote, unquote, urljoin

from llmroadmap.formats import PlanSource
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.folder.pages import Pages, is_book, stem, title_of
from llmroadmap.formats.imported_plan import ImportedPlan, LeftOut
from llmroadmap.formats.markdown.names import is_contents, is_home
from llmroadmap.formats.markdown.nodes import Node
from llmroadmap.formats.markdown.reading import (
    MOST_ITEMS,
    Page,
    plan_of,
    read_opening,
    read_page,
)
from llmroadmap.formats.markdown.stages import stages
from llmroadmap.formats.ticks import DONE, is_status_head, state_of_cell
from llmroadmap.formats.times import read_minutes

# Stands for the folder in the addresses of links between its pages; `.invalid` is nobody's.
_HERE = "https://folder.invalid/"
_WHOLE_BOOK = ("paragraphs", "sections", "lists")
_PROPERTY = re.compile(r"([^\s:#*\[`|-][^:\n]{0,40}):\s+(\S.*)")
_BOOK_HEADS = frozenset({"summary", "_sidebar"})
_LEAST_LINKED = 2
_OWN_STEPS = 3
_DEEPEST = 12
# What a page may be refused as that is a lesson all the same.
_LESSONS = frozenset({"", "prose", "no-signs", "table"})


def read_folder(source: PlanSource) -> ImportedPlan:
    """Return the plan in the pages of a folder; raises PlanUnreadable."""
    return _Folder(source=source, pages=Pages.of(source.files or {})).plan()


@dataclass(slots=True)
class _Folder:
    source: PlanSource
    pages: Pages
    used: set[str] = field(default_factory=set)
    left_out: list[LeftOut] = field(default_factory=list)
    lessons: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    in_book: bool = False

    def plan(self) -> ImportedPlan:
        root = _opened(self._folder("", 0))
        if not root.children:
            raise PlanUnreadable("no-steps")
        if sum(1 for _ in root.walk()) > MOST_ITEMS:
            raise PlanUnreadable("plan-too-large", detail=str(MOST_ITEMS))
        name = title_of(self.source.name) or "Study plan"
        title = name if is_home(root.title) or not root.title else root.title
        page = Page(
            title=title,
            about=root.about,
            parts=_parts(root, title),
            left_out=tuple(self._told()),
            doubt="few-signs" if self.doubts and not self._has_signs(root) else "",
        )
        return plan_of(page, name)

    def _has_signs(self, root: Node) -> bool:
        return any(node.box for node in root.walk()) or len(self.lessons) > _LEAST_LINKED

    def _told(self) -> Iterator[LeftOut]:
        yield from self.left_out
        for what, paths in (
            ("page-text", list(dict.fromkeys(self.lessons))),
            ("unnamed-pages", [path for path in self.unnamed if path not in self.used]),
            ("other-files", self.pages.others),
        ):
            if paths:
                words = ", ".join(paths[:3]) + (f" … ({len(paths)})" if len(paths) > 3 else "")
                yield LeftOut(what=what, lines=(), example=words)

    # --- folders ---

    def _folder(self, folder: str, depth: int) -> Node:
        """Return what is in a folder as a group."""
        node = Node(title=title_of(folder) if folder else "", line=0, form="section")
        if depth > _DEEPEST:
            return node
        index = self.pages.index(folder)
        linked = 0
        if index and index not in self.used:
            self.used.add(index)
            before = len(self.used)
            self.in_book = is_book(index)
            self._take_page(node, index, depth, is_index=True)
            linked = len(self.used) - before
        rest = [path for path in self.pages.in_folder(folder) if path not in self.used]
        below = [each for each in self.pages.folders(folder) if not self._is_used(each)]
        names_all = linked >= _LEAST_LINKED and (self.in_book or linked >= len(rest) + len(below))
        if names_all and "sections" not in self.source.include:
            self.unnamed += [path for path in self.pages.texts if _is_in(path, folder)]
        else:
            own = sum(not part.children for part in node.walk() if part is not node)
            self._take_rest(node, rest, below, depth, lessons=own < _OWN_STEPS)
        return node

    def _take_rest(
        self, node: Node, rest: list[str], below: list[str], depth: int, *, lessons: bool
    ) -> None:
        """Add the pages and folders that no index has put in their place."""
        folders = {each.casefold(): each for each in below}
        for path in rest:
            beside = folders.get(path.rpartition(".")[0].casefold(), "")
            if beside and not path.lower().endswith((".csv", ".tsv")):
                folders.pop(beside.casefold())
                found: Node | None = self._folder(beside, depth + 1)
            else:
                found = self._page(path, depth)
            if found is not None and (found.children or lessons or found.box):
                node.children.append(found)
            elif found is not None:
                self.unnamed.append(path)
                self.used.discard(path)
        for each in folders.values():
            if not self._is_used(each):
                found = self._folder(each, depth + 1)
                if found.children:
                    node.children.append(found)

    def _is_used(self, folder: str) -> bool:
        """Tell whether everything in a folder has its place already."""
        return all(path in self.used for path in self.pages.texts if _is_in(path, folder))

    # --- pages ---

    def _page(self, path: str, depth: int) -> Node | None:
        """Return a page as a group or a step, None where it is none."""
        self.used.add(path)
        node = Node(title="", line=0)
        return node if self._take_page(node, path, depth) else None

    def _take_page(self, node: Node, path: str, depth: int, *, is_index: bool = False) -> bool:
        """Put what a page says into a node."""
        text = self._properties(node, path)
        page = self._read(path, text, is_index=is_index)
        if page is None:
            return False
        node.title = "" if is_book(path) else page.title
        node.about = node.about or page.about
        steps = page.parts
        for step in steps if is_book(path) else ():
            if step.title.casefold() in _BOOK_HEADS or is_contents(step.title):
                step.title = title_of(self.source.name)
        if len(steps) == 1 and (steps[0].own or steps[0].title == page.title):
            steps = steps[0].children
        node.children = steps
        if steps:
            node.form = "section"
            self.left_out += [replace(left, path=path) for left in page.left_out]
            self.doubts += [page.doubt] if page.doubt and not is_index else []
        elif not is_index:
            self.lessons.append(path)
        for part in list(node.walk()):
            self._settle(part, path, depth)
        if path.lower().endswith((".csv", ".tsv")):
            self._take_rows(node, path, depth)
        return True

    def _read(self, path: str, text: str, *, is_index: bool) -> Page | None:
        """Return what a page comes to: without parts where it is a lesson, None where it is neither."""
        default = title_of(path)
        include = (
            tuple({*self.source.include, *_WHOLE_BOOK}) if is_book(path) else self.source.include
        )
        try:
            page = read_page(
                text,
                base=_HERE + quote(f"{dirname(path)}/" if dirname(path) else ""),
                default_title=default,
                include=include,
                force=self.source.force,
            )
        except PlanUnreadable as error:
            if error.reason == "no-plan" and error.detail not in _LESSONS and not is_index:
                self.pages.others.append(path)
                return None
            if error.reason not in {"no-plan", "no-steps"}:
                error.path = path
                raise
            return read_opening(text, default)
        boxes = any(part.box for stage in page.parts for part in stage.walk())
        is_lesson = page.doubt == "prose" or (self.in_book and not boxes)
        return replace(page, parts=[]) if is_lesson and not is_index else page

    def _properties(self, node: Node, path: str) -> str:
        """Take the lines with a page's properties off an exported page, and read its state."""
        text = self.pages.with_links(path)
        suffix = path.lower().rpartition(".")[2]
        if suffix in {"csv", "tsv"}:
            from llmroadmap.formats.csv.reading import table_text

            return table_text(PlanSource(path=path, text=text, force=True))
        if suffix == "org":
            from llmroadmap.formats.org.reading import org_text

            return org_text(text)
        lines = text.split("\n")
        if path not in self.pages.exported or not lines[0].startswith("# "):
            return text
        start = next((n for n, line in enumerate(lines[1:], 1) if line.strip()), len(lines))
        end = start
        while end < len(lines) and (found := _PROPERTY.fullmatch(lines[end].strip())):
            if is_status_head(found[1]):
                node.box = node.box or state_of_cell(found[2])
            node.minutes = node.minutes or read_minutes(found[2])
            lines[end] = ""
            end += 1
        return "\n".join(lines)

    def _settle(self, node: Node, path: str, depth: int) -> None:
        """Put the pages that a node links to in its place, and give its links their addresses."""
        links, is_filled = [], False
        for link in node.links:
            if not link["url"].startswith(_HERE):
                words = link.get("title", node.title)
                target = self.pages.linked("", words, "") if "hackmd" in link["url"] else ""
                links.append(link)
            else:
                relative = link["url"].removeprefix(_HERE)
                target = self.pages.linked(relative, link.get("title", node.title), "")
                if self.source.base:
                    links.append({**link, "url": urljoin(self.source.base, relative)})
                elif not target:
                    left = LeftOut(
                        what="relative-links",
                        lines=(node.line,),
                        example=unquote(relative)[:80],
                        path=path,
                    )
                    self.left_out.append(left)
            if target and not is_filled:
                is_filled = self._fill(node, target, depth)
        node.links = links

    def _fill(self, node: Node, target: str, depth: int) -> bool:
        """Put a page or folder below the node that links to it; each has one place only."""
        if target in self.used or depth > _DEEPEST:
            return False
        in_book = self.in_book
        if target.endswith("/"):
            found: Node | None = self._folder(target.rstrip("/"), depth + 1)
        elif self._has_folder(target):
            found = self._folder(self._has_folder(target), depth + 1)
        else:
            found = self._page(target, depth + 1)
        self.in_book = in_book
        if found is None:
            return False
        if node.box == DONE and not any(part.box for part in found.walk()):
            for part in found.walk():
                part.state = DONE
        node.children = [*found.children, *node.children]
        node.about = node.about or found.about
        node.box = node.box or found.box
        node.minutes = node.minutes or found.minutes
        node.optional = node.optional or found.optional
        return True

    def _has_folder(self, path: str) -> str:
        """Return the folder that a page is the index of, "" for none."""
        beside = path.rpartition(".")[0]
        if not path.lower().endswith(".md"):
            return ""
        if any(_is_in(each, beside) for each in self.pages.texts):
            return beside
        folder = dirname(path)
        return folder if folder and self.pages.index(folder) == path else ""

    def _take_rows(self, table: Node, path: str, depth: int) -> None:
        """Put the pages of a database below its rows."""
        folder = path.rpartition(".")[0]
        pages = [each for each in self.pages.in_folder(folder) if each not in self.used]
        rows = {part.title.casefold(): part for part in table.walk() if not part.children}
        for each in pages:
            first = self.pages.texts[each].lstrip().split("\n", 1)[0].removeprefix("# ").strip()
            row = rows.get(first.casefold()) or rows.get(stem(each).casefold())
            if row is not None:
                self._fill(row, each, depth + 1)


def _opened(root: Node) -> Node:
    """Return the one page that a folder holds as the whole, where that is all there is."""
    while len(root.children) == 1 and root.children[0].is_section and root.children[0].children:
        child = root.children[0]
        if root.about or (root.title and not is_home(root.title)):
            break
        root = child
    return root


def _parts(root: Node, title: str) -> list[Node]:
    """Return the stages; pages that are a step each stay where they are among the others."""
    first = next((n for n, child in enumerate(root.children) if child.children), 0)
    if all(child.children for child in root.children[first:]) or not first + 1:
        return stages(root, title)
    if any(child.children for child in root.children):
        whole = Node(title=title, line=0, form="section", own=True)
        whole.children = root.children
        return [whole]
    return stages(root, title)


def _is_in(path: str, folder: str) -> bool:
    return not folder or path.startswith(f"{folder}/")

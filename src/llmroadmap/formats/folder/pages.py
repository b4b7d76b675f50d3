"""The pages of a folder: which there are, what they are called, in which order they are read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from llmroadmap.formats.counting import count_of
from llmroadmap.formats.markdown.names import is_beginning

PAGES = (".md", ".markdown", ".csv", ".tsv", ".org")
# What Notion puts behind every name.
_NOTION_ID = re.compile(r"[ _-][0-9a-f]{32}(?=\.\w+$|/|_all\.csv$|$)")
_NUMBER = re.compile(r"^\d{1,4}(?:\.\d{1,3})*[-_.、) ]+(?=\S)")
_ABOUT_A_PROJECT = re.compile(
    r"(?:licen[cs]e|contributing|contributors|code[-_]of[-_]conduct|changelog|security|support|authors|governance|"
    r"pull_request_template|issue_template)(?:[-_.][\w-]+)?",
    re.IGNORECASE,
)
_INDEXES = ("summary", "_sidebar", "readme", "index", "_index", "home", "book", "首页", "目录")
_BOOKS = ("summary", "_sidebar")
_OTHER_README = re.compile(r"(?:readme|summary|index)[-_.]\w{2,8}", re.IGNORECASE)
_DIGITS = re.compile(r"(\d+)")
_LINK = re.compile(r"\]\(<?([^()<>\n]{1,300})>?\)")
_LEAST_LINKED = 2
_WIKI = re.compile(
    r"(?<!!)\[\[([^\[\]|#\n]{1,200})(?:#[^\[\]|\n]{0,200})?(?:\\?\|([^\[\]\n]{1,200}))?\]\]"
)


@dataclass(slots=True)
class Pages:
    """The texts of a folder by path, without Notion's ids in the names.

    `others` are files that are neither pages nor about the project itself.
    """

    texts: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    exported: set[str] = field(default_factory=set)
    _paths: dict[str, str] = field(default_factory=dict)
    _by_name: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, files: Mapping[str, str]) -> "Pages":
        """Return the pages in a folder's files."""
        pages = cls()
        top = _common_folder([path.replace("\\", "/") for path in files])
        cleaned = {_NOTION_ID.sub("", path.replace("\\", "/"))[len(top) :] for path in files}
        for given in sorted(files):
            path = given.replace("\\", "/")[len(top) :]
            clean = _NOTION_ID.sub("", path)
            if f"{clean.removesuffix('.csv')}_all.csv" in cleaned:
                continue  # Notion writes a database twice; all of it is in the other.
            clean = clean.replace("_all.csv", ".csv") if clean != path else clean
            name = stem(path)
            is_page = path.lower().endswith(PAGES)
            if not is_page or _ABOUT_A_PROJECT.fullmatch(name) or _OTHER_README.fullmatch(name):
                pages.others.append(path)
                continue
            clean = path if clean in pages.texts else clean
            pages.texts[clean] = files[given]
            pages._paths[path] = clean
            pages._by_name.setdefault(stem(clean).casefold(), clean)
            if clean != path:
                pages.exported.add(clean)
        return pages

    def linked(self, href: str, words: str, from_folder: str) -> str:
        """Return the page or folder that a link leads to, "" for none; a folder ends with "/"."""
        path = unquote(href.partition("#")[0].partition("?")[0])
        found = self._at(normpath(join(from_folder, path.lstrip("/")))) or self._at(path.strip("/"))
        if found:
            return found
        # HackMD's links lead to its site; the notes of an export are called as the links are.
        return self._by_name.get(words.strip().casefold(), "")

    def _at(self, path: str) -> str:
        for each in (path, f"{path}.md", _NOTION_ID.sub("", path)):
            if each in self._paths:
                return self._paths[each]
            if each in self.texts:
                return each
        folder = _NOTION_ID.sub("", path)
        if folder not in {"", "."} and any(each.startswith(f"{folder}/") for each in self.texts):
            return self.index(folder) or f"{folder}/"
        return ""

    def with_links(self, path: str) -> str:
        """Return the text of a page, links between notes (`[[Scales|the notes]]`) as those of Markdown."""
        return _WIKI.sub(self._as_link, self.texts[path])

    def _as_link(self, found: re.Match[str]) -> str:
        page = self._by_name.get(found[1].strip().rpartition("/")[2].casefold())
        return f"[{found[2] or found[1]}](</{page}>)" if page else found[0]

    def index(self, folder: str) -> str:
        """Return the page of a folder that says what is in it, "" for none."""
        here = {stem(path).casefold(): path for path in self.in_folder(folder)}
        beside = f"{folder}.md"
        if folder and beside in self.texts:
            return beside
        named = next((here[name] for name in _INDEXES if name in here), "")
        return named or self._page_of_links(folder)

    def _page_of_links(self, folder: str) -> str:
        """Return the page that links to most of the others of its folder: a map of contents."""
        here = self.in_folder(folder)
        for path in here:
            links = _LINK.findall(self.with_links(path))
            found = {self.linked(link.strip(), "", folder) for link in links} - {"", path}
            if len(found) >= _LEAST_LINKED and len(found) * 2 >= len(here) - 1:
                return path
        return ""

    def in_folder(self, folder: str) -> list[str]:
        """Return the pages right in a folder, in the order in which one reads."""
        found = [path for path in self.texts if dirname(path) == folder]
        return sorted(found, key=lambda path: reading_order(stem(path)))

    def folders(self, folder: str) -> list[str]:
        """Return the folders right in a folder, in order."""
        start = f"{folder}/" if folder else ""
        names = {
            path[len(start) :].partition("/")[0]
            for path in self.texts
            if path.startswith(start) and "/" in path[len(start) :]
        }
        return [f"{start}{name}" for name in sorted(names, key=reading_order)]


def is_book(path: str) -> bool:
    """Tell whether a page is the contents of a book, which names every chapter."""
    return stem(path).casefold() in _BOOKS


def stem(path: str) -> str:
    """Return a file's name without its folders and its end."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def title_of(path: str) -> str:
    """Return a title made of a file's or folder's name: 01-getting_started → Getting started."""
    name = stem(path.rstrip("/")) if path.lower().endswith(PAGES) else path.rstrip("/")
    name = _NOTION_ID.sub("", name.rpartition("/")[2])
    words = " ".join(re.split(r"[-_\s]+", _NUMBER.sub("", name))).strip() or name
    return words[:1].upper() + words[1:] if words.islower() else words


def reading_order(name: str) -> tuple[int, tuple[int, ...], list[tuple[int, int, str]]]:
    """Return where a page stands among others by its name: preface, 1, 2, 10, 第十一周, appendix."""
    count = count_of(re.sub(r"[_-]+", " ", name)) or count_of(name)
    digits = re.match(r"\d+(?:\.\d+)*", name)
    numbers = tuple(map(int, digits[0].split("."))) if digits else count.numbers if count else ()
    rank = 0 if is_beginning(title_of(name)) and not numbers else 1 if numbers else 2
    parts = [part for part in _DIGITS.split(name.casefold()) if part]
    natural = [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]
    return rank, numbers, natural


def _common_folder(paths: list[str]) -> str:
    """Return the one folder that holds everything, as archives often have it, with its "/"."""
    top = ""
    while True:
        first = {path[len(top) :].partition("/")[0] for path in paths}
        inside = all("/" in path[len(top) :] for path in paths)
        if len(first) != 1 or not inside:
            return top
        top += f"{first.pop()}/"

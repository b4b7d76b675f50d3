"""A roadmap as a Markdown task list that GitHub shows with its boxes ticked.

What a reader of the list has no use for (ids, kinds, minutes) is kept in comments, which GitHub
hides, so that `exported` reads the same roadmap back.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from llmroadmap.core.model.tree import Entry, RoadmapTree

MARK = "llmroadmap"
# The hidden field with the texts in other languages than the one shown.
TEXTS = "texts"

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&!$]")
# Joiners are letters' business in some scripts; written out, no cleaning takes them away.
_JOINERS = re.compile("[\u200c\u200d]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_OPENING = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")
_URL = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_SHOWN = frozenset({"id", "title", "about", "links", "items", "stages", "format"})


def write_markdown(roadmap: RoadmapTree, states: Mapping[str, str], lang: str = "en") -> str:
    """Return `roadmap` as Markdown, each step's box as `states` has it by full id."""
    lines = [f"# {_text(roadmap['title'], lang)}", "", _comment(roadmap, lang, f"{MARK} "), ""]
    if roadmap.get("about"):
        lines += [_paragraph(_text(roadmap["about"], lang)), ""]
    for stage in roadmap["stages"]:
        lines += [f"## {_text(stage['title'], lang)} {_comment(stage, lang)}", ""]
        if stage.get("about"):
            lines += [_paragraph(_text(stage["about"], lang)), ""]
        if stage.get("links"):
            lines += [" · ".join(_link(link, lang) for link in _links(stage)), ""]
        before = f"{stage['id']}." if stage.get("prefix") else ""
        for item in stage["items"]:
            lines += _item(item, before, "", states, lang)
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _item(
    item: Entry, before: str, indent: str, states: Mapping[str, str], lang: str
) -> Iterator[str]:
    full = f"{before}{item['id']}"
    state = states.get(full, "open")
    is_group = bool(item.get("items"))
    yield f"{indent}- {_head(item, state, lang, is_group=is_group)} {_comment(item, lang, state=state)}"
    for paragraph in _paragraphs(item, lang):
        yield ""
        yield f"{indent}  {paragraph}"
        yield ""
    for child in item.get("items", ()):
        yield from _item(child, f"{full}.", f"{indent}  ", states, lang)


def _head(item: Entry, state: str, lang: str, *, is_group: bool) -> str:
    title = _text(item["title"], lang)
    links = _links(item)
    if links:
        title = f"[{title}]({_destination(links[0]['url'])})"
    if is_group:
        return f"**{title}**"
    return f"[{'x' if state == 'done' else ' '}] {f'~~{title}~~' if state == 'skipped' else title}"


def _paragraphs(item: Entry, lang: str) -> Iterator[str]:
    if item.get("about"):
        yield _paragraph(_text(item["about"], lang))
    links = _links(item)
    shown = [link for n, link in enumerate(links) if n or link.get("title")]
    if shown:
        yield " · ".join(_link(link, lang) for link in shown)


def _links(item: Entry) -> list[Mapping[str, Any]]:
    return [link for link in item.get("links", ()) if _URL.fullmatch(link["url"])]


def _link(link: Mapping[str, Any], lang: str) -> str:
    if not link.get("title"):
        return f"<{link['url']}>"
    return f"[{_text(link['title'], lang)}]({_destination(link['url'])})"


def _destination(url: str) -> str:
    escaped = re.sub(r"([\\&])", r"\\\1", url)
    return f"<{escaped}>"


def _paragraph(text: str) -> str:
    """Keep a paragraph one, whatever it starts with."""
    return _OPENING.sub(lambda start: _opened(start[1]), text, count=1)


def _opened(start: str) -> str:
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def _text(value: Any, lang: str) -> str:
    """Return a text in `lang`, or in the first language it has, escaped."""
    if isinstance(value, Mapping):
        value = value.get(_shown_language(value, lang), "")
    escaped = _SPECIAL.sub(r"\\\g<0>", " ".join(str(value).split()))
    return _JOINERS.sub(lambda joiner: f"&#x{ord(joiner[0]):x};", escaped)


def _comment(part: Mapping[str, Any], lang: str, mark: str = "", *, state: str = "open") -> str:
    """Return the hidden part of a line: its id and all that is not shown, other languages too."""
    hidden = {key: value for key, value in part.items() if key not in _SHOWN}
    extras = {
        link["url"]: more
        for link in part.get("links", ())
        if (
            more := {key: value for key, value in link.items() if key not in {"url", "title"}}
            | _in_other_languages(link, lang)
        )
    }
    fields = {"id": part["id"], **hidden, **_in_other_languages(part, lang)}
    if extras:
        fields["links"] = extras
    if state in {"started", "skipped"}:
        fields["state"] = state
    code = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    code = _NOT_ASCII.sub(lambda char: _readable(char[0]), code)
    for char in "<>":
        code = code.replace(char, f"\\u{ord(char):04x}")
    code = code.replace("--", "-\\u002d")
    return f"<!-- {mark}{code} -->"


def _in_other_languages(part: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the texts of a part that are not shown: by field, the language shown and the others."""
    texts = {}
    for name in ("title", "about"):
        value = part.get(name)
        if isinstance(value, Mapping):
            shown = _shown_language(value, lang)
            texts[name] = [shown, {key: text for key, text in value.items() if key != shown}]
    return {TEXTS: texts} if texts else {}


def _shown_language(value: Mapping[str, Any], lang: str) -> str:
    return next((each for each in (lang, "en") if value.get(each)), next(iter(value), ""))


def _readable(char: str) -> str:
    """Return a letter as it is; what is not seen, or turns the text around, as its number."""
    return char if char.isprintable() else json.dumps(char)[1:-1]

"""What list and next say where no item has the tag that was asked for."""

from typing import TYPE_CHECKING

from llmroadmap.terminal.screen import Line, line
from llmroadmap.views.words import placeholders, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def no_such_tag(tag: str, tags: list[str], t: "Texts") -> list[Line]:
    """Return that nothing is tagged so, which tags there are, and how to tag; nothing if some is."""
    wanted = tag.strip().lstrip("#").casefold()
    if wanted in (each.casefold() for each in tags):
        return []
    lines = [line(t("mine.no_tag", tag=tag), hanging_indent=2)]
    if tags:
        named = t.language.list_separator.join(tags)
        lines.append(line("  ", t("mine.tags_known", tags=named), hanging_indent=4))
    word = f'"{tag}"' if " " in tag else tag
    command = f"llmroadmap tag {placeholders('ITEM', t)} {word}"
    return [*lines, to_type(t("mine.tag_so"), command)]

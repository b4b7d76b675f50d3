"""How to take back a change of another roadmap than the one in use: it is named, too."""

from shlex import quote

from llmroadmap.terminal.screen import Line, Span

# What would take back a change of the roadmap in use, if it did not say which one is meant.
_COMMANDS = frozenset({"undo", "redo"})
_PROGRAM = "llmroadmap "


def with_roadmap(lines: list[Line], roadmap: str) -> list[Line]:
    """Return the lines with `--roadmap` behind `undo` and `redo`."""
    option = f" --roadmap {quote(roadmap)}"
    return [
        each._replace(spans=tuple(_with_option(span, option) for span in each.spans))
        if any(span.text.startswith(_PROGRAM) for span in each.spans)
        else each
        for each in lines
    ]


def _with_option(span: Span, option: str) -> Span:
    text = span.text
    name = text.removeprefix(_PROGRAM).partition(" ")[0]
    if not text.startswith(_PROGRAM) or "--roadmap" in text or name not in _COMMANDS:
        return span
    return span._replace(text=text + option)

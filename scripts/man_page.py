"""Write docs/llmroadmap.1, the manual page, from what the commands declare."""

import sys
from pathlib import Path
from textwrap import wrap

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from llmroadmap.commands import COMMANDS, declaration  # noqa: E402
from llmroadmap.declaration import Declaration, Parameter  # noqa: E402
from llmroadmap.locales import texts  # noqa: E402
from llmroadmap.views.help import GENERAL, GROUPS, in_language, option_text  # noqa: E402
from llmroadmap.views.words import placeholders  # noqa: E402

TARGET = ROOT / "docs" / "llmroadmap.1"
DATE = "November 27, 2026"  # of the last change to what the page says beside the declarations
T = texts("en")

VARIABLES = (
    ("LLMROADMAP_HOME", "one folder for all files"),
    ("LLMROADMAP_LANG", "the language, before the settings and the locale"),
    ("LLMROADMAP_ROADMAP", "the roadmap, by id or file"),
    ("LLMROADMAP_DEVICE", "the name of this machine in the progress file"),
    ("LLMROADMAP_NOW", "the present instant, for scripts and tests"),
    ("NO_COLOR", "no colours"),
    ("PAGER", "what long lists are shown with"),
    ("VISUAL", "the editor for notes and roadmaps; then EDITOR"),
)
FILES = (
    ("~/.config/llmroadmap/", "settings and your own roadmaps"),
    ("~/.local/share/llmroadmap/progress/", "your progress, a JSON file for each roadmap"),
    ("~/.local/share/llmroadmap/backups/", "backups of it, one for each day"),
    ("~/.cache/llmroadmap/", "what can be made again; delete it at any time"),
)
STATUSES = (
    ("0", "done, or there was nothing to do"),
    ("1", "it could not be done, or a check found something"),
    ("2", "the line was not understood, or a confirmation is needed"),
    ("70", "an error of the program itself"),
    ("130", "interrupted with Ctrl-C"),
)
NAMES = (
    ("hf.3.2", "its id, or a beginning or end of it"),
    ("training loop", "words of its title, in any language"),
    ("hf.1.3-5", "a range of ids; hf.1.1,hf.1.3 is two of them"),
    ("@1", "its number in the list shown last"),
    (".", "the one in progress, or else the one touched last"),
)


def page() -> str:
    """Return the page in mdoc."""
    rows = [
        f".Dd {DATE}",
        ".Dt LLMROADMAP 1",
        ".Os",
        ".Sh NAME",
        ".Nm llmroadmap",
        ".Nd work through a study plan from the terminal",
        ".Sh SYNOPSIS",
        ".Nm",
        ".Op Ar command",
        ".Op Ar options",
        ".Sh DESCRIPTION",
        ".Nm",
        "says what to study next, ticks it off and shows how far you are.",
        "Without a command it shows today at a glance.",
        "Every change can be undone with",
        ".Ic undo .",
        ".Pp",
        "A step is named by:",
        *_listed(NAMES, "Li"),
        ".Pp",
        "Every command takes these options, before or after its name:",
        *_listed([(placeholders(name, T), T.option(key)) for name, key in GENERAL], "Li"),
        ".Sh COMMANDS",
    ]
    for group in GROUPS:
        rows.append(f".Ss {T.of('help.group', group)}")
        names = [name for name, entry in COMMANDS.items() if entry.group == group]
        rows += [row for name in names for row in _command(declaration(name))]
    rows += [".Sh ENVIRONMENT", *_listed(VARIABLES, "Ev")]
    rows += [".Sh FILES", *_listed(FILES, "Pa")]
    rows += [".Ic llmroadmap paths", "prints where they are on this machine."]
    rows += [".Sh EXIT STATUS", *_listed(STATUSES, "Li")]
    return "\n".join(rows) + "\n"


def _command(declared: Declaration) -> list[str]:
    given = " ".join(each.metavar for each in declared.arguments)
    usage = placeholders(f"{declared.name} {given}".strip(), T)
    rows = [".Bl -tag -width Ds", f".It Ic {_escaped(usage, macro=True)}"]
    rows.append(f"{_escaped(_sentence(T(f'{declared.name}.help')))}")
    options = [(_option(each), option_text(each, T)) for each in declared.options]
    if options:
        rows += _listed(options, "Li")
    rows += [".Pp", "For example:"]
    rows += [".Bd -literal -compact"]
    rows += [_escaped(in_language(each, T)) for each in declared.command.examples]
    return [*rows, ".Ed", ".El"]


def _option(parameter: Parameter) -> str:
    value = f" {placeholders(parameter.metavar, T)}" if parameter.metavar else ""
    return ", ".join(parameter.names) + value


def _listed(pairs: "list[tuple[str, str]] | tuple[tuple[str, str], ...]", macro: str) -> list[str]:
    rows = [".Bl -tag -width Ds -compact"]
    for name, text in pairs:
        rows += [f".It {macro} {_escaped(name, macro=True)}", _escaped(_sentence(text))]
    return [*rows, ".El"]


def _sentence(text: str) -> str:
    """Return the text as a sentence; a full stop in it ends its line, as mdoc wants it."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else f"{text}."


def _escaped(text: str, *, macro: bool = False) -> str:
    """Return text that is nothing but text to mandoc: in a macro, one argument."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("“", "\\(lq").replace("”", "\\(rq")
    text = (
        text.replace("…", "\\&...")
        .replace("–", "\\(en")
        .replace("×", "\\(mu")
        .replace("’", "\\(cq")
    )
    if macro:
        text = f"\\&{text}" if len(text) == 1 else text  # else a full stop ends the sentence
        return '"' + text.replace('"', "\\(dq") + '"'
    if text.startswith((".", "'")):
        text = f"\\&{text}"
    if text.startswith("llmroadmap"):
        return text
    sentences = text.replace(". ", ".\n").replace("? ", "?\n").splitlines()
    return "\n".join(row for each in sentences for row in _rows(each))


def _rows(text: str) -> list[str]:
    """Return a sentence on lines as short as mandoc wants them; none begins like a macro."""
    rows = wrap(text, 78, break_long_words=False, break_on_hyphens=False)
    return [f"\\&{row}" if row.startswith((".", "'")) else row for row in rows]


def main() -> None:
    TARGET.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""Write what follows from the declarations: commands/_table.py, docs/commands.md and other pages."""

import pprint
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from llmroadmap.declaration import Declaration, Parameter, declaration_of  # noqa: E402
from llmroadmap.exports import EXPORTS  # noqa: E402
from llmroadmap.formats import FORMATS  # noqa: E402
from llmroadmap.locales import LANGUAGES, texts  # noqa: E402

FOLDER = ROOT / "src" / "llmroadmap" / "commands"
TABLE = FOLDER / "_table.py"
CHANGELOG = ROOT / "CHANGELOG.md"
COMMANDS_PAGE = ROOT / "docs" / "commands.md"
FORMATS_PAGE = ROOT / "docs" / "formats.md"
FORMAT_COLUMNS = "| format | files | what it is | |\n| --- | --- | --- | --- |\n"
EXPORT_COLUMNS = "| format | files | options | of yours | what it is | |\n| --- | --- | --- | --- | --- | --- |\n"
COLUMNS = "| command | what it does | |\n| --- | --- | --- |"
HEAD = (
    '"""Written by scripts/command_table.py from what the commands declare; not to be edited."""\n'
)


def declarations() -> list[Declaration]:
    """Return what every module of `commands` declares, in the order in which they are listed."""
    found = {}
    for path in sorted(FOLDER.glob("[!_]*.py")):
        module = import_module(f"llmroadmap.commands.{path.stem}")
        for part in ("COMMAND", "run"):
            if not hasattr(module, part):
                raise SystemExit(f"commands/{path.name} has no {part}")
        found[path.stem] = declaration_of(path.stem, module.COMMAND, module.run)
    listed = _following("", found)
    lost = [name for name in found if found[name] not in listed]
    if lost:
        message = f"no command leads to {lost}: see what they are listed `after`"
        raise SystemExit(message)
    return listed


def _following(name: str, found: dict[str, Declaration]) -> list[Declaration]:
    """Return the commands listed after `name`, each followed by those that are listed after it."""
    listed = []
    for each in found.values():
        if each.command.after == name:
            listed += [each, *_following(each.name, found)]
    return listed


def row(declared: Declaration) -> dict[str, Any]:
    """Return what has to be known of a command without importing it."""
    command = declared.command
    return {
        "group": command.group,
        "help": {lang: texts(lang)(f"{declared.name}.help") for lang in LANGUAGES},
        "paged": command.paged,
        "needs_settings": command.needs_settings,
        "switches_roadmap": command.switches_roadmap,
        "free_text": command.free_text,
        "synchronised": command.synchronised,
        "serves": command.serves,
        "arguments": tuple((_completer(each), each.declared.many) for each in declared.arguments),
        "options": tuple(
            (each.declared.names, bool(each.declared.kind), _completer(each), each.declared.help)
            for each in declared.options
        ),
    }


def _completer(parameter: Parameter) -> str:
    return parameter.declared.kind.completer if parameter.declared.kind else ""


def everything() -> dict[Path, str]:
    """Return every file that is generated from the declarations, with its text."""
    listed = declarations()
    return {
        TABLE: module(listed),
        COMMANDS_PAGE: commands_page(listed),
        FORMATS_PAGE: formats_page(),
        CHANGELOG: changelog([each.name for each in listed]),
    }


def changelog(names: list[str]) -> str:
    """Return the changelog with a first line for each command that it does not know yet."""
    text = CHANGELOG.read_text(encoding="utf-8")
    said = {name: texts("en").maybe(name, "help") for name in names if f"`{name}" not in text}
    new = [f"- `{name}`: {line}." for name, line in said.items() if line]
    if not new:
        return text
    unreleased, _, older = text.partition("\n## [0")
    head, added, rest = unreleased.partition("\n### Added\n\n")
    found = f"{head}{added or chr(10) + '### Added' + chr(10) * 2}" + "\n".join(new) + f"\n{rest}"
    return found + (f"\n## [0{older}" if older else "")


def formats_page() -> str:
    """Return the page of formats with a row for each of the registry."""
    english, chinese = (texts(lang) for lang in ("en", "zh"))
    read = [
        f"| `{each.name}` | {' '.join(each.suffixes)} | {english.of('formats.about', each.name)} "
        f"| {chinese.of('formats.about', each.name)} |"
        for each in FORMATS
    ]
    written = [
        f"| `{each.name}` | {' '.join(each.suffixes)} | {' '.join(f'`{o}`' for o in each.takes)} "
        f"| {', '.join(each.holds)}{_asked(each.on_request)} "
        f"| {english.of('formats.about', each.name)} | {chinese.of('formats.about', each.name)} |"
        for each in EXPORTS
    ]
    page = FORMATS_PAGE.read_text(encoding="utf-8")
    return _with_rows(_with_rows(page, FORMAT_COLUMNS, read), EXPORT_COLUMNS, written)


def _asked(what: tuple[str, ...]) -> str:
    return f" (with `--notes`: {', '.join(what)})" if what else ""


def _with_rows(page: str, columns: str, rows: list[str]) -> str:
    head, _, rest = page.partition(columns)
    return f"{head}{columns}" + "\n".join(rows) + "\n\n" + rest.partition("\n\n")[2]


def commands_page(listed: list[Declaration]) -> str:
    """Return the page of commands: a table for each group that the help has."""
    english, chinese = (texts(lang) for lang in ("en", "zh"))
    head = COMMANDS_PAGE.read_text(encoding="utf-8").partition("\n## ")[0].rstrip()
    parts = [head]
    for group in dict.fromkeys(each.command.group for each in listed):
        names = [each.name for each in listed if each.command.group == group]
        title = f"{english.of('help.group', group)} · {chinese.of('help.group', group)}"
        rows = [
            f"| `{name}` | {english(f'{name}.help')} | {chinese(f'{name}.help')} |"
            for name in names
        ]
        parts += [f"\n## {title}\n", COLUMNS, *rows]
    return "\n".join(parts) + "\n"


def module(listed: list[Declaration]) -> str:
    """Return the text of the table that the program starts with."""
    rows = {each.name: row(each) for each in listed}
    made = pprint.pformat(rows, width=99, sort_dicts=False)
    body = f"from typing import Any\n\nROWS: dict[str, dict[str, Any]] = {made}\n"
    return _formatted(f"{HEAD}\n{body}")


def _formatted(source: str) -> str:
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(TABLE), "-"]
    made = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    return made.stdout


def main() -> None:
    before = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
    # Every command imports it, so what is there must be a module, even after a merge conflict.
    TABLE.write_text("ROWS = {}\n", encoding="utf-8")
    try:
        files = everything()
    except BaseException:
        TABLE.write_text(before, encoding="utf-8", newline="\n")
        raise
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

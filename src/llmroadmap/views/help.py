"""--help: the first screen, all commands by group, or one command with what can be typed behind it."""

from typing import TYPE_CHECKING, Protocol

from llmroadmap.locales import LANGUAGES
from llmroadmap.terminal.screen import BLANK, Line, Screen, Span, line, pad
from llmroadmap.views.words import placeholders, row, widest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from llmroadmap.declaration import Declaration, Parameter
    from llmroadmap.locales import Texts

# What every command takes.
GENERAL = (
    (f"--lang {'|'.join(LANGUAGES)}", "lang"),
    ("--json", "json"),
    ("-q, --quiet", "quiet"),
    ("--roadmap FILE|ID", "roadmap"),
    ("-h, --help", "help"),
)

# In the order in which they are listed.
GROUPS = ("day", "around", "look", "plans", "files")


class Row(Protocol):
    """A command in the table of commands: the group it is listed under, its one line by language."""

    @property
    def group(self) -> str: ...
    @property
    def help(self) -> "Mapping[str, str]": ...


# What somebody needs on the first evenings, in the order in which they need it.
_WIDE = 60
FIRST = ("next", "start", "done", "undo")


def of_program(commands: "Mapping[str, Row]", screen: Screen, t: "Texts") -> list[Line]:
    """Return the help of the program in one screen: a few commands, names of steps, where the rest is."""
    # On a narrow terminal the name of the program stands in the headings.
    program, heading = ("llmroadmap ", "") if screen.width >= _WIDE else ("", "  llmroadmap …")
    first = [("llmroadmap", t("help.today"))]
    first += [(f"{program}{name}", _one_line(name, commands, t)) for name in FIRST]
    names = [
        ("hf.3.2", t("help.name.id")),
        (t("help.name.words_example"), t("help.name.words")),
        ("@1", t("help.name.number")),
        (".", t("help.name.dot")),
    ]
    rest = [
        (f"{program}help --all", t("help.all", n=len(commands))),
        (f"{program}help next", t("help.one")),
    ]
    width = widest([name for name, _ in (*first, *names, *rest)]) + 2
    lines = [line(t("help.intro"), hanging_indent=2)]
    lines += _table(f"{t('help.first')}{heading}", first, screen, width)
    lines += _table(t("help.names"), names, screen, width)
    return lines + _table(f"{t('help.rest')}{heading}", rest, screen, width)


def of_everything(commands: "Mapping[str, Row]", screen: Screen, t: "Texts") -> list[Line]:
    """Return the help of the program with all its commands by group."""
    lines = [
        line(
            (t("help.usage"), "key"), f"llmroadmap [{t('help.command')}] {t('help.some_options')}"
        ),
        line(t("help.intro"), hanging_indent=2),
    ]
    general = _general(t, version=True)
    width = widest([*commands, *(name for name, _ in general)]) + 2
    for group in GROUPS:
        rows = [(n, _one_line(n, commands, t)) for n, e in commands.items() if e.group == group]
        lines += _table(t.of("help.group", group), rows, screen, width)
    lines += _table(t("help.global"), general, screen, width)
    return [*lines, BLANK, line((t("help.more"), "dim"))]


def _one_line(name: str, commands: "Mapping[str, Row]", t: "Texts") -> str:
    return commands[name].help.get(t.lang) or t(f"{name}.help")


def of_command(declared: "Declaration", screen: Screen, t: "Texts") -> list[Line]:
    """Return the help of one command: usage, arguments, options, examples."""
    given = " ".join(each.metavar for each in declared.arguments)
    usage = f"{declared.name} {placeholders(given, t)}".strip()
    lines = [
        line(
            (t("help.usage"), "key"),
            f"llmroadmap {usage}",
            f" {t('help.some_options')}" if declared.options else "",
        )
    ]
    lines += [line(t(f"{declared.name}.help"))]
    lines += _table(t("help.arguments"), [_argument(p, t) for p in declared.arguments], screen)
    lines += _table(t("help.options"), [_option(p, t) for p in declared.options], screen)
    lines += [BLANK, line((t("help.examples"), "key"))]
    lines += [
        line(f"  {in_language(example, t)}", hanging_indent=4)
        for example in declared.command.examples
    ]
    return [*lines, BLANK, line((t("help.general_options"), "dim"))]


def in_language(example: str, t: "Texts") -> str:
    """Return an example with the words in braces in the reader's language."""
    before, brace, rest = example.partition("{")
    words, _, behind = rest.partition("}")
    if not brace:
        return example
    return f"{before}{t.of('examples', words)}{in_language(behind, t)}"


def _general(t: "Texts", *, version: bool = False) -> list[tuple[str, str]]:
    rows = [(placeholders(name, t), t.option(key)) for name, key in GENERAL]
    return [*rows, ("--version", t.option("version"))] if version else rows


def _argument(parameter: "Parameter", t: "Texts") -> tuple[str, str]:
    name = parameter.metavar
    # The brackets round the whole say in the usage that it may be left out.
    name = name[1:-1] if name.startswith("[") and name.endswith("]") else name
    return placeholders(name, t), option_text(parameter, t)


def _option(parameter: "Parameter", t: "Texts") -> tuple[str, str]:
    value = f" {placeholders(parameter.metavar, t)}" if parameter.metavar else ""
    return ", ".join(parameter.names) + value, option_text(parameter, t)


def option_text(parameter: "Parameter", t: "Texts") -> str:
    """Return what is said about an argument or an option."""
    declared = parameter.declared
    choices = declared.kind.choices if declared.kind else ()
    return t.option(declared.help, choices=t.language.list_separator.join(choices))


def _table(title: str, rows: list[tuple[str, str]], screen: Screen, width: int = 0) -> list[Line]:
    if not rows:
        return []
    width = width or widest([name for name, _ in rows]) + 2
    lines = [BLANK, line((title, "key"))]
    for name, text in rows:
        head = [("  ", ""), (pad(name, width), "id")]
        lines += row(head, width + 2, [Span(text=text)], screen)
    return lines

"""config: the settings, what each is for, and what it takes; one that is asked for stands bare."""

from typing import TYPE_CHECKING

from llmroadmap.results.config import ConfigResult, SettingSummary
from llmroadmap.terminal.screen import BLANK, Line, Screen, Span, line, pad
from llmroadmap.views._steps import undo_line
from llmroadmap.views.words import figures, placeholders, row, separator, to_type, typed, widest

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: ConfigResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `config`."""
    if result.did == "get":
        return [line(str(setting.value)) for setting in result.settings]
    if result.did == "list":
        return _list(result, screen, t)
    if result.before == (result.settings[0].value if result.settings else ""):
        return [line(t("common.no_change"))]
    return _changed(result, t)


def _list(result: ConfigResult, screen: Screen, t: "Texts") -> list[Line]:
    keys = widest([setting.key for setting in result.settings]) + 2
    values = widest([str(setting.value) for setting in result.settings]) + 2
    lines: list[Line] = []
    for setting in result.settings:
        head = [
            (pad(setting.key, keys), "id"),
            (pad(str(setting.value), values), "title"),
        ]
        about = [
            Span(text=t.of("config.about", setting.key)),
            Span(text="  "),
            figures(_facts(setting, t), "dim"),
        ]
        lines += row(head, keys + values, about, screen)
    if result.unknown:
        names = t.language.list_separator.join(result.unknown)
        lines.append(line((t("config.unknown", names=names), "dim"), hanging_indent=2))
    change = typed(t("config.change"), placeholders("llmroadmap config KEY VALUE", t), "dim", "dim")
    return [*lines, BLANK, line(*change), line((result.path, "dim"))]


def _facts(setting: SettingSummary, t: "Texts") -> str:
    is_default = setting.value == setting.default
    default = "" if is_default else t("config.default", value=setting.default)
    takes = setting.takes
    if takes and "|" not in takes and not takes.replace("-", "").isdecimal():
        takes = t("config.example", value=t.maybe("examples", takes) or takes)
    return separator(t, takes, default)


def _changed(result: ConfigResult, t: "Texts") -> list[Line]:
    lines = []
    for setting in result.settings:
        was = "" if result.before == "" else t("config.was", value=result.before)
        value = (str(setting.value), "title")
        lines.append(line((setting.key, "id"), t("common.colon"), value, (f"  {was}", "dim")))
        before = str(result.before)
        takes_it_back = before == str(setting.default)
        quoted = f'"{before}"' if " " in before else before
        back = f"unset {setting.key}" if takes_it_back else f"{setting.key} {quoted}"
        lines.append(undo_line(t, f"llmroadmap config {back}", t("config.back")))
    if result.without_steps:
        words = t.language.list_separator.join(result.without_steps)
        lines.append(line("  ", t("config.without_steps", words=words), hanging_indent=4))
        lines.append(to_type(t("config.by_language"), "llmroadmap config languages en,zh"))
    if result.left_out is not None:
        lines.append(line("  ", (t("mine.left_out", n=result.left_out), "dim")))
    return lines or [line(t("config.was", value=result.before))]

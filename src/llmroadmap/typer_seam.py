"""The one place that knows Typer's insides: from a line to the call of a command's `run`."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, cast

import typer
from typer import BadParameter, Exit

# The private part of Typer that is used here; tests/test_typer_seam.py tells when it moves.
from typer._click.exceptions import (
    BadOptionUsage,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from llmroadmap.commands import COMMANDS, declaration
from llmroadmap.core.errors import LlmroadmapError, UsageProblem
from llmroadmap.declaration import (
    Argument,
    Declaration,
    HelpRequested,
    Kind,
    Parameter,
    UnknownCommand,
)

HELP = ["--help", "-h"]


class _Command(TyperCommand):
    """A command whose help is a view's business."""

    def get_help(self, ctx: Any) -> str:
        raise HelpRequested(self.name or "")


class _Commands(TyperGroup):
    """The table of commands: a module is imported when its command is called."""

    def get_help(self, ctx: Any) -> str:
        raise HelpRequested("")

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand:
        if cmd_name not in COMMANDS:
            raise UnknownCommand(cmd_name, _like(cmd_name))
        return command(declaration(cmd_name), ctx.obj)


def _like(name: str) -> tuple[str, ...]:
    """Return the commands that look like `name`, the one with the fewest typing errors first."""
    from difflib import get_close_matches  # only for a word that is no command

    from llmroadmap.core.lookup.edit_distance import edits

    if name.casefold() in _OTHER_WORDS:
        return (_OTHER_WORDS[name.casefold()],)
    return tuple(sorted(get_close_matches(name, COMMANDS), key=lambda each: edits(name, each, 9)))


# What people type who know other programs.
_OTHER_WORDS = {
    other: name
    for name, others in {
        "done": "tick check finish finished complete completed 完成 打勾 学完 做完",
        "reopen": "untick uncheck undone unskip unfinish 取消完成 重新打开 恢复",
        "start": "begin 开始",
        "skip": "跳过",
        "stop": "end 停止 结束",
        "find": "search grep 搜索 查找 找",
        "list": "ls tree steps 列表 目录",
        "show": "info view cat 查看 详情",
        "status": "progress stat 状态 进度",
        "stats": "statistics 统计",
        "week": "weekly plan 本周 周计划",
        "mute": "hide ignore 隐藏 不学",
        "unmute": "unhide 取消隐藏",
        "remove": "delete rm 删除",
        "roadmaps": "plans 路线",
        "config": "settings set 设置",
        "log": "history 历史 记录",
        "proof": "link 成果",
        "due": "deadline 定日期 截止",
        "recall": "review quiz 复习",
        "browse": "tui ui 浏览",
        "today": "now 今天 今日",
        "when": "forecast eta 预计 何时",
        "next": "下一步 接下来",
        "note": "笔记 记笔记",
        "undo": "撤销 撤消",
        "redo": "重做",
        "pause": "暂停 休息",
        "resume": "继续",
        "sync": "同步",
        "export": "导出",
        "import": "导入",
        "add": "添加",
        "update": "更新",
        "tag": "标签",
        "checkin": "打卡 签到",
    }.items()
    for other in others.split()
}


def command(declared: Declaration, services: dict[Any, object]) -> TyperCommand:
    """Return the Typer command for a declaration.

    `services` has, by type, what the program hands to `run`.
    """
    injected = {name: services[kind] for name, kind in declared.injected.items()}

    def call(**values: object) -> object:
        return declared.run(**injected, **values)

    parameters = [_typer_parameter(each) for each in declared.parameters]
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {each.name: each.annotation for each in parameters}
    made = get_command_from_info(
        CommandInfo(
            declared.name,
            cls=_Command,
            callback=call,
            help="",
            context_settings={"help_option_names": HELP},
        ),
        pretty_exceptions_short=False,
        rich_markup_mode=None,
    )
    return cast("TyperCommand", made)


def _typer_parameter(parameter: Parameter) -> inspect.Parameter:
    declared = parameter.declared
    facts: dict[str, Any] = {"help": declared.help, "metavar": parameter.metavar or None}
    if declared.kind is not None and type(declared.kind).parse is not Kind.parse:
        facts["parser"] = _parser(declared.kind)
    if isinstance(declared, Argument):
        info = typer.Argument(**facts)
    else:
        info = typer.Option(*declared.names, **facts)
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        default=inspect.Parameter.empty if parameter.is_required else parameter.default,
        annotation=Annotated[parameter.type, info],
    )


def _parser(kind: Kind) -> Callable[[Any], Any]:
    """Return what reads a value; Typer hands it the defaults too, which are values already."""

    def parse(value: Any) -> Any:
        return kind.parse(value) if isinstance(value, str) else value

    return parse


def run(args: list[str], services: dict[Any, object]) -> Any:
    """Run the command that `args` begin with, and return its result.

    `services` has, by type, what the program hands to a command's `run`. Raises HelpRequested,
    UsageProblem for what Typer does not take, and whatever the command raises.
    """
    group = _Commands(name="llmroadmap", rich_markup_mode=None, suggest_commands=False)
    try:
        return group.main(args, prog_name="llmroadmap", standalone_mode=False, obj=services)
    except UsageError as error:
        raise _in_our_words(error, args[0]) from error
    except Exit as stop:  # pragma: no cover - Typer returns the status instead
        return stop.exit_code


def _in_our_words(error: UsageError, name: str) -> LlmroadmapError:
    """Return what Typer complains of as an error whose wording is the views' business."""
    name = name if name in COMMANDS else ""  # An option of no command can stand there.
    if isinstance(error, NoSuchOption):
        return UsageProblem("no-such-option", str(error.option_name), name)
    if isinstance(error, MissingParameter):
        param = error.param
        label = (param.metavar or param.name or "").strip("[]") if param else ""
        about = getattr(param, "help", None) or ""
        return UsageProblem(
            "missing-argument", label, name, about, declaration(name).command.examples[0]
        )
    if isinstance(error, BadOptionUsage):
        return UsageProblem("missing-value", str(error.option_name), name)
    if isinstance(error, BadParameter):
        return UsageProblem("bad-value", error.format_message(), name)
    extra = error.message.partition(" (")[2].rpartition(")")[0]
    return UsageProblem("unexpected", extra or error.message, name)

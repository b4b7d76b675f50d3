"""What every error of the program is, and the errors that several rooms raise.

The others stand beside who raises them. They carry facts; their wording is `views/error.py`'s.
"""

from typing import ClassVar


class LlmroadmapError(Exception):
    """Something the user can be told in one message.

    `code` is stable: scripts read it from `--json`. `exit_status` is 1 (could not) or 2 (usage).
    `topic` is the file of `locales` with its texts, `message.CODE` and `hint.CODE`: a command's
    where it is the matter of that one.
    """

    code: ClassVar[str] = "error"
    topic: ClassVar[str] = "errors"
    exit_status: int = 1
    draft: str = ""  # the file that keeps what the user wrote, where writing it down failed

    def facts(self) -> dict[str, object]:
        """Return what a view or a script needs to know, by name."""
        return {name: value for name, value in vars(self).items() if not name.startswith("_")}

    @property
    def variant(self) -> str:
        """The key of its message: the code, and for a special case what makes it one."""
        return self.code

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The keys of advice that fits better than that of the variant or the code."""
        return ()


class AtPath(LlmroadmapError):
    """Something about the file or folder at `path`; no error by itself."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class AboutLine(LlmroadmapError):
    """Something about what was typed; no error by itself.

    `command` is filled in by the one who knows it.
    """

    command: str


class NotUtf8(LlmroadmapError):
    """Text that is not UTF-8; `where` is stdin or argument, `line` counts from 1."""

    code = "not-utf-8"
    exit_status = 2

    def __init__(self, where: str, line: int = 1) -> None:
        super().__init__(where)
        self.where = where
        self.line = line


class InvalidOption(AboutLine):
    """A value that an option or argument does not take; `expected` is a key of the texts."""

    code = "invalid-option"
    exit_status = 2

    def __init__(self, option: str, value: str, expected: str) -> None:
        super().__init__(option)
        self.option = option
        self.value = value
        self.expected = expected
        self.command = ""

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The keys of the advice that fits best."""
        is_variable = self.option.startswith("LLMROADMAP_")
        return ("invalid-option-variable",) if is_variable else ()


class UsageProblem(AboutLine):
    """A line that the command does not take; `reason` is a key of the texts, `detail` fills it.

    `about`: the key of what the missing argument is; `example`: a line that the command takes.
    """

    code = "usage"
    exit_status = 2

    def __init__(
        self, reason: str, detail: str = "", command: str = "", about: str = "", example: str = ""
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
        self.command = command
        self.about = about
        self._example = example  # not one of the facts that a script is told

    @property
    def example(self) -> str:
        """A line that the command takes."""
        return self._example

    @property
    def variant(self) -> str:
        """The key of its message."""
        return "missing-argument" if self.reason == "missing-argument" else self.code

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The key of the advice that fits best: to untick a step is not to undo the last change."""
        is_undo = (self.command, self.reason) == ("undo", "unexpected")
        return ("usage-undo",) if is_undo and not self.detail.isdecimal() else ()

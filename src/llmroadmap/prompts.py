"""What a command may ask the user; `prompter` does it on a terminal."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.records import NamedTuple

if TYPE_CHECKING:
    from llmroadmap.core.lookup.errors import UnclearItem
    from llmroadmap.storage.workspace import Workspace


class NeedsAnswer(LlmroadmapError):
    """A question that nobody is there to answer; `option` answers it on the command line."""

    code = "needs-answer"
    exit_status = 2

    def __init__(self, question: str, option: str, count: int = 0) -> None:
        super().__init__(question)
        self.question = question
        self.option = option
        self.count = count

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The keys of the advice that fits best: what is only said again has no option."""
        if self.option.startswith("LLMROADMAP_DEVICE="):  # It stands before the command.
            return ("needs-answer-device",)
        return ("needs-answer-note",) if self.option == "." else ()


class NeedsChoice(LlmroadmapError):
    """Several are meant and nobody is there to pick one; `option` says which, as its number."""

    code = "needs-choice"
    exit_status = 2

    def __init__(self, question: str, choices: list[tuple[str, str]], option: str) -> None:
        super().__init__(question)
        self.question = question
        self.choices = choices
        self.option = option

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The keys of the advice that fits best: what is only said again has no option."""
        return ("needs-choice-note",) if self.option == "." else ()

    @property
    def variant(self) -> str:
        """The key of its message."""
        return {"HABIT": "needs-choice-habit", "--moved": "needs-choice-became"}.get(
            self.option, self.code
        )


class Declined(LlmroadmapError):
    """The user answered no; nothing was changed."""

    code = "declined"
    exit_status = 1


# What may be answered to a question of `recall` beside a grade.
SKIP, UNDO, QUIT = "s", "u", "q"


class Quiz(NamedTuple):
    """A question of `recall`, number so and so of `total`; `question` is "" where nobody wrote one.

    `notes`: day and text of the learner's own. `last`: the day the step was last gone through.
    `next_days`: by grade, after how many days it comes again. `aim`: on the first question, a day, and
    how many percent will be known then, with recall and without.
    """

    number: int
    total: int
    id: str
    title: str
    question: str
    answer: str
    notes: list[tuple[str, str]]
    url: str
    last: str
    next_days: dict[str, int]
    aim: tuple[str, int, int] | None = None


class NoTerminal(LlmroadmapError):
    """What needs a terminal that can be drawn on was asked for where there is none."""

    code = "no-terminal"
    topic = "browse"
    exit_status = 2


class NeedsExtra(LlmroadmapError):
    """A part of the program that is installed on demand; `package` is what it needs."""

    code = "needs-extra"
    topic = "browse"
    exit_status = 1

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.package = package


class Prompts(Protocol):
    """Questions to the user. Where nobody can answer, each raises an error that says what to do."""

    def confirm(
        self,
        question: str,
        *,
        option: str,
        preview: Sequence[tuple[str, str]] = (),
        **facts: object,
    ) -> None:
        """Ask for a yes, below a `preview` (id, title) of what it is about.

        Raises Declined for anything else, NeedsAnswer where nobody is there.
        """

    def select(
        self, question: str, choices: list[tuple[str, str]], *, option: str, **facts: object
    ) -> int:
        """Let one of `choices` (name, title) be picked and return its index.

        Raises Declined, and NeedsChoice where nobody is there.
        """

    def ask(
        self,
        question: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        is_yes_or_no: bool = False,
        **facts: object,
    ) -> str | None:
        """Ask for a line of text, below `choices` (name, title); "" skips it, as does the end of input.

        None where nobody is there.
        """

    def say(self, text: str, **facts: object) -> None:
        """Say what takes a while, before it is done; not to programs."""

    def resolve_ambiguity(self, error: "UnclearItem") -> int:
        """Let one of the error's closest items be picked and return its index.

        Raises the error where nobody is there. A GuessTaken is only shown with the result.
        """

    def write_note(self, item: str, title: str) -> AbstractContextManager[str]:
        """Let a note on `item` be written in the editor.

        The text is kept on disk until the context ends without an error.
        """

    def count_down(self, minutes: int, item: str, title: str) -> int | None:
        """Let so many minutes pass, and return how many of them count.

        Interrupted, the user is asked. None where nobody sits there to see it: nothing has passed.
        """

    def quiz(self, quiz: Quiz) -> str | None:
        """Ask a question of `recall` and return the grade, 1 to 4, or SKIP, UNDO, QUIT.

        None where nobody sits there. The end of the input and Ctrl-C are QUIT.
        """

    def browse(self, workspace: "Workspace", start: str) -> int:
        """Let the user walk through the plan, beginning at the item `start` ("": the next step).

        Return how many changes were made. Raises NoTerminal, and NeedsExtra without Textual.
        """

    def edit_file(self, data: bytes) -> AbstractContextManager[bytes]:
        """Let a YAML file be changed in the editor; a draft that is rejected is kept."""

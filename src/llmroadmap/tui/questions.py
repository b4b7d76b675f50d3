"""What the browser asks: the same questions as on the command line, in boxes over the plan."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from llmroadmap.locales import texts
from llmroadmap.prompts import Declined
from llmroadmap.terminal.screen import clean

if TYPE_CHECKING:
    from rich.text import Text

    from llmroadmap.core.lookup.errors import UnclearItem
    from llmroadmap.prompts import Prompts, Quiz
    from llmroadmap.storage.workspace import Workspace

_Answer = TypeVar("_Answer")


class Confirm(ModalScreen[bool]):
    """A question that a yes answers; anything else is a no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,1", "answer(True)"),
        Binding("n,escape,q,enter", "answer(False)"),
    ]

    def __init__(self, question: str, hint: str) -> None:
        super().__init__()
        self._question = question
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Return the question."""
        with Vertical(classes="box"):
            yield Label(clean(self._question), markup=False)
            yield Label(self._hint, classes="hint", markup=False)

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)


class Ask(ModalScreen[str | None]):
    """A line of text; None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave")]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self._question = question
        self._value = value

    def compose(self) -> ComposeResult:
        """Return the question and a line to write on."""
        with Vertical(classes="box"):
            yield Label(clean(self._question), markup=False)
            yield Input(self._value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Close with what was written."""
        self.dismiss(event.value.strip() or None)

    def action_leave(self) -> None:
        """Close with nothing."""
        self.dismiss(None)


class Pick(ModalScreen[int | None]):
    """One of several; None where none was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave"),
        Binding("j", "move('down')"),
        Binding("k", "move('up')"),
    ]

    def __init__(self, question: str, choices: Sequence[str]) -> None:
        super().__init__()
        self._question = question
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Return the question and what may be picked."""
        with Vertical(classes="box"):
            yield Label(clean(self._question), markup=False)
            yield OptionList(*(Option(_literal(each)) for each in self._choices))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the place of what was picked."""
        self.dismiss(event.option_index)

    def action_move(self, where: str) -> None:
        """Go up or down."""
        options = self.query_one(OptionList)
        if where == "down":
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_leave(self) -> None:
        """Close with nothing."""
        self.dismiss(None)


class Page(ModalScreen[None]):
    """Something to read, until a key is pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,w,y,question_mark", "leave"),
        Binding("j", "scroll_page(1)"),
        Binding("k", "scroll_page(-1)"),
    ]

    def __init__(self, make: "Callable[[int], Text]") -> None:
        super().__init__()
        self._make = make

    def compose(self) -> ComposeResult:
        """Return the page, made for the width there is."""
        width = max(self.app.size.width - 8, 20)
        with VerticalScroll(classes="page"):
            yield Static(self._make(width))

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_scroll_page(self, by: int) -> None:
        """Scroll a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def _literal(text: str) -> "Text":
    from rich.text import Text

    return Text(clean(text))


class BoxPrompts:
    """Asks in boxes, from the thread that a command runs in; what needs an editor is asked below.

    The terminal is handed to the editor by the app, which then uses `on_terminal`.
    """

    def __init__(self, app: App[None], lang: str, on_terminal: "Prompts") -> None:
        self._app = app
        self._lang = lang
        self._on_terminal = on_terminal

    def confirm(
        self,
        question: str,
        *,
        option: str,
        preview: "Sequence[tuple[str, str]]" = (),
        **facts: object,
    ) -> None:
        """Ask for a yes; raises Declined for anything else. No command here has a preview."""
        t = texts(self._lang)
        if isinstance(ids := facts.get("ids"), list):
            facts["ids"] = t.language.list_separator.join(ids)
        text = t.of("prompts.question", question, **facts)
        if not self._ask(Confirm(text, t("prompts.ask_hint"))):
            raise Declined

    def ask(
        self,
        question: str,
        choices: "Sequence[tuple[str, str]]" = (),
        *,
        is_yes_or_no: bool = False,
        **facts: object,
    ) -> str | None:
        """Ask nothing: what is asked at the first run is asked outside of the full screen."""
        return None

    def say(self, text: str, **facts: object) -> None:
        """Say nothing: no command here takes long."""

    def select(
        self, question: str, choices: list[tuple[str, str]], *, option: str, **facts: object
    ) -> int:
        """Let one of `choices` be picked; raises Declined."""
        text = texts(self._lang).of("prompts.question", question, **facts)
        picked = self._ask(Pick(text, [f"{name}  {title}" for name, title in choices]))
        if picked is None:
            raise Declined
        return picked

    def resolve_ambiguity(self, error: "UnclearItem") -> int:
        """Let one of the error's closest items be picked.

        Raises Declined, and the error itself where there are none.
        """
        if not error.closest:
            raise error
        choices = [f"{each.id}  {each.title}" for each in error.closest]
        picked = self._ask(Pick(texts(self._lang)("prompts.question.pick_item"), choices))
        if picked is None:
            raise Declined
        return picked

    def write_note(self, item: str, title: str) -> AbstractContextManager[str]:
        """Let a note be written in the editor."""
        return self._on_terminal.write_note(item, title)

    def count_down(self, minutes: int, item: str, title: str) -> int | None:
        """Let nothing pass: nobody would see it."""
        return None

    def quiz(self, quiz: "Quiz") -> str | None:
        """Return None: `recall` is asked on the terminal."""
        return None

    def edit_file(self, data: bytes) -> AbstractContextManager[bytes]:
        """Let a file be changed in the editor."""
        return self._on_terminal.edit_file(data)

    def browse(self, workspace: "Workspace", start: str) -> int:
        """Return 0: this is the browser."""
        return 0

    def _ask(self, box: ModalScreen[_Answer]) -> _Answer | None:
        answer: _Answer | None = self._app.call_from_thread(self._app.push_screen_wait, box)
        return answer

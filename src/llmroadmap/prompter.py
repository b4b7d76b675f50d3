"""What the program asks the user: yes or no, one of several, a text. Never under the lock."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TextIO
from unicodedata import normalize

from llmroadmap.core.records import NamedTuple
from llmroadmap.locales import texts, words_of
from llmroadmap.prompts import (
    QUIT,
    SKIP,
    UNDO,
    Declined,
    NeedsAnswer,
    NeedsChoice,
    NeedsExtra,
    NoTerminal,
    Quiz,
)
from llmroadmap.terminal.screen import Screen, clean, line, plain
from llmroadmap.terminal.wrapping import Break, wrap

if TYPE_CHECKING:
    from llmroadmap.core.lookup.errors import GuessTaken, UnclearItem
    from llmroadmap.storage.workspace import Workspace
    from llmroadmap.tui.session import RunLine

MARK = "<!-- llmroadmap:"
_ANSWER = 4  # columns that are left for what is typed behind a question


class Choice(NamedTuple):
    """What may be picked: the id, or another name, that is shown, and its title."""

    name: str
    title: str


class Prompter:
    """Asks on standard error, where there is a person; raises where nobody can answer."""

    def __init__(
        self,
        screen: Screen,
        lang: str,
        err: TextIO,
        environ: Mapping[str, str],
        colour: str,
        *,
        as_json: bool = False,
        run_line: "RunLine | None" = None,
    ) -> None:
        self._screen = screen
        self._lang = lang
        self._err = err
        self._environ = environ
        self._colour = colour
        self._as_json = as_json
        self.run_line = run_line  # what runs a command: browse needs it for each key
        self.guesses: list[GuessTaken] = []  # what was taken for a name and has to be told

    def confirm(
        self,
        question: str,
        *,
        option: str,
        preview: Sequence[tuple[str, str]] = (),
        **facts: object,
    ) -> None:
        """Ask for a yes, below a `preview` (id, title); raise Declined for anything else.

        Raises NeedsAnswer.
        """
        t = texts(self._lang)
        if isinstance(ids := facts.get("ids"), list):
            facts["ids"] = t.language.list_separator.join(ids)
        text = t.of("prompts.question", question, **facts)
        if not self._somebody_is_there():
            raise NeedsAnswer(text, option)
        if preview:
            Screen(self._err, self._environ, self._colour).print(
                line("  ", (name, "id"), f"  {title}", hanging_indent=4) for name, title in preview
            )
        self._prompt(text, t("prompts.ask_hint"))
        self._expect_yes()

    def select(
        self, question: str, choices: list[tuple[str, str]], *, option: str, **facts: object
    ) -> int:
        """Let the user pick one of `choices` (name, title) by number; return its place.

        Raises NeedsChoice.
        """
        text = texts(self._lang).of("prompts.question", question, **facts)
        if not self._somebody_is_there():
            raise NeedsChoice(text, choices, option)
        self._show_choices(choices)
        return self._pick(text, [Choice(name, title) for name, title in choices])

    def ask(
        self,
        question: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        is_yes_or_no: bool = False,
        **facts: object,
    ) -> str | None:
        """Ask for a line of text, below `choices` (name, title); None where nobody is there."""
        if self._as_json or not self._somebody_is_there():
            return None
        self._show_choices(choices)
        t = texts(self._lang)
        hint = t("prompts.ask_hint") if is_yes_or_no else ""
        self._prompt(t.of("prompts.question", question, **facts), hint)
        return _answer()

    def say(self, text: str, **facts: object) -> None:
        """Say on standard error what is about to be done."""
        if self._as_json:
            return
        said = texts(self._lang).of("prompts", text, **facts)
        Screen(self._err, self._environ, self._colour).print(
            [line((said, "dim"), hanging_indent=2)]
        )

    def _show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        Screen(self._err, self._environ, self._colour).print(
            line(f"{n:>3}  ", (name, "id"), f"  {title}", hanging_indent=5)
            for n, (name, title) in enumerate(choices, 1)
        )

    def resolve_ambiguity(self, error: "UnclearItem") -> int:
        """Let the user say which of the error's closest items was meant; return its place."""
        # Whoever raises it has loaded it.
        from llmroadmap.core.lookup.errors import AmbiguousItem, GuessTaken

        if isinstance(error, GuessTaken):
            self.guesses.append(error)
            return 0
        if self._as_json or not self._somebody_is_there():
            raise error
        from llmroadmap.views.error import to_pick_from  # only for who is asked

        t = texts(self._lang)
        Screen(self._err, self._environ, self._colour).print(to_pick_from(error, t))
        choices = [Choice(each.id, f"{each.title} {each.where}") for each in error.closest]
        if len(choices) == 1 and not isinstance(error, AmbiguousItem):
            self._prompt(t("prompts.question.pick_this"), t("prompts.ask_hint"))
            self._expect_yes("1", choices[0].name.casefold())
            return 0
        return self._pick(t("prompts.question.pick_item"), choices)

    def write_note(self, item: str, title: str) -> AbstractContextManager[str]:
        """Let the user write a note on `item` in their editor.

        The text is kept on disk until the context ends well.
        """
        from llmroadmap.terminal.editor import from_editor  # subprocess, only for this

        t = texts(self._lang)
        rows = (
            t("note.template.cut"),
            t("note.template.about", item=item, title=clean(title)),
            t("note.template.how"),
        )
        head = "".join(f"{clean(row)}\n" for row in rows).replace("-->", "—>")
        can_see = self._screen.is_terminal
        return from_editor(f"\n{MARK} {head}-->\n", MARK, self._environ, is_terminal=can_see)

    def _expect_yes(self, *also: str) -> None:
        if _answer() not in (*words_of("yes"), *also):
            raise Declined

    def _pick(self, question: str, choices: "list[Choice]") -> int:
        """Ask until one of the choices is named; return its place.

        An empty line, a no, or the end of the input leaves all as it is.
        """
        last = len(choices)
        self._prompt(question, f"[1-{last}]")
        while True:
            answer = _answer()
            if not answer or answer == "0" or answer in words_of("no"):
                raise Declined
            meant = _meant(answer, choices)
            if len(meant) == 1:
                return meant[0]
            self._prompt(texts(self._lang)("prompts.no_such_number", last=last), "")

    def count_down(self, minutes: int, item: str, title: str) -> int | None:
        """Let so many minutes pass in the foreground and return how many of them count."""
        if not self._somebody_is_there():
            return None
        from llmroadmap.terminal.countdown import count_down, notify  # only for this

        t = texts(self._lang)
        passed, whole = count_down(
            60 * minutes, lambda left: self._left(left, t("start.running", left=left))
        )
        if whole:
            self._err.write("\a" + plain(line(t("start.over"))) + "\n")
            notify(t("start.over"), clean(f"{item} {title}"), self._environ)
            return minutes
        if passed:
            text = t.of("prompts.question", "count-sitting", time=t("common.minutes", n=passed))
            self._prompt(text, t("prompts.ask_hint"))
            if _answer() not in words_of("yes"):
                return 0
        return passed

    def quiz(self, quiz: Quiz) -> str | None:
        """Ask a question of `recall`; return the grade, or SKIP, UNDO, QUIT; None for nobody."""
        if self._as_json or not self._somebody_is_there():
            return None
        from llmroadmap.views.recall import answer_lines, question_lines  # only for who is asked

        t = texts(self._lang)
        screen = Screen(self._err, self._environ, self._colour)
        try:
            screen.print(question_lines(quiz, t))
            self._prompt(t("recall.think"), t("recall.keys"))
            said = _line()
            if said in (SKIP, UNDO, QUIT):
                return said
            screen.print(answer_lines(quiz, t))
            said, text = "", t("recall.grade")
            while said not in ("1", "2", "3", "4", SKIP, UNDO, QUIT):
                self._prompt(text, t("recall.grade_keys"))
                said = _line()
                text = t("recall.which")
        except KeyboardInterrupt:
            self._err.write("\n")
            return QUIT
        return said

    def _left(self, left: str, text: str) -> None:
        self._err.write(f"\r{plain(line(text))}\x1b[K" if left else "\r\x1b[K")
        self._err.flush()

    def browse(self, workspace: "Workspace", start: str) -> int:
        """Let the user walk through the plan, full screen; return how many changes were made.

        Raises NoTerminal, NeedsExtra, and SystemExit where a signal ended it.
        """
        can_draw = self._environ.get("TERM") != "dumb" and not self._as_json
        if self.run_line is None or not (can_draw and self._somebody_is_there()):
            raise NoTerminal
        try:
            from llmroadmap.tui.app import browse  # Textual, only for this
        except ImportError as error:
            if (error.name or "").partition(".")[0] != "textual":
                raise
            raise NeedsExtra("textual") from error
        changes, stopped_by = browse(workspace, self.run_line, self, start)
        if stopped_by:
            raise SystemExit(128 + stopped_by)
        return changes

    def edit_file(self, data: bytes) -> AbstractContextManager[bytes]:
        """Let the user change a YAML file in their editor; a draft that is refused is kept."""
        from llmroadmap.terminal.editor import edited

        return edited(data, "roadmap.yaml", self._environ, is_terminal=self._screen.is_terminal)

    def _prompt(self, question: str, hint: str) -> None:
        """Ask; what may be answered stays in one piece, with room behind it for the answer."""
        text, room = clean(question), max(self._screen.width - _ANSWER, 10)
        spans = [text, f" {hint}"] if hint else [text]
        rows = wrap(spans, room, 2, [Break.ALLOWED, Break.NEVER][: len(spans)])
        lines = ["".join(piece for piece, _ in row).strip() for row in rows]
        self._err.write("\n  ".join(lines) + " ")
        self._err.flush()

    def _somebody_is_there(self) -> bool:
        return self._screen.is_terminal and sys.stdin is not None and sys.stdin.isatty()


def _line() -> str:
    """Return what was typed, in small letters and without spaces; the end of the input is QUIT."""
    binary = getattr(sys.stdin, "buffer", None)
    row = sys.stdin.readline() if binary is None else binary.readline()
    if not row:
        return QUIT
    return (row if isinstance(row, str) else row.decode("utf-8", "replace")).strip().lower()


def _answer() -> str:
    """Return the line that was typed, full-width signs as plain ones.

    What is not text, as half a character, is no yes.
    """
    binary = getattr(sys.stdin, "buffer", None)
    if binary is None:
        typed = sys.stdin.readline()
    else:
        typed = str(binary.readline().decode(sys.stdin.encoding or "utf-8", "replace"))
    return normalize("NFKC", typed).strip().casefold()


def _meant(answer: str, choices: "list[Choice]") -> list[int]:
    """Return the places of what the answer may mean: a number, an id, or more of a title."""
    number = answer.removeprefix("@")
    if number.isascii() and number.isdecimal() and 0 < int(number[:9]) <= len(choices):
        return [int(number) - 1]
    names = [choice.name.casefold() for choice in choices]
    if answer in names:
        return [names.index(answer)]
    if len(answer) == 1 and answer.isascii():
        return []
    return [
        place
        for place, choice in enumerate(choices)
        if names[place].endswith(f".{answer}") or answer in choice.title.casefold()
    ]

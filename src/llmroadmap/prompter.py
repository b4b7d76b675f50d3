"""What the program asks the user: yes or no, one of several, a text. Never under the lock."""

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TextIO

from llmroadmap.locales import texts, words_of
from llmroadmap.prompts import Declined, NeedsAnswer, NeedsChoice
from llmroadmap.terminal.screen import Screen, clean, line, plain

if TYPE_CHECKING:
    from llmroadmap.core.lookup.errors import GuessTaken, UnclearItem

MARK = "<!-- llmroadmap:"


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
    ) -> None:
        self._screen = screen
        self._lang = lang
        self._err = err
        self._environ = environ
        self._colour = colour
        self._as_json = as_json
        self.guesses: list[GuessTaken] = []  # what was taken for a name and has to be told

    def confirm(self, question: str, *, option: str, **facts: object) -> None:
        """Ask for a yes; raise Declined for anything else.

        Raises NeedsAnswer.
        """
        t = texts(self._lang)
        text = t.of("prompts.question", question, **facts)
        if not self._somebody_is_there():
            raise NeedsAnswer(text, option)
        self._prompt(f"{text} {t('prompts.ask_hint')}")
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
        Screen(self._err, self._environ, self._colour).print(
            line(f"{n:>3}  ", (name, "id"), f"  {title}", hanging_indent=5)
            for n, (name, title) in enumerate(choices, 1)
        )
        return self._number(text, len(choices))

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

        t, count = texts(self._lang), len(error.closest)
        Screen(self._err, self._environ, self._colour).print(to_pick_from(error, t))
        if count == 1 and not isinstance(error, AmbiguousItem):
            self._prompt(f"{t('prompts.question.pick_this')} {t('prompts.ask_hint')}")
            self._expect_yes()
            return 0
        return self._number(t("prompts.question.pick_item"), count)

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

    def _expect_yes(self) -> None:
        if _answer().lower() not in words_of("yes"):
            raise Declined

    def _number(self, question: str, last: int) -> int:
        """Ask for a number from 1 to `last` until one is given; return the place it stands for.

        An empty line, or the end of the input, leaves all as it is.
        """
        text = f"{question} [1-{last}]"
        while True:
            self._prompt(text)
            answer = _answer()
            if not answer:
                raise Declined
            if answer.isascii() and answer.isdigit() and 0 < int(answer[:9]) <= last:
                return int(answer) - 1
            text = texts(self._lang)("prompts.no_such_number", last=last)

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
            self._prompt(f"{text} {t('prompts.ask_hint')}")
            if sys.stdin.readline().strip().lower() not in words_of("yes"):
                return 0
        return passed

    def _left(self, left: str, text: str) -> None:
        self._err.write(f"\r{plain(line(text))}\x1b[K" if left else "\r\x1b[K")
        self._err.flush()

    def edit_file(self, data: bytes) -> AbstractContextManager[bytes]:
        """Let the user change a YAML file in their editor; a draft that is refused is kept."""
        from llmroadmap.terminal.editor import edited

        return edited(data, "roadmap.yaml", self._environ, is_terminal=self._screen.is_terminal)

    def _prompt(self, words: str) -> None:
        self._err.write(plain(line(words)) + " ")
        self._err.flush()

    def _somebody_is_there(self) -> bool:
        return self._screen.is_terminal and sys.stdin is not None and sys.stdin.isatty()


def _answer() -> str:
    """Return the line that was typed; what is not text, as half a character, is no yes."""
    binary = getattr(sys.stdin, "buffer", None)
    if binary is None:
        return sys.stdin.readline().strip()
    encoding = sys.stdin.encoding or "utf-8"
    return str(binary.readline().decode(encoding, "replace")).strip()

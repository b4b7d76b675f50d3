"""What the program asks the person: yes or no, one of several, a text. Never under the lock."""

import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TextIO

from llmroadmap.core.errors import Declined, NeedsAnswer, NeedsChoice
from llmroadmap.locales import texts
from llmroadmap.views.terminal import Screen, clean, line, plain

MARK = "<!-- llmroadmap:"


class Conversation:
    """Asks on standard error, where there is a person; raises where nobody can answer."""

    def __init__(
        self, screen: Screen, lang: str, err: TextIO, environ: Mapping[str, str], colour: str
    ) -> None:
        self._screen = screen
        self._lang = lang
        self._err = err
        self._environ = environ
        self._colour = colour

    @property
    def answers(self) -> dict[str, Callable[..., object]]:
        """Return what a command's `run` may ask for, by the name of its parameter."""
        return {"ask": self.ask, "choose": self.choose, "write": self.write}

    def ask(self, question: str, *, option: str, **facts: object) -> None:
        """Ask for a yes; raise Declined for anything else."""
        t = texts(self._lang)
        asked = t["questions"][question].format(**facts)
        if not self._somebody_is_there():
            raise NeedsAnswer(asked, option)
        self._prompt(f"{asked} {t['ask_hint']}")
        if sys.stdin.readline().strip().lower() not in ("y", "yes", "是", "好"):
            raise Declined

    def choose(self, question: str, choices: list[tuple[str, str]], *, option: str) -> int:
        """Let the person pick one of `choices` (name, title) by number; return its place."""
        asked = texts(self._lang)["questions"][question]
        if not self._somebody_is_there():
            raise NeedsChoice(asked, choices, option)
        Screen(self._err, self._environ, self._colour).print(
            line(f"{n:>3}  ", (name, "id"), f"  {title}", hang=5)
            for n, (name, title) in enumerate(choices, 1)
        )
        self._prompt(f"{asked} [1-{len(choices)}]")
        answer = sys.stdin.readline().strip()
        if not (answer.isascii() and answer.isdigit() and 0 < int(answer[:9]) <= len(choices)):
            raise Declined
        return int(answer) - 1

    def write(self, item: str, title: str) -> AbstractContextManager[str]:
        """Let the person write a note on `item` in their editor.

        The text is kept on disk until the context ends well.
        """
        from llmroadmap.storage.written_text import from_editor  # subprocess, only for this

        about = "".join(f"{clean(row)}\n" for row in texts(self._lang)["note_template"])
        head = about.format(item=item, title=clean(title)).replace("-->", "—>")
        can_see = self._screen.is_terminal
        return from_editor(f"\n{MARK} {head}-->\n", MARK, self._environ, is_terminal=can_see)

    def _prompt(self, words: str) -> None:
        self._err.write(plain(line(words)) + " ")
        self._err.flush()

    def _somebody_is_there(self) -> bool:
        return self._screen.is_terminal and sys.stdin is not None and sys.stdin.isatty()

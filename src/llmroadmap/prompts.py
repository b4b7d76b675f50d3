"""What a command may ask the user; `prompter` does it on a terminal."""

from contextlib import AbstractContextManager
from typing import Protocol

from llmroadmap.core.errors import UnclearItem


class Prompts(Protocol):
    """Questions to the user. Where nobody can answer, each raises an error that says what to do."""

    def confirm(self, question: str, *, option: str, **facts: object) -> None:
        """Ask for a yes; raises Declined for anything else, NeedsAnswer where nobody is there."""

    def select(
        self, question: str, choices: list[tuple[str, str]], *, option: str, **facts: object
    ) -> int:
        """Let one of `choices` (name, title) be picked and return its index.

        Raises Declined, and NeedsChoice where nobody is there.
        """

    def resolve_ambiguity(self, error: UnclearItem) -> int:
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

    def edit_file(self, data: bytes) -> AbstractContextManager[bytes]:
        """Let a YAML file be changed in the editor; a draft that is rejected is kept."""

"""What the browser shows and does: every key is a line of the command line, run on fresh files."""

import io
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.core.lookup.errors import UnknownItem
from llmroadmap.filesystem.files import fingerprint
from llmroadmap.locales import Texts, texts
from llmroadmap.storage.workspace import Workspace
from llmroadmap.terminal.screen import Line, Screen, line, plain
from llmroadmap.views.error import show as show_error
from llmroadmap.views.words import separator, step_time

if TYPE_CHECKING:
    from llmroadmap.prompts import Prompts

# Runs the words of a line on a workspace, as the command line does: its name and its result.
RunLine = Callable[[list[str], Workspace, "Prompts"], tuple[str, Any]]


class Outcome(NamedTuple):
    """What a line came to: what to show, whether it failed, and how many events it wrote."""

    lines: list[Line]
    failed: bool
    written: int


class _Pane(Screen):
    """A part of the full screen: as wide as it is, and nothing in it is typed by its number."""

    def __init__(self, workspace: Workspace, width: int) -> None:
        super().__init__(io.StringIO(), workspace.environ)
        self.is_terminal = True
        self.is_unicode = True
        self._width = width

    @property
    def width(self) -> int:
        """Return the columns of the pane."""
        return max(self._width, 20)

    def begin_list(self) -> None:
        """Leave the entries without numbers."""
        self.numbered = None


class Session:
    """The files as they were when last looked at, and the way to change them."""

    def __init__(self, workspace: Workspace, run_line: RunLine) -> None:
        self._origin = workspace
        self._run_line = run_line
        self.workspace = workspace
        self.written = 0
        self._seen = self._fingerprints()

    @property
    def t(self) -> Texts:
        """Return the texts in the language of the session."""
        return texts(self.workspace.lang)

    def fresh(self) -> Workspace:
        """Return a workspace that has read nothing yet, at the present instant."""
        origin = self._origin
        fixed = "LLMROADMAP_NOW" in origin.environ
        now = origin.now if fixed else datetime.now(origin.now.tzinfo)
        return Workspace(
            origin.locations,
            origin.settings,
            origin.lang,
            now,
            origin.choice,
            None,
            origin.environ,
        )

    def has_changed(self) -> bool:
        """Tell whether the plan or the progress is another one, and look at it from now on."""
        if self._fingerprints() == self._seen:
            return False
        self.look_again()
        return True

    def look_again(self) -> None:
        """Read everything anew; a file that cannot be read leaves what was read before."""
        workspace = self.fresh()
        self._seen = self._fingerprints()
        try:
            _ = workspace.progress
        except LlmroadmapError:
            return
        self.workspace = workspace

    def _fingerprints(self) -> list[str | None]:
        workspace = self._origin
        paths = workspace.roadmap_path, workspace.overlay.path, workspace.file.path
        try:
            return [fingerprint(path) for path in paths]
        except LlmroadmapError:
            return []

    def run(self, words: Sequence[str], prompts: "Prompts", width: int) -> Outcome:
        """Run a line and return what the command line would show of it."""
        workspace = self.fresh()
        pane = _Pane(workspace, width)
        try:
            name, result = self._run_line(list(words), workspace, prompts)
            lines = import_module(f"llmroadmap.views.{name}").show(result, pane, self.t)
        except LlmroadmapError as error:
            return Outcome(show_error(error, pane, self.t), failed=True, written=0)
        except OSError as error:
            said = Line((), 0)._replace(spans=(_span(str(error)),))
            return Outcome([said], failed=True, written=0)
        written = len(workspace.recorded)
        self.written += bool(written)
        self.look_again()
        return Outcome(lines, failed=False, written=written)

    def result(self, words: Sequence[str], prompts: "Prompts") -> Any:
        """Run a line that only reads, and return its result.

        Raises what the command raises.
        """
        return self._run_line(list(words), self.fresh(), prompts)[1]

    def item_lines(self, node: int, prompts: "Prompts", width: int) -> list[Line]:
        """Return everything about an item, as `show` says it, and what `recall` asks about it."""
        item = self.workspace.roadmap.id_of(node)
        try:
            name, result = self._run_line(["show", item], self.workspace, prompts)
            view = import_module(f"llmroadmap.views.{name}")
            lines: list[Line] = view.show(result, _Pane(self.workspace, width), self.t)
            lines += [line("  - ", each, hanging_indent=4) for each in result.questions]
        except LlmroadmapError as error:
            return show_error(error, _Pane(self.workspace, width), self.t)
        return lines

    def node(self, item: str) -> int:
        """Return the node of a full id; raises UnknownItem."""
        node = self.workspace.roadmap.find(item)
        if node is None:
            raise UnknownItem(item)
        return node

    def status(self, prompts: "Prompts") -> tuple[str, str]:
        """Return what is next, and how the week goes."""
        try:
            result = self._run_line(["today"], self.workspace, prompts)[1]
        except LlmroadmapError as error:
            return plain(show_error(error, _Pane(self.workspace, 80), self.t)[0]), ""
        from llmroadmap.views._pace import target_fact

        t, upcoming = self.t, ""
        if result.next:
            step = result.next[0]
            label = t("common.now") if step.state == "started" else t("common.next_is")
            took = separator(t, step.title, step_time(t, step))
            upcoming = f"{label}{step.id}  {took}"
        week = target_fact(result.target, t) or t("browse.week", n=result.week.steps)
        return upcoming, week


def _span(text: str) -> Any:
    from llmroadmap.terminal.screen import Span

    return Span(text=text, style="error")

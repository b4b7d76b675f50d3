"""The browser: the plan on the left, an item on the right, what is next below."""

import gc
import signal
from collections.abc import Callable, Sequence
from time import sleep
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Input, Static
from textual.worker import get_current_worker

from llmroadmap.commands import COMMANDS
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.prompts import Declined
from llmroadmap.terminal.screen import Line, line
from llmroadmap.tui.plan_list import PlanList
from llmroadmap.tui.questions import Ask, BoxPrompts, Page, Pick
from llmroadmap.tui.session import RunLine, Session
from llmroadmap.tui.text import rich_text

if TYPE_CHECKING:
    from llmroadmap.prompts import Prompts
    from llmroadmap.storage.workspace import Workspace

_ONE_PANE = 60  # columns; below it there is room for one of the two
_FOUND = "200"  # items at the most
_TYPING = 0.06  # seconds between two letters of one word
_STOPPED = 128  # and the number of the signal


class Browser(App[None]):
    """Walks through the plan; each key is a command."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { layout: vertical; }
    #panes { height: 1fr; }
    PlanList { width: 1fr; scrollbar-size-vertical: 1; }
    #item { width: 1fr; scrollbar-size-vertical: 1; border-left: solid $foreground 30%; padding: 0 1; }
    #item:focus { border-left: solid $foreground; }
    #said { max-height: 8; height: auto; padding: 0 1; border-top: solid $foreground 30%; }
    #status { height: 1; padding: 0 1; text-style: bold; }
    #find { height: 1; border: none; padding: 0 1; }
    .narrow #item { display: none; }
    .narrow.reading PlanList { display: none; }
    .narrow.reading #item { display: block; border: none; }
    ModalScreen { align: center middle; }
    .box { width: 80%; max-width: 76; height: auto; max-height: 80%; padding: 1 2;
           border: round $foreground; background: $background; }
    .box OptionList { height: auto; max-height: 14; border: none; }
    .hint { text-style: dim; }
    .page { width: 100%; height: 100%; padding: 1 3; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,space", "line('done')", "done"),
        Binding("s", "start_or_stop", "start/stop"),
        Binding("n", "note", "note"),
        Binding("o", "line('open')", "open"),
        Binding("slash", "find", "find", key_display="/"),
        Binding("question_mark", "help", "?", key_display="?"),
        Binding("q", "quit", "quit"),
        Binding("ctrl+q", "quit", "quit", show=False, priority=True),
        Binding("x", "line('skip')", "skip", show=False),
        Binding("r", "line('reopen')", "reopen", show=False),
        Binding("c", "line('checkin')", "checkin", show=False),
        Binding("N", "note_in_editor", "note", show=False),
        Binding("p", "proof", "proof", show=False),
        Binding("u", "line('undo', False)", "undo", show=False),
        Binding("U,ctrl+r", "line('redo', False)", "redo", show=False),
        Binding("m", "mark", "mark", show=False),
        Binding("M", "line('mute')", "mute", show=False),
        Binding("f", "filter", "filter", show=False),
        Binding("t", "next_step", "next", show=False),
        Binding("w", "page('week')", "week", show=False),
        Binding("y", "page('stats')", "stats", show=False),
        Binding("tab", "other_pane", "pane", show=False, priority=True),
        Binding("escape", "leave", "leave", show=False, priority=True),
        Binding("ctrl+c", "interrupt", "quit", show=False, priority=True),
    ]

    def __init__(
        self, workspace: "Workspace", run_line: RunLine, on_terminal: "Prompts", start: str
    ) -> None:
        super().__init__(ansi_color=True)
        self.session = Session(workspace, run_line)
        self.prompts = BoxPrompts(self, workspace.lang, on_terminal)
        self.on_terminal = on_terminal
        self.start = start
        self.stopped_by = 0
        self._busy = False
        self._narrowed_by: dict[str, list[str]] = {}  # options of `list`, all of which hold
        for key, description in _FOOTER.items():
            for binding in self._bindings.key_to_bindings.get(key, []):
                named = self.session.t(description)
                at = self._bindings.key_to_bindings[key].index(binding)
                self._bindings.key_to_bindings[key][at] = _described(binding, named)

    def compose(self) -> ComposeResult:
        """Return the parts of the screen."""
        with Horizontal(id="panes"):
            yield PlanList(self.session)
            with VerticalScroll(id="item"):
                yield Static(id="shown")
        yield Static(id="said")
        yield Input(id="find", placeholder=self.session.t("browse.find"))
        yield Static(id="status")
        yield Footer(show_command_palette=False, compact=True)

    @property
    def plan(self) -> PlanList:
        """Return the list of the plan."""
        return self.query_one(PlanList)

    def on_mount(self) -> None:
        """Begin at the item that was asked for, else at the next step."""
        self.query_one("#said").display = False
        self.query_one("#find").display = False
        self._fit()
        self.action_next_step(self.start)
        self.plan.focus()
        self._show_status()
        self.set_interval(1.0, self._look_again)

    def on_resize(self) -> None:
        """Show one pane where there is no room for two."""
        self._fit()
        self.call_after_refresh(self._show_item)

    def _fit(self) -> None:
        self.screen.set_class(self.size.width < _ONE_PANE, "narrow")

    def _look_again(self) -> None:
        """Show what another terminal changed."""
        before = len(self.session.workspace.roadmap), self.session.workspace.roadmap.fingerprint
        if not self._busy and self.session.has_changed():
            self._redraw(before)

    def _redraw(self, before: tuple[int, str]) -> None:
        roadmap = self.session.workspace.roadmap
        self.plan.look_again(is_same_plan=(len(roadmap), roadmap.fingerprint) == before)
        self._show_item()
        self._show_status()

    def on_plan_list_highlighted(self) -> None:
        """Show the item under the cursor."""
        self._show_item()

    def _show_item(self) -> None:
        pane = next(iter(self.query("#item").results(VerticalScroll)), None)
        if pane is None:  # the list is drawn before the rest of the screen is there, and after it
            return
        width = max((pane.size.width or self.size.width // 2) - 3, 20)
        if self.plan.node >= 0:
            lines = self.session.item_lines(self.plan.node, self.prompts, width)
            self.query_one("#shown", Static).update(rich_text(lines, width))
            pane.scroll_home(animate=False)

    def _show_status(self) -> None:
        upcoming, week = self.session.status(self.prompts)
        room = max(self.size.width - 4, 20)
        from llmroadmap.terminal.screen import truncate
        from llmroadmap.terminal.wrapping import display_width

        rest = room - display_width(week) - 2
        text = Text(truncate(upcoming, max(rest, 10)))
        text.append(" " * max(rest - text.cell_len, 0) + "  " + week, "dim")
        self.query_one("#status", Static).update(text)

    def _say(self, lines: Sequence[Line]) -> None:
        said = self.query_one("#said", Static)
        said.display = bool(lines)
        said.update(rich_text(lines[:8], max(self.size.width - 4, 20)))

    def action_line(self, name: str, of_items: bool = True) -> None:
        """Run the command of this name on what is chosen."""
        ids = [self.plan.roadmap.id_of(node) for node in self.plan.chosen] if of_items else []
        if of_items and not ids:
            return
        self._run([name, *ids])

    def action_start_or_stop(self) -> None:
        """Start the step, or end the sitting on one that is in progress."""
        node = self.plan.node
        if node >= 0:
            running = self.plan.progress.state(node) == "started"
            self._run(["stop" if running else "start", self.plan.roadmap.id_of(node)])

    def action_note(self) -> None:
        """Ask for a note on the item."""
        self._ask_for("note", "browse.note")

    def action_proof(self) -> None:
        """Ask for the address of what came of the item."""
        self._ask_for("proof", "browse.proof")

    def _ask_for(self, name: str, question: str) -> None:
        if self.plan.node < 0:
            return
        item = self.plan.roadmap.id_of(self.plan.node)

        def write(text: str | None) -> None:
            if text:
                self._run([name, "--", item, text])

        # At once: what is typed behind the key is no key of the list any more.
        self.push_screen(Ask(self.session.t(question, id=item)), write)

    def action_note_in_editor(self) -> None:
        """Hand the terminal to the editor for a note."""
        if self.plan.node < 0:
            return
        item = self.plan.roadmap.id_of(self.plan.node)
        before = self._version()
        with self.suspend():
            outcome = self.session.run(["note", item], self.on_terminal, self.size.width - 4)
        self._say(outcome.lines)
        self._redraw(before)

    def _version(self) -> tuple[int, str]:
        roadmap = self.session.workspace.roadmap
        return len(roadmap), roadmap.fingerprint

    @work(thread=True, exclusive=True, group="line")
    def _run(self, words: list[str]) -> None:
        """Run a line in a thread of its own, so that it can ask in boxes."""
        self._busy = True
        before = self._version()
        try:
            outcome = self.session.run(words, self.prompts, self.size.width - 4)
        finally:
            self._busy = False
        self.call_from_thread(self._done, outcome, before)

    def _done(self, outcome: Any, before: tuple[int, str]) -> None:
        if outcome.written:
            self.plan.marked.clear()
        self._say(outcome.lines)
        self._redraw(before)

    def action_mark(self) -> None:
        """Mark the item, for a key that is to hold for several."""
        self.plan.toggle_mark()

    def action_find(self) -> None:
        """Find as one types."""
        field = self.query_one("#find", Input)
        field.display = True
        # At once: what is typed behind the slash is no key of the list any more.
        self.screen.set_focus(field)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has the words typed so far."""
        if event.input.id == "find":
            self._find(event.value.split())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was found and go back to the list."""
        if event.input.id == "find":
            self._close_find()

    def _close_find(self) -> None:
        self.query_one("#find", Input).display = False
        self.screen.set_focus(self.plan)

    @work(thread=True, exclusive=True, group="find")
    def _find(self, words: list[str]) -> None:
        """Show only what `find` finds; without words to look for, all.

        In a thread of its own: whoever types on in a plan of 10,000 steps waits for no search.
        """
        worker = get_current_worker()
        found: list[int] | None = None
        if words:
            sleep(_TYPING)
            if worker.is_cancelled:
                return
            try:
                result = self.session.result(["find", "-n", _FOUND, "--", *words], self.prompts)
            except (LlmroadmapError, Declined):
                return
            find = self.plan.roadmap.find
            found = [node for each in result.found if (node := find(each.id)) is not None]
        if not worker.is_cancelled:
            self.call_from_thread(self.plan.filter, found)

    def action_filter(self) -> None:
        """Ask what is to be shown: open, of a kind, short enough, in a language, with a tag."""
        t = self.session.t
        kinds = [
            (t("browse.filters.open"), ["--open"], ""),
            (t("browse.filters.kind"), ["--kind"], "browse.ask_kind"),
            (t("browse.filters.time"), ["--time"], "browse.ask_time"),
            (t("browse.filters.language"), ["--in"], "browse.ask_language"),
            (t("browse.filters.tag"), ["--tag"], "browse.ask_tag"),
            (t("browse.filters.all"), [], ""),
        ]
        known = {name for names, *_ in COMMANDS["list"].options for name in names}
        kinds = [each for each in kinds if not each[1] or each[1][0] in known]

        def ask(picked: int | None) -> None:
            if picked is None:
                return
            _, options, question = kinds[picked]
            if not options:
                self._show_all()
            elif question:
                self.push_screen(Ask(t(question)), lambda value: show(options, value))
            else:
                self._filter_with(options)

        def show(options: list[str], value: str | None) -> None:
            if value:
                self._filter_with([*options, value])

        self.push_screen(Pick(t("browse.filter"), [each[0] for each in kinds]), ask)

    def _filter_with(self, words: list[str]) -> None:
        """Show only what these options of `list` leave of what is shown."""
        option, *value = words
        self._narrowed_by[option] = value
        words = [word for name, given in self._narrowed_by.items() for word in (name, *given)]
        try:
            result = self.session.result(["list", *words], self.prompts)
        except LlmroadmapError as error:
            from llmroadmap.views.error import message

            del self._narrowed_by[option]
            self._say([line((message(error, self.session.t), "error"))])
            return
        find = self.plan.roadmap.find
        nodes = [node for each in result.steps if (node := find(each.id)) is not None]
        if nodes:
            self.plan.filter(nodes)
            said = f"llmroadmap list {' '.join(words)}"
            self._say([line((said, "key"), f"  {self.session.t('browse.until_escape')}")])
        else:
            del self._narrowed_by[option]
            self._say([line(self.session.t("browse.nothing"))])

    def _show_all(self) -> None:
        """Take all filters away."""
        self._narrowed_by.clear()
        self.plan.filter(None)
        self._say([])

    def action_next_step(self, item: str = "") -> None:
        """Go to the next step, or to an item."""
        from llmroadmap.core.study.selection import next_steps

        if item:
            node = self.plan.roadmap.find(item)
        else:
            node = next((o.node for o in next_steps(self.plan.progress, 1)), None)
        self._narrowed_by.clear()
        self.plan.filter(None)
        self.plan.go_to(node if node is not None else 0)

    def action_page(self, name: str) -> None:
        """Show what a command says, on a page of its own."""

        def make(width: int) -> Text:
            lines = self.session.run([name], self.prompts, width).lines
            return rich_text(lines, width)

        self.push_screen(Page(make))

    def action_help(self) -> None:
        """List all keys."""
        t = self.session.t
        keys = [line((t("browse.title"), "title")), line()]
        keys += [line((key.ljust(12), "key"), t(text), hanging_indent=12) for key, text in _KEYS]
        self.push_screen(Page(lambda width: rich_text(keys, width)))

    def action_other_pane(self) -> None:
        """Go from the list to the item, and back."""
        reading = self.plan.has_focus
        self.screen.set_class(reading, "reading")
        if reading:
            self.query_one("#item", VerticalScroll).focus()
            self.call_after_refresh(self._show_item)
        else:
            self.plan.focus()

    def action_leave(self) -> None:
        """Leave what was opened last: a box, the search, the item, what was found, the message."""
        if len(self.screen_stack) > 1:
            box: Any = self.screen
            box.dismiss(False if type(box).__name__ == "Confirm" else None)
        elif self.query_one("#find", Input).display:
            self.query_one("#find", Input).value = ""
            self._close_find()
        elif not self.plan.has_focus:
            self.action_other_pane()
        elif self.plan.is_filtered:
            self._show_all()
        elif self.plan.marked:
            self.plan.marked.clear()
            self.plan.refresh()
        else:
            self._say([])

    def action_interrupt(self) -> None:
        """End as Ctrl-C ends a command."""
        self.exit()

    def stop(self, number: int) -> None:
        """End because a signal says so, and leave the terminal as it was."""
        self.stopped_by = number
        self.exit()


_FOOTER = {
    "d": "browse.keys.done",
    "space": "browse.keys.done",
    "s": "browse.keys.start",
    "n": "browse.keys.note",
    "o": "browse.keys.open",
    "slash": "browse.keys.find",
    "question_mark": "browse.keys.help",
    "q": "browse.keys.quit",
}
_KEYS = (
    ("j k ↓ ↑", "browse.keys.move"),
    ("l h → ← ⏎", "browse.keys.fold"),
    ("g G", "browse.keys.edge"),
    ("d space", "browse.keys.done"),
    ("s", "browse.keys.start"),
    ("x", "browse.keys.skip"),
    ("r", "browse.keys.reopen"),
    ("c", "browse.keys.checkin"),
    ("n N", "browse.keys.note_how"),
    ("p", "browse.keys.proof"),
    ("o", "browse.keys.open"),
    ("u U", "browse.keys.undo"),
    ("m", "browse.keys.mark"),
    ("M", "browse.keys.mute"),
    ("/ f", "browse.keys.find_how"),
    ("t", "browse.keys.next"),
    ("w y", "browse.keys.week"),
    ("tab", "browse.keys.pane"),
    ("esc", "browse.keys.leave"),
    ("?", "browse.keys.help"),
    ("q", "browse.keys.quit"),
)


def _described(binding: Binding, description: str) -> Binding:
    from dataclasses import replace

    return replace(binding, description=description)


def browse(
    workspace: "Workspace", run_line: RunLine, on_terminal: "Prompts", start: str
) -> tuple[int, int]:
    """Run the browser; return how many changes were made, and the signal that ended it, or 0."""
    app = Browser(workspace, run_line, on_terminal, start)
    # It lives long: what the start of the program saves by this would grow here.
    gc.enable()
    before = {number: _on(number, app.stop) for number in _signals()}
    try:
        app.run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        gc.disable()
    return app.session.written, app.stopped_by


def _signals() -> list[int]:
    names = ("SIGTERM", "SIGHUP")
    return [int(getattr(signal, name)) for name in names if hasattr(signal, name)]


def _on(number: int, stop: Callable[[int], None]) -> Any:
    return signal.signal(number, lambda signum, frame: stop(signum))

"""recall: two minutes on what you finished a while ago."""

from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from llmroadmap.commands._recall import known, left_today, memories, percent
from llmroadmap.commands.notes import summary
from llmroadmap.core.days import iso
from llmroadmap.core.errors import InvalidOption, LlmroadmapError, UsageProblem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.model.question import Question, without_questions
from llmroadmap.core.progress.events import Draft
from llmroadmap.core.progress.notes import Note, notes
from llmroadmap.core.progress.progress import DONE, UNCOUNTED
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.fsrs_memory import Fsrs
from llmroadmap.core.study.memory import Memories, Memory, due, reviews
from llmroadmap.core.study.questions import questions_about
from llmroadmap.declaration import Argument, ComingDay, Command, Option, Recalled
from llmroadmap.prompts import QUIT, SKIP, UNDO, Prompts, Quiz
from llmroadmap.results.recall import (
    AnswerSummary,
    QuestionSummary,
    RecallBy,
    RecallDay,
    RecallResult,
)
from llmroadmap.results.summaries import item_ref
from llmroadmap.storage.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from llmroadmap.core.model.tree import RecallTree

COMMAND = Command(
    group="day",
    after="checkin",
    examples=(
        "llmroadmap recall",
        "llmroadmap recall hf.2",
        "llmroadmap recall grade hf.2.5 3",
        "llmroadmap recall --by 2028-06-30",
        "llmroadmap config recall_max 5",
    ),
)
GRADES = (1, 2, 3, 4)


class NotFinished(LlmroadmapError):
    """A step that nobody has finished yet, where only a finished one can be asked about."""

    code = "not-finished"
    topic = "recall"
    exit_status = 2

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


def run(
    workspace: Workspace,
    prompts: Prompts,
    words: Annotated[list[str] | None, Argument(Recalled(), help="recall.words", many=True)] = None,
    by: Annotated[str, Option("--by", help="recall.by", kind=ComingDay())] = "",
) -> RecallResult:
    """Ask about finished steps that may be forgotten by now, or take a grade for one."""
    words = words or []
    session = _Session(workspace, prompts)
    if words[:1] == ["grade"]:
        if by:
            raise UsageProblem("one-of", "grade, --by", "recall")
        return session.result("graded", [_graded(session, words[1:])], None, None)
    until = _coming_day(by, workspace) if by else 0
    plan = _plan(session, until) if until else None
    shown = plan.summary if plan else None
    asked = plan.asked_today if plan else _chosen(session, words)
    if plan and words:
        within = _within(session, words)
        asked = [node for node in asked if node in within]
    answers = session.ask(asked, shown) if asked else None
    if answers is None:
        return session.result("listed", [], asked, shown)
    return session.result("asked", answers, asked, shown)


def _chosen(session: "_Session", words: list[str]) -> list[int]:
    """Return the steps to ask about: those due today, or what was named."""
    workspace = session.workspace
    waiting = due(session.memories, workspace.today)
    if not words:
        return waiting[: left_today(workspace, workspace.progress)]
    within = _within(session, words)
    if len(within) == 1:
        return list(within)
    return [node for node in waiting if node in within][: workspace.settings.recall_max]


def _within(session: "_Session", words: list[str]) -> range:
    """Return the nodes of what was named; raise NotFinished for a step that is not done."""
    workspace = session.workspace
    node = find_item(workspace, words, session.prompts.resolve_ambiguity)
    within = workspace.roadmap.subtree(node)
    if len(within) == 1 and not _is_done(workspace, node):
        raise NotFinished(workspace.roadmap.id_of(node))
    return within


def _is_done(workspace: Workspace, node: int) -> bool:
    return workspace.progress.states[node] % UNCOUNTED == DONE and workspace.roadmap.is_step(node)


def _graded(session: "_Session", words: list[str]) -> AnswerSummary:
    """Record a grade that another program asked for."""
    if len(words) < 2:
        missing = "GRADE" if words else "ITEM"
        raise UsageProblem(
            "missing-argument", missing, "recall", "recall.words", COMMAND.examples[2]
        )
    *name, typed = words
    if typed not in map(str, GRADES):
        raise InvalidOption("GRADE", typed, "grade")
    workspace = session.workspace
    node = find_item(workspace, name, session.prompts.resolve_ambiguity, to_change=True)
    if not _is_done(workspace, node):
        raise NotFinished(workspace.roadmap.id_of(node))
    return session.record(node, int(typed))


class _Plan(NamedTuple):
    """What to ask until a day: what is shown of it, and the steps of today."""

    summary: RecallBy
    asked_today: list[int]


def _coming_day(text: str, workspace: Workspace) -> int:
    from llmroadmap.commands._values import typed_coming_day  # only for a day that was given

    return typed_coming_day(text, workspace.today, workspace.week_starts, "--by")


def _plan(session: "_Session", until: int) -> _Plan:
    from llmroadmap.core.study.recall_plan import plan_until  # only for a day that was given

    workspace = session.workspace
    progress, today = workspace.progress, workspace.today
    most = workspace.settings.recall_max
    left = left_today(workspace, progress)
    made = plan_until(session.memories, session.fsrs, today, until, most, left)
    days = [
        RecallDay(iso(day), [item_ref(progress, node, workspace.lang) for node in nodes])
        for day, nodes in made.days.items()
    ]
    shown = RecallBy(
        day=iso(until),
        known_percent=percent(made.known),
        without_percent=percent(made.without),
        days=days,
    )
    return _Plan(shown, list(made.days.get(today, ())))


class _Session:
    """Asks, and records each answer as soon as it is given."""

    def __init__(self, workspace: Workspace, prompts: Prompts) -> None:
        self.workspace = workspace
        self.prompts = prompts
        self.fsrs = Fsrs()
        self.memories: Memories = memories(workspace, workspace.progress)
        self._changes: list[str] = []  # of the answers of this session
        self._notes: list[Note] | None = None
        self._was_unused = not workspace.progress.has_answers

    def ask(self, nodes: list[int], by: RecallBy | None) -> list[AnswerSummary] | None:
        """Ask about each of `nodes`; None where nobody is there to answer.

        Undone is the last answer of this session, and its question comes once more.
        """
        given: list[tuple[int, AnswerSummary]] = []
        place = 0
        aim = (by.day, by.known_percent, by.without_percent) if by else None
        while place < len(nodes):
            quiz = self._quiz(nodes[place], place + 1, len(nodes))
            said = self.prompts.quiz(quiz._replace(aim=aim))
            aim = None
            if said is None:
                return None
            if said == QUIT:
                break
            if said == UNDO:
                if given:
                    place, _ = given.pop()
                    self._undo()
                continue
            if said != SKIP:
                given.append((place, self.record(nodes[place], int(said))))
            place += 1
        return [answer for _, answer in given]

    def record(self, node: int, grade: int) -> AnswerSummary:
        """Write down how well a step was known."""
        workspace = self.workspace
        item = workspace.roadmap.id_of(node)
        draft: Draft = {"do": "recall", "item": item, "grade": grade}
        recorded = workspace.record(lambda progress: [draft])
        self._changes.append(recorded.events[0]["change"])
        memory = self.fsrs.memory(reviews(recorded.after, node))
        return AnswerSummary(
            id=item,
            title=workspace.roadmap.item(node).title(workspace.lang),
            grade=grade,
            next=iso(memory.due),
            next_days=memory.due - workspace.today,
        )

    def _undo(self) -> None:
        change = self._changes.pop()
        self.workspace.record(lambda progress: [{"do": "undo", "of": change}])

    def result(
        self,
        did: str,
        answered: list[AnswerSummary],
        waiting: list[int] | None,
        by: RecallBy | None,
    ) -> RecallResult:
        """Return what was answered, and where things stand now; by itself, what waits today."""
        workspace = self.workspace
        progress, today = workspace.progress, workspace.today
        found = memories(workspace, progress)
        if waiting is None:
            waiting = due(found, today)[: left_today(workspace, progress)]
        done = {answer.id for answer in answered}
        open_ones = [node for node in waiting if workspace.roadmap.id_of(node) not in done]
        return RecallResult(
            did=did,
            questions=[self._question(found, node) for node in open_ones],
            answered=answered,
            known=known(workspace, progress, found),
            most=workspace.settings.recall_max,
            next=iso(min([memory.due for memory in found.of.values()], default=0)) or None,
            by=by,
            is_first=bool(answered) and self._was_unused,
        )

    def _question(self, found: Memories, node: int) -> QuestionSummary:
        workspace = self.workspace
        pair, mine = self._asked(node)
        memory = found.of.get(node) or self._memory(node)
        return QuestionSummary(
            id=workspace.roadmap.id_of(node),
            title=workspace.roadmap.item(node).title(workspace.lang),
            question=pair.question,
            answer=pair.answer,
            notes=[summary(workspace, note) for note in mine],
            links=workspace.roadmap.linked(node, workspace.lang)[1],
            known_percent=percent(found.curve.known(memory, workspace.today)),
            last=iso(memory.last),
            next_days=self._next_days(memory),
        )

    def _quiz(self, node: int, number: int, total: int) -> Quiz:
        workspace = self.workspace
        item = workspace.roadmap.item(node)
        pair, mine = self._asked(node)
        memory = self._memory(node)
        links = workspace.roadmap.linked(node, workspace.lang)[1]
        return Quiz(
            number=number,
            total=total,
            id=item.id,
            title=item.title(workspace.lang),
            question=pair.question,
            answer=pair.answer,
            notes=[
                (iso(note.day), text) for note in mine if (text := without_questions(note.text))
            ],
            url=links[0]["url"] if links else "",
            last=iso(memory.last),
            next_days=self._next_days(memory),
        )

    def _memory(self, node: int) -> Memory:
        return self.fsrs.memory(reviews(self.workspace.progress, node))

    def _next_days(self, memory: Memory) -> dict[str, int]:
        """Return after how many days a step would be asked about again, by grade."""
        today = max(self.workspace.today, memory.last)
        return {str(g): self.fsrs.after(memory, today, g).due - today for g in GRADES}

    def _asked(self, node: int) -> tuple[Question, list[Note]]:
        """Return the question whose turn it is, and the notes on the step.

        Of several, the next one is asked the next time.
        """
        workspace = self.workspace
        if self._notes is None:
            self._notes = notes(workspace.events(), workspace.roadmap)
        mine = [note for note in self._notes if note.node == node]
        found = questions_about(self._recall, node, workspace.lang, [note.text for note in mine])
        times = len(workspace.progress.details(node).get("recalls", ()))
        return found[times % len(found)] if found else Question("", ""), mine

    @cached_property
    def _recall(self) -> "Mapping[int, Sequence[RecallTree]]":
        return self.workspace.roadmap.recall

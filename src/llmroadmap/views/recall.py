"""recall: a question, its answer, and what was answered."""

from typing import TYPE_CHECKING

from llmroadmap.prompts import Quiz
from llmroadmap.results.recall import (
    AnswerSummary,
    QuestionSummary,
    RecallBy,
    RecallResult,
)
from llmroadmap.results.summaries import KnownSummary
from llmroadmap.terminal.screen import BLANK, Line, Screen, line, pad
from llmroadmap.views._pace import known_in_words
from llmroadmap.views._steps import undo_line
from llmroadmap.views.notes import text_lines
from llmroadmap.views.words import (
    address,
    day_in_words,
    facts,
    sign,
    to_type,
    widest,
)

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

_DAYS_SHOWN = 7
_GRADES = ("1", "2", "3", "4")


def question_lines(quiz: Quiz, t: "Texts") -> list[Line]:
    """Return the lines of a question, before its answer."""
    head = line(
        (f"{quiz.number}/{quiz.total}", "dim"),
        "  ",
        (quiz.id, "id"),
        "  ",
        (quiz.title, "title"),
        hanging_indent=2,
    )
    aim = []
    if quiz.aim:
        day, known, without = quiz.aim
        words = t("recall.aim_short", day=day_in_words(day, t), n=known, without=without)
        aim = [BLANK, line(words)]
    return [*aim, BLANK, head, BLANK, line("  ", _question(quiz.question, quiz.title, t)), BLANK]


def _question(question: str, title: str, t: "Texts") -> str:
    return question or t("recall.say", title=title)


def answer_lines(quiz: Quiz, t: "Texts") -> list[Line]:
    """Return the lines of the answer, of the learner's notes, and of the grades."""
    lines = [BLANK]
    if quiz.answer:
        lines.append(line("  ", (quiz.answer, "key")))
    for day, text in quiz.notes:
        lines += [] if len(lines) == 1 else [BLANK]
        lines.append(line("  ", (t("recall.your_note", day=day_in_words(day, t)), "dim")))
        lines += text_lines(text, 4)
    if len(lines) == 1:
        lines.append(line("  ", (t("recall.no_answer"), "dim")))
    if quiz.url:
        lines += [BLANK, address(quiz.url, 2)]
    words = {grade: t.of("recall.grades", grade) for grade in _GRADES}
    width = widest(list(words.values())) + 2
    return [
        *lines,
        BLANK,
        *(
            line(
                "  ",
                (grade, "key"),
                f"  {pad(words[grade], width)}",
                (t("recall.again", time=_time(quiz.next_days[grade], t)), "dim"),
                hanging_indent=5,
            )
            for grade in _GRADES
        ),
    ]


def _time(days: int, t: "Texts") -> str:
    """Return a number of days as one says it."""
    return t("recall.days", n=days) if days < 60 else t("recall.months", n=round(days / 30.4))


def show(result: RecallResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `recall`."""
    lines = [BLANK] if result.did == "asked" else []
    lines += [_answer(answer, screen, t) for answer in result.answered]
    if result.by:
        lines += _plan(result.by, result.most, t)
    if result.did == "listed":
        for question in result.questions:
            lines += _listed(question, t)
    lines += _standing(result, t)
    if result.answered:
        if result.is_first:
            lines.append(to_type(t("recall.from_now_on"), "llmroadmap config recall off"))
        lines.append(undo_line(t, "llmroadmap undo"))
    elif result.did == "listed" and result.questions:
        command = f"llmroadmap recall grade {result.questions[0].id} 3"
        lines.append(to_type(t("recall.grade_one"), command))
    return lines


def _answer(answer: AnswerSummary, screen: Screen, t: "Texts") -> Line:
    time = t("recall.again", time=_time(answer.next_days, t))
    head = sign(screen, "done"), " ", (answer.id, "id"), "  ", (answer.title, "title"), "  "
    known = t.of("recall.grades", str(answer.grade))
    return line(*head, *facts(t, known, time), hanging_indent=2)


def _listed(question: QuestionSummary, t: "Texts") -> list[Line]:
    known = t("recall.known", n=question.known_percent)
    return [
        line(
            (question.id, "id"),
            "  ",
            (question.title, "title"),
            (f"  {known}", "dim"),
            hanging_indent=2,
        ),
        line("  ", _question(question.question, question.title, t)),
    ]


def _standing(result: RecallResult, t: "Texts") -> list[Line]:
    """Return how much is known, and what is left for today."""
    if result.known is None:
        return [] if result.answered else [line(t("recall.nothing_yet"))]
    lines = []
    if result.did != "listed" and not result.known.to_recall and result.answered:
        lines.append(line(t("recall.enough")))
    elif not result.questions and not result.answered and not result.by and result.next:
        lines.append(line(t("recall.nothing_due", day=day_in_words(result.next, t))))
    elif result.known.to_recall and result.did != "listed":
        lines.append(line(t("recall.left", n=result.known.to_recall)))
    return [*lines, known_line(result.known, t)]


def known_line(known: KnownSummary, t: "Texts") -> Line:
    """Return the line that says how much of what is done is probably still known."""
    return line((known_in_words(known, t), "dim"))


def _plan(by: RecallBy, most: int, t: "Texts") -> list[Line]:
    words = t(
        "recall.aim",
        day=day_in_words(by.day, t),
        most=most,
        n=by.known_percent,
        without=by.without_percent,
    )
    lines = [line(words), BLANK]
    for each in by.days[:_DAYS_SHOWN]:
        lines.append(line((day_in_words(each.day, t), "key")))
        lines += [
            line("  ", (ref.id, "id"), f"  {ref.title}", hanging_indent=4) for ref in each.items
        ]
    if len(by.days) > _DAYS_SHOWN:
        lines.append(line((t("recall.more_days", n=len(by.days) - _DAYS_SHOWN), "dim")))
    return [*lines, BLANK]

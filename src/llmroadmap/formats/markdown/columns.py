"""What the columns of a plan's tables hold: titles, numbers, states, times, days, materials."""

import re
from dataclasses import dataclass, field

from llmroadmap.formats.dates import read_day
from llmroadmap.formats.markdown.inline import Line
from llmroadmap.formats.markdown.names import plain_name
from llmroadmap.formats.plain_text import shows_something
from llmroadmap.formats.ticks import DONE, OPEN, is_empty_sign, is_status_head, state_of_cell
from llmroadmap.formats.times import MOST, read_minutes, read_weekly

_TIME_HEAD = re.compile(
    r"(?:(?:estimated|est\.?|approx\.?|total|study|expected|needed)\s*)?(?:time|hours?|hrs?|h|duration|effort|length|"
    r"minutes|mins?|workload|estimate)(?:\s*(?:needed|required|estimate|commitment))?|"
    r"(?:预计|预估|建议|学习|所需|大概)?(?:用时|时长|时间|学时|课时|耗时|小时数?|分钟数?)|所要時間|時間|시간|소요 ?시간|"
    r"tiempo(?: estimado)?|horas?|duración|duração|dauer|stunden|zeit|durée|heures|temps|"
    r"время|часы|часов|длительность",
    re.IGNORECASE,
)
_HOUR_UNIT = re.compile(
    r"hours?|hrs?|\bh\b|小时|小時|時間|시간|horas?|stunden|heures|час", re.IGNORECASE
)
_CLASS_UNIT = re.compile(r"学时|课时|學時|課時")
_MINUTE_UNIT = re.compile(r"min|分钟|分鐘|分間|분|мин", re.IGNORECASE)
_CLASS = 45
_UNIT_IN_BRACKETS = re.compile(r"\s*[(（\[/]\s*([^()（）\[\]]{1,12})[)）\]]?\s*$")
_WEEKS_HEAD = re.compile(r"duration|length|weeks?|周数|时长|duración|dauer|durée", re.IGNORECASE)
_EFFORT_HEAD = re.compile(r"effort|workload|hours?.*|工作量|每周.*|esfuerzo|aufwand", re.IGNORECASE)
_DAY_HEAD = re.compile(
    r"(?:date )?(?:done|completed|finished)(?: on| at| date)?|completion date|完成(?:日期|时间|于)|打卡日期|"
    r"fecha(?: de)? (?:fin|finalización)|erledigt am|terminé le|дата завершения|完了日",
    re.IGNORECASE,
)
_OPTIONAL_CELL = re.compile(
    r"optional|bonus|extra|选修|选学|选做|可选|選修|opcional|facultati[fv]|fakultativ|任意|선택",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\s*\d{1,2}\s?[:：.h]\s?\d{2}(?:\s*[ap]m)?(?:\s*(?:-|–|—|~|～|to|至|到)\s*(?:\d{1,2}\s?[:：.h]\s?\d{2})?)?.{0,4}|"
    r"\s*\d{1,2}\s*[ap]m(?:\s*[-–]\s*\d{1,2}\s*[ap]m)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)(?:\s*[-–~]\s*(\d{1,4}(?:[.,]\d{1,2})?))?\+?")


@dataclass(slots=True)
class Columns:
    """Which columns of one table say something beside the title of a row."""

    heads: list[str]
    states: set[int] = field(default_factory=set)
    times: set[int] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    own_marks: list[int] = field(default_factory=list)

    def read(self, rows: list[list[Line]]) -> None:
        """Look at the cells of all rows."""
        for column, head in enumerate(self.heads):
            cells = [row[column] for row in rows if column < len(row)]
            texts = [_with_mark(cell) for cell in cells]
            if _DAY_HEAD.fullmatch(plain_name(head)) and any(map(read_day, texts)):
                self.days.add(column)
            elif self._says_states(head, texts):
                self.states.add(column)
            elif _is_marks(texts):
                self.own_marks.append(column)
            elif any(_minutes(text, head) for text in texts):
                self.times.add(column)

    @property
    def used(self) -> set[int]:
        """Return the columns of which nothing is left to say."""
        return self.states | self.times | self.days

    def _says_states(self, head: str, texts: list[str]) -> bool:
        """Tell whether a column is ticks: it has open ones too, or its name says so."""
        filled = [text for text in texts if shows_something(text)]
        states = [state_of_cell(text) for text in filled]
        said = [state for state in states if state]
        if not said or len(said) * 5 < len(filled) * 4:
            return False
        if any(is_empty_sign(text.replace("\ufe0f", "").strip()[:1]) for text in filled):
            return True
        if not (is_status_head(head) or not shows_something(head)):
            return False
        return OPEN in said or (DONE in said and len(filled) < len(texts))

    def state(self, cells: list[Line]) -> str:
        """Return what the state columns of a row say; a column that says nothing says open."""
        found = [state_of_cell(_with_mark(cells[n])) for n in sorted(self.states) if n < len(cells)]
        return next((state for state in found if state), OPEN if self.states else "")

    def day(self, cells: list[Line]) -> str:
        """Return the day that a row was done on."""
        days = (read_day(cells[n].text) for n in sorted(self.days) if n < len(cells))
        return next((day for day in days if day), "")

    def minutes(self, cells: list[Line]) -> int:
        """Return how long a row takes, 0 where it does not say."""
        for column in sorted(self.times):
            if column < len(cells) and (
                minutes := _minutes(cells[column].text, self.heads[column])
            ):
                return minutes
        by_head = {plain_name(head): n for n, head in enumerate(self.heads) if n < len(cells)}
        weeks = [cells[n].text for head, n in by_head.items() if _WEEKS_HEAD.fullmatch(head)]
        effort = [cells[n].text for head, n in by_head.items() if _EFFORT_HEAD.fullmatch(head)]
        return read_weekly(weeks[0], effort[0]) if weeks and effort else 0


def is_timetable(rows: list[list[Line]]) -> bool:
    """Tell whether the first column is times of day: a timetable, and no list of what to study."""
    first = [row[0].text for row in rows if row]
    return sum(bool(_CLOCK.fullmatch(text)) for text in first) * 2 > len(first)


def says_optional(cells: list[Line]) -> bool:
    """Tell whether a cell of a row says that it is optional and nothing else."""
    return any(_OPTIONAL_CELL.fullmatch(cell.text.strip(" ()（）*")) for cell in cells)


def _is_marks(texts: list[str]) -> bool:
    filled = [text for text in texts if shows_something(text)]
    marks = [text for text in filled if state_of_cell(text) and not any(map(str.isalpha, text))]
    return bool(marks) and len(marks) * 5 >= len(filled) * 4


def _with_mark(cell: Line) -> str:
    """Return a cell's text with the sign that was taken off it; a box stands for its state."""
    return f"{cell.mark} {cell.text}".strip()


def _minutes(text: str, head: str) -> int:
    bracket = _UNIT_IN_BRACKETS.search(head)
    name = plain_name(head[: bracket.start()] if bracket else head)
    if not _TIME_HEAD.fullmatch(name):
        return 0
    minutes = read_minutes(text)
    number = _NUMBER.fullmatch(text.strip())
    if minutes or not number:
        return minutes
    value = float(number[1].replace(",", "."))
    if number[2]:
        value = (value + float(number[2].replace(",", "."))) / 2
    if _CLASS_UNIT.search(head):
        value *= _CLASS
    elif _HOUR_UNIT.search(bracket[1] if bracket else head):
        value *= 60
    elif not _MINUTE_UNIT.search(head):
        return 0
    return round(value) if 0 < value <= MOST else 0

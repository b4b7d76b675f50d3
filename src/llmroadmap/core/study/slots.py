"""Study slots: hours of the week that somebody keeps for learning, and what is laid into them."""

import re
from collections.abc import Iterable, Sequence

from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.records import NamedTuple

# So much of a slot is planned; the rest is for what takes longer.
PLANNED = 0.8

_DAYS = {
    name: day
    for day, names in enumerate(
        (
            ("mon", "monday", "周一", "星期一", "礼拜一", "一"),
            ("tue", "tues", "tuesday", "周二", "星期二", "礼拜二", "二"),
            ("wed", "wednesday", "周三", "星期三", "礼拜三", "三"),
            ("thu", "thur", "thurs", "thursday", "周四", "星期四", "礼拜四", "四"),
            ("fri", "friday", "周五", "星期五", "礼拜五", "五"),
            ("sat", "saturday", "周六", "星期六", "礼拜六", "六"),
            ("sun", "sunday", "周日", "周天", "星期日", "星期天", "礼拜日", "礼拜天", "日", "天"),
        )
    )
    for name in names
}
_GROUPS = {
    "daily": range(7),
    "everyday": range(7),
    "every day": range(7),
    "每天": range(7),
    "每日": range(7),
    "weekdays": range(5),
    "workdays": range(5),
    "工作日": range(5),
    "平日": range(5),
    "weekend": range(5, 7),
    "weekends": range(5, 7),
    "周末": range(5, 7),
}
_WIDE = str.maketrans("：；，、～－　０１２３４５６７８９", ":;,,~- 0123456789")
_SLOT = re.compile(
    r"(?P<days>.+?)\s*(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})|点(?P<half>半)?)\s+"
    r"(?:(?P<hours>[0-9]+(?:\.[0-9]+)?)\s*(?:h|小时))?\s*(?:(?P<minutes>[0-9]+)\s*(?:m|min|分钟|分)?)?"
)


class Slot(NamedTuple):
    """A time to study: the weekday (0 for Monday), when it begins and how long it is, in minutes."""

    weekday: int
    start: int
    minutes: int

    @property
    def time(self) -> str:
        """Return when it begins as 20:00."""
        return f"{self.start // 60:02}:{self.start % 60:02}"


def parse_slots(text: str) -> list[Slot]:
    """Return the slots of `Mon,Wed 20:00 45m; Sat 10:00 2h`, in the order of the week.

    Raises InvalidOption.
    """
    slots: dict[tuple[int, int], Slot] = {}
    for piece in text.translate(_WIDE).lower().split(";"):
        if not piece.strip():
            continue
        found = _SLOT.fullmatch(piece.strip())
        days = _weekdays(found["days"]) if found else []
        minutes = (
            round(60 * float(found["hours"] or 0) + int(found["minutes"] or 0)) if found else 0
        )
        start = _start(found) if found else -1
        if not days or not 0 < minutes <= 24 * 60 or start < 0:
            raise InvalidOption("study", piece.strip(), "slots")
        for day in days:
            slots[day, start] = Slot(day, start, minutes)
    return [slots[key] for key in sorted(slots)]


def _start(found: re.Match[str]) -> int:
    hour, minute = int(found["hour"]), 30 if found["half"] else int(found["minute"] or 0)
    return 60 * hour + minute if hour < 24 and minute < 60 else -1


def _weekdays(text: str) -> list[int]:
    """Return the days of `mon,wed`, `mon-fri`, `weekdays`, `周一三五` or `周一至周五`; [] for none."""
    text = text.strip()
    if text in _GROUPS:
        return list(_GROUPS[text])
    days: list[int] = []
    for piece in re.split(r"\s*[,/和&]\s*|\s+and\s+|\s+", text):
        ends = re.split(r"[-~到至–]", piece)
        if piece in _GROUPS:
            days += _GROUPS[piece]
        elif len(ends) == 2 and all(end in _DAYS for end in ends):
            first, last = _DAYS[ends[0]], _DAYS[ends[1]]
            days += [day % 7 for day in range(first, last + 1 + 7 * (last < first))]
        elif piece in _DAYS:
            days.append(_DAYS[piece])
        elif piece[:1] == "周" and piece[1:] and all(sign in _DAYS for sign in piece[1:]):
            days += [_DAYS[sign] for sign in piece[1:]]
        else:
            return []
    return sorted(set(days))


class Work(NamedTuple):
    """A step to lay into slots: how many minutes it takes, and how many it has had."""

    node: int
    minutes: int
    spent: int = 0


class Portion(NamedTuple):
    """A piece of a step: how many minutes of it, and how many are left after that."""

    node: int
    minutes: int
    left: int


class Sitting(NamedTuple):
    """A slot on a day, and what is laid into it; what does not fit goes on in the next."""

    day: int
    slot: Slot
    portions: list[Portion]


def lay(works: Iterable[Work], slots: Sequence[Slot], days: Iterable[int]) -> list[Sitting]:
    """Return the slots of the days with the steps in their order, each filled to four fifths."""
    waiting = [(work.node, max(work.minutes - work.spent, 1)) for work in works]
    waiting.reverse()
    sittings = []
    for day in days:
        for slot in slots:
            if slot.weekday != (day - 1) % 7:
                continue
            room, portions = int(slot.minutes * PLANNED), list[Portion]()
            while room > 0 and waiting:
                node, left = waiting.pop()
                part = min(left, room)
                room -= part
                portions.append(Portion(node, part, left - part))
                if left > part:
                    waiting.append((node, left - part))
            sittings.append(Sitting(day, slot, portions))
    return sittings

"""English, the language that every other falls back to in the end."""

from llmroadmap.locales import Language


def _numbered(first: int, *names: str) -> dict[str, int]:
    """Return the number of each name; those in one text are of one number."""
    return {word: n for n, text in enumerate(names, first) for word in text.split()}


class English(Language):
    name = "English"
    fallback = ""
    yes = ("y", "yes")
    no = ("n", "no", "q", "quit")
    days = {  # noqa: RUF012
        "today": 0,
        "tonight": 0,
        "yesterday": 1,
        "last night": 1,
        "day before yesterday": 2,
        "the day before yesterday": 2,
        "tomorrow": -1,
    }
    weekdays = _numbered(
        0,
        "monday mon",
        "tuesday tue tues",
        "wednesday wed",
        "thursday thu thur thurs",
        "friday fri",
        "saturday sat",
        "sunday sun",
    )
    months = _numbered(
        1,
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sep sept",
        "october oct",
        "november nov",
        "december dec",
    )
    periods = {  # noqa: RUF012
        f"{word} {unit}": (unit, offset)
        for word, offset in (("last", -1), ("this", 0), ("next", 1))
        for unit in ("week", "month")
    }
    which_weekday = {"last ": None, "this ": 0, "next ": 1}  # noqa: RUF012
    day_shifts = (("N U ago", -1), ("in N U", 1))
    day_units = {  # noqa: RUF012
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
    }
    numbers = {  # noqa: RUF012
        "half a": 0.5,
        "half an": 0.5,
        "half": 0.5,
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "ten": 10,
    }
    hours = ("h", "hr", "hrs", "hour", "hours")
    minutes = ("m", "min", "mins", "minute", "minutes")
    daily = (
        "a day", "/day", "per day", "each day", "every day", "daily", "/d", "a night", "every night",
        "an evening", "each evening", "every evening", "per evening",
    )  # fmt: skip
    weekly = (
        "a week", "/week", "per week", "each week", "every week", "weekly", "/wk", "/w", "per wk",
    )  # fmt: skip
    days_a_week = ("days", "day", "evenings", "nights", "times", "x")
    units = ("min", "h ")
    conflicts = ("conflict",)


LANGUAGE = English()

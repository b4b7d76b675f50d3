"""Days as people write them in a plan: 2024-07-05, 2024/7/5, 2024年7月5日, 5 Jul 2024."""

import re
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
DAY = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|"
    r"\d{1,2}\.\d{1,2}\.\d{4})"
)
_YEAR_FIRST = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,2}")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NAMED = re.compile(
    rf"(?:(\d{{1,2}})\w{{0,2}}\s{_MONTH},?\s|{_MONTH}\s(\d{{1,2}})\w{{0,2}},?\s)(\d{{4}})",
    re.IGNORECASE,
)


def read_day(text: str) -> str:
    """Return the day that a text says and nothing else as YYYY-MM-DD, "" where it says none."""
    text = text.strip(" ()（）")
    first, last, named = (p.fullmatch(text) for p in (_YEAR_FIRST, _DAY_FIRST, _NAMED))
    if first:
        return _day(int(first[1]), int(first[2]), int(first[3]))
    if last:
        return _day(int(last[3]), int(last[2]), int(last[1]))
    if named:
        month = _MONTHS.index((named[2] or named[3]).lower()) + 1
        return _day(int(named[5]), month, int(named[1] or named[4]))
    return ""


def _day(year: int, month: int, day: int) -> str:
    if not 1970 <= year <= 2199:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""

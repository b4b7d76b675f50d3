"""Ticks that come back: how far the steps are by a file in any of our formats, or a checklist.

What is read is one `Tick` for each line that says a state; which step it means is the matter of
`matching`. A module here reads one kind of file and is imported when such a file is there.
"""

from typing import NamedTuple


class Tick(NamedTuple):
    """A line of a file that says how far something is: open, started, done or skipped.

    `line` is its number, 0 where the file has no lines of its own. `id` is as it is written, and
    counts where it is of `roadmap` ("" where the file does not say). `above`: the titles of what it
    stands in. `day`: when it got there, YYYY-MM-DD, "" where the file does not say.
    """

    state: str
    title: str
    line: int = 0
    id: str = ""
    roadmap: str = ""
    urls: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    day: str = ""


# Of a longer line nobody reads the rest, and a title ends long before.
_LONGEST = 2000  # characters


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, of very long ones the beginning."""
    return [line.rstrip("\r")[:_LONGEST] for line in text.lstrip("\ufeff").split("\n")]


def read_ticks(text: str, path: str, roadmap_id: str) -> list[Tick] | None:
    """Return the ticks of a file's text, None where it is of no kind that is read here.

    `roadmap_id` is that of the roadmap in use: some files tell its steps from others.
    """
    start = text[:4000].lstrip("\ufeff \t\r\n")
    name = path.replace("\\", "/").rpartition("/")[2].lower()
    if start.startswith("BEGIN:VCALENDAR"):
        from llmroadmap.exports.ticks.tasks import ticks_of_calendar  # only for a calendar

        return ticks_of_calendar(text)
    if start.startswith(("[", "{")) and not start.startswith(("[ ]", "[x]", "[X]", "[[")):
        from llmroadmap.exports.ticks.tasks import ticks_of_taskwarrior  # only for its tasks

        return ticks_of_taskwarrior(text, roadmap_id)
    if start.startswith("id,title,stage,"):
        from llmroadmap.exports.ticks.tables import ticks_of_table  # only for our table

        return ticks_of_table(text)
    if name.endswith((".csv", ".tsv", ".yaml", ".yml", ".opml")) or start.startswith("<"):
        return None
    if name.endswith(".org") or (start.startswith(("#+", "* ")) and "\n* " in text):
        from llmroadmap.exports.ticks.org_lines import ticks_of_org  # only for Org

        return ticks_of_org(text)
    from llmroadmap.exports.ticks.lines import is_todotxt, ticks_of_checklist, ticks_of_todotxt

    return ticks_of_todotxt(text) if is_todotxt(text, name) else ticks_of_checklist(text)

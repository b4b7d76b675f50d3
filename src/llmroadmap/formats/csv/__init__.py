"""Tables with a header, as spreadsheets and Notion save them: CSV, or with tabs or semicolons."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource
    from llmroadmap.formats.imported_plan import ImportedPlan

_DELIMITERS = ",;\t"


def sniff(source: "PlanSource") -> bool:
    """Tell whether it is named so, or has lines with equally many delimiters and no sign of prose."""
    if source.files is not None:
        return False
    if source.suffix in (".csv", ".tsv"):
        return True
    if source.suffix or source.start.startswith(("#", "{", "[", "-", "*", "|", "<", ">")):
        return False
    lines = [line for line in source.start.split("\n")[:6] if line.strip()]
    if len(source.start) == 4000:
        lines = lines[:-1]
    return any(
        len(lines) > 2 and lines[0].count(sign) > 0 and len({line.count(sign) for line in lines}) == 1
        for sign in _DELIMITERS
    ) and not any(line.rstrip().endswith((".", "。")) for line in lines)  # fmt: skip


def read(source: "PlanSource") -> "ImportedPlan":
    """Return the table as a plan; raises PlanUnreadable."""
    from llmroadmap.formats.csv.reading import read_csv

    return read_csv(source)

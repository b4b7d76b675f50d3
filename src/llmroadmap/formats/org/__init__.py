"""Outlines of Org mode: headlines with TODO and DONE, boxes, links, efforts and closing days."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource
    from llmroadmap.formats.imported_plan import ImportedPlan

_SIGNS = re.compile(
    r"^(?:#\+(?:title|todo|startup|filetags|author|options):|\*+ (?:TODO|DONE|NEXT|WAITING) |"
    r":PROPERTIES:\s*$|\s*(?:CLOSED|SCHEDULED|DEADLINE): [<\[]\d{4}-)",
    re.IGNORECASE | re.MULTILINE,
)


def sniff(source: "PlanSource") -> bool:
    """Tell whether it is named so, or has what only Org writes and no headings of Markdown."""
    if source.files is not None:
        return False
    if source.suffix == ".org":
        return True
    return (
        not source.suffix
        and bool(_SIGNS.search(source.start))
        and not re.search(r"^#{1,6} ", source.start, re.MULTILINE)
    )


def read(source: "PlanSource") -> "ImportedPlan":
    """Return the outline as a plan; raises PlanUnreadable."""
    from llmroadmap.formats.org.reading import read_org

    return read_org(source)

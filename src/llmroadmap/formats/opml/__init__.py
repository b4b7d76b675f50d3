"""Outlines in OPML, as OmniOutliner, Workflowy, Dynalist and mind maps save them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource
    from llmroadmap.formats.imported_plan import ImportedPlan


def sniff(source: "PlanSource") -> bool:
    """Tell whether it is XML with OPML's first element."""
    return source.files is None and source.start.startswith("<") and "<opml" in source.start.lower()


def read(source: "PlanSource") -> "ImportedPlan":
    """Return the outline as a plan; raises PlanUnreadable."""
    from llmroadmap.formats.opml.reading import read_opml

    return read_opml(source)

"""Folders of pages as one plan: courses, mdBook and GitBook, vaults, exports of Notion and HackMD."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource
    from llmroadmap.formats.imported_plan import ImportedPlan


def sniff(source: "PlanSource") -> bool:
    """Tell whether it is a folder, or a zip file with one in it."""
    return source.files is not None


def read(source: "PlanSource") -> "ImportedPlan":
    """Return the pages of a folder as one plan; raises PlanUnreadable."""
    from llmroadmap.formats.folder.reading import read_folder  # with it comes markdown-it

    return read_folder(source)

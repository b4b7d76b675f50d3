"""The calendar file of `config calendar`, written again whenever what it says has changed."""

import os

from llmroadmap.commands.export import NoStudyTimes, material_of
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.exports import Choices
from llmroadmap.exports.icalendar import PRODUCT
from llmroadmap.exports.study_calendar import without_stamps, write
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.storage.workspace import Workspace


class NotOurCalendar(LlmroadmapError):
    """A file that is there and is no calendar of this program: it is not written over."""

    code = "not-our-calendar"
    topic = "config"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def rewrite_calendar(workspace: Workspace, path: str) -> bool:
    """Write the coming study times into the file, if they differ; tell whether it was written.

    Raises NoStudyTimes and NotOurCalendar.
    """
    material = material_of(workspace, Choices())
    if not material.slots:
        raise NoStudyTimes
    text = write(material)
    try:
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            there = file.read()
    except FileNotFoundError:
        there = ""
    if there.strip() and PRODUCT not in there:
        raise NotOurCalendar(path)
    if without_stamps(there) == without_stamps(text):
        return False
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    write_atomically(path, text.encode())
    return True

"""What this machine remembers of the folder it synchronises with, and its own name there."""

import json
import os
import re
from collections.abc import Mapping

from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.files import write_atomically
from llmroadmap.filesystem.locations import Locations

FOLDER = "llmroadmap"  # in the folder that the learner names; all that we touch there
_NAME = re.compile(r"[a-z0-9-]{1,60}")


class Place(NamedTuple):
    """The learner's folder, the name of this machine's files in it, and whether git carries it.

    `host` is the machine that chose the name: a home that was copied to another machine must not
    go on writing the files of the first.
    """

    folder: str
    name: str
    host: str
    git: bool = False

    @property
    def root(self) -> str:
        """Return our part of the learner's folder."""
        return os.path.join(self.folder, FOLDER)

    def of_roadmap(self, roadmap_id: str) -> str:
        """Return the folder with the machines' files of one roadmap."""
        return os.path.join(self.root, roadmap_id)

    def own_file(self, roadmap_id: str) -> str:
        """Return the one file that this machine writes for a roadmap."""
        return os.path.join(self.of_roadmap(roadmap_id), f"{self.name}.json")


def read_place(locations: Locations, host: str) -> Place | None:
    """Return what was remembered; None where nothing was, or what is there makes no sense."""
    try:
        with open(_path(locations), "rb") as file:
            found = json.loads(file.read())
        place = Place(
            folder=found["folder"],
            name=found["name"],
            host=found["host"],
            git=found.get("git") is True,
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if not all(isinstance(part, str) for part in place[:3]) or not os.path.isabs(place.folder):
        return None
    if place.host != host or not _NAME.fullmatch(place.name):
        return place._replace(name=new_name(host), host=host)
    return place


def remember(locations: Locations, place: Place | None) -> None:
    """Remember the place, or forget it (None)."""
    path = _path(locations)
    if place is None:
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass
        return
    text = json.dumps(place._asdict(), ensure_ascii=False, indent=2) + "\n"
    write_atomically(path, text.encode("utf-8", "surrogateescape"))


def new_name(host: str) -> str:
    """Return a name for this machine's files: two machines may well have one host name."""
    return f"{host}-{os.urandom(3).hex()}"


def host_of(name: str) -> str:
    """Return the host's part of a machine's name."""
    return name.rpartition("-")[0] or name


def found_folder(text: str, environ: Mapping[str, str]) -> str:
    """Return the absolute path of the folder that the learner typed."""
    home = environ.get("HOME", "")
    if text.startswith("~/") and home:
        text = home + text[1:]
    return os.path.abspath(os.path.expanduser(text))


def _path(locations: Locations) -> str:
    return os.path.join(locations.data, "sync.json")

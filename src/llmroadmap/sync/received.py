"""Which events under this machine's name came from elsewhere: two laptops may have one host name.

`undo` goes by the name. What is kept here keeps it from taking back what somebody did on the other
one; without the file, or where it cannot be read, the name alone decides.
"""

import json
import os
from collections.abc import Iterable

from llmroadmap.filesystem.files import write_atomically
from llmroadmap.filesystem.locations import Locations

FOLDER = "received"


def received(locations: Locations, roadmap_id: str) -> set[str]:
    """Return the ids of the events of a roadmap that came from a machine of the same name."""
    try:
        with open(_path(locations, roadmap_id), "rb") as file:
            found = json.loads(file.read())
    except (OSError, ValueError):
        return set()
    return {each for each in found if isinstance(each, str)} if isinstance(found, list) else set()


def remember_received(locations: Locations, roadmap_id: str, ids: Iterable[str]) -> None:
    """Keep more of them; where that cannot be done, they are not told apart."""
    new = set(ids)
    if not new:
        return
    path = _path(locations, roadmap_id)
    try:
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        text = json.dumps(sorted(new | received(locations, roadmap_id)))
        write_atomically(path, text.encode())
    except OSError:
        pass  # The progress itself is joined and safe.


def _path(locations: Locations, roadmap_id: str) -> str:
    return os.path.join(locations.data, FOLDER, f"{roadmap_id}.json")

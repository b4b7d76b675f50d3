"""Machines of one learner, for tests: each has a home of its own, and all see one folder."""

from datetime import timedelta
from pathlib import Path

from llmroadmap.core.progress.events import Event
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.sync.exchange import Exchanged, exchange
from llmroadmap.sync.place import Place
from trees import BEGIN, event


class Machine:
    """A home of its own, and the folder that all machines see."""

    def __init__(self, name: str, home: Path, folder: Path, skew: timedelta = timedelta()) -> None:
        self.name, self.skew, self.number = name, skew, 0
        data = str(home / name)
        self.file = ProgressFile(f"{data}/progress/test.json", data, "test")
        self.place = Place(str(folder), f"{name}-{home.name[-1]}", name)

    def do(self, verb: str, item: str, minute: int, **more: object) -> Event:
        """Record an event as the program does, by a clock that may be wrong."""
        self.number += 1
        moment = BEGIN + timedelta(minutes=minute) + self.skew
        made = event(verb, item, minute, device=self.name, **more)
        made |= {"id": f"{minute:06}{self.name}{self.number}", "at": moment.isoformat()}  # type: ignore[typeddict-item]
        with self.file.change() as change:
            change.append([made])
        return made

    def sync(self) -> Exchanged:
        result = exchange(self.file, self.place)
        self.place = result.place
        return result

    def bytes(self) -> bytes:
        return Path(self.file.path).read_bytes()

"""Where the program's files are."""

import os
from collections.abc import Mapping

from llmroadmap.core.records import NamedTuple
from llmroadmap.filesystem.errors import HomeMoved, NoHome

NAME = "llmroadmap"
HOME_VARIABLE = "LLMROADMAP_HOME"


class Locations(NamedTuple):
    """The three folders that the program owns, and what is where in them."""

    config: str
    data: str
    cache: str

    @property
    def settings(self) -> str:
        """Return the file of `config`."""
        return os.path.join(self.config, "config.json")

    @property
    def roadmaps(self) -> str:
        """Return the folder of the learner's own roadmaps."""
        return os.path.join(self.config, "roadmaps")

    @property
    def hooks(self) -> str:
        """Return the folder of the learner's own programs that are run after a change."""
        return os.path.join(self.config, "hooks")

    def progress(self, roadmap_id: str) -> str:
        """Return the progress file of a roadmap."""
        return os.path.join(self.data, "progress", f"{roadmap_id}.json")

    def plan_snapshot(self, roadmap_id: str) -> str:
        """Return the file that keeps what a plan was like when progress was written."""
        return os.path.join(self.data, "seen", f"{roadmap_id}.yaml")

    @property
    def backups(self) -> str:
        """Return the folder of the copies of progress files."""
        return os.path.join(self.data, "backups")

    def cached(self, name: str, path: str) -> str:
        """Return the cache file `name` of what stands at `path`."""
        from zlib import crc32

        key = crc32(os.path.realpath(path).encode("utf-8", "surrogateescape"))
        return os.path.join(self.cache, f"{name}-{key:08x}")


def locate(environ: Mapping[str, str]) -> Locations:
    """Return the folders: under LLMROADMAP_HOME if that is set, else where the system wants them.

    Where `move` was used, config and data are in the folder that it names. Raises NoHome, and
    HomeMoved where that folder is not there.
    """
    given = given_locations(environ)
    moved = moved_to(given)
    if moved is None:
        return given
    if not os.path.isdir(moved):
        raise HomeMoved(moved, moved_file(given))
    return in_folder(moved)._replace(cache=given.cache)


def in_folder(home: str) -> Locations:
    """Return the locations inside one folder."""
    return Locations(*(os.path.join(home, part) for part in ("config", "data", "cache")))


def moved_file(given: Locations) -> str:
    """Return the file that says where `move` took config and data."""
    return os.path.join(given.config, "moved-to")


def moved_to(given: Locations) -> str | None:
    """Return the folder that config and data were moved to, None where they never were."""
    try:
        with open(moved_file(given), "rb") as file:
            folder = os.fsdecode(file.read()).strip()
    except OSError:
        return None
    return folder if os.path.isabs(folder) else None


def given_locations(environ: Mapping[str, str]) -> Locations:
    """Return the folders without regard to `move`; raises NoHome."""
    home = environ.get(HOME_VARIABLE)
    if home:
        return in_folder(os.path.abspath(os.path.expanduser(home)))
    if not os.path.isabs(os.path.expanduser("~")) or environ.get("HOME") == "":
        raise NoHome
    import platformdirs  # only whoever has not chosen a folder pays for it

    dirs = platformdirs.PlatformDirs(NAME, appauthor=False)
    return Locations(dirs.user_config_dir, dirs.user_data_dir, dirs.user_cache_dir)


def bundled_roadmap() -> str:
    """Return the roadmap that comes with the program: in the package, else in the checkout."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    packaged = os.path.join(here, "data", "roadmap.yaml")
    if os.path.exists(packaged):
        return packaged
    return os.path.join(os.path.dirname(os.path.dirname(here)), "data", "roadmap.yaml")

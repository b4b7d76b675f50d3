"""Files as the system knows them: read whole, replaced whole, locked; and where ours are."""

# Prompts ask all the time: nothing else is imported here.
import os
from collections.abc import Mapping


def fingerprint_of(written: os.stat_result, named: os.stat_result | None = None) -> str:
    """Return the fingerprint of a file; of one of ours, by what we wrote and what its name made.

    Whoever wrote into it between the two has a file that no fingerprint of ours fits.
    """
    named = named or written
    return f"{written.st_size}-{written.st_mtime_ns}-{named.st_ctime_ns}-{named.st_ino}"


def xdg_folder(environ: Mapping[str, str], variable: str, *default: str) -> str:
    """Return the folder that an XDG variable names, else its default below the home folder.

    A relative one counts for nothing, as the specification says.
    """
    folder = environ.get(variable, "").strip()
    if os.path.isabs(folder):
        return folder
    return os.path.join(environ.get("HOME", ""), *default)

"""The user's web browser."""

import os
import sys


def open_in_browser(url: str) -> bool:
    """Hand an address to the browser; tell whether there was one that took it."""
    import webbrowser  # costs as much as the command line itself, and only `open` needs it

    quiet = None if os.isatty(1) else os.dup(1)
    try:
        if quiet is not None:
            # What a graphical browser prints would end up in our answer; a text browser, which
            # needs the terminal, keeps it.
            sys.stdout.flush()
            os.dup2(2, 1)
        return webbrowser.open(url)
    except webbrowser.Error:
        return False
    finally:
        if quiet is not None:
            os.dup2(quiet, 1)
            os.close(quiet)

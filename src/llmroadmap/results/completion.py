"""What `completion` returns."""

from typing import NamedTuple


class CompletionResult(NamedTuple):
    """What was done: install, uninstall or print.

    `line` is what `start_file` has to have for the script at `path` to be read, `has_line` whether
    it has; `changed` are the files that were written or removed, `script` the text to be printed.
    """

    did: str
    shell: str
    path: str
    start_file: str
    line: str
    has_line: bool
    changed: list[str]
    script: str

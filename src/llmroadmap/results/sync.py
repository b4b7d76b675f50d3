"""What `sync` returns."""

from typing import NamedTuple


class Received(NamedTuple):
    """What came from one other machine, or from a copy that lay beside the progress file."""

    device: str
    events: int


class LeftAlone(NamedTuple):
    """A file of the folder that was left as it is; `reason` is the code of an error."""

    path: str
    reason: str


class PlanCopied(NamedTuple):
    """A roadmap of the learner's own, or the settings (id ""), with `--plans`.

    `state`: sent, received, same, or differs: then `newer` is `here` or `there`, and neither was
    touched.
    """

    id: str
    state: str
    newer: str
    path: str


class GitResult(NamedTuple):
    """Commits that git took over and passed on; None without a remote to speak to."""

    pulled: int | None
    pushed: int | None


class SyncResult(NamedTuple):
    """What was exchanged. `folder` is "" where none is in use.

    `received`: events new here, by machine; `written`: events new in this machine's file;
    `contested`: ids of events that two files have with different words, of which the older stays;
    `copies`: other versions that were joined, now among the backups; `attributes`: the file in which
    git was told to use the driver. `done` to `minutes_left` are null where very many events came:
    then `status` says what they come to.
    """

    folder: str
    is_new: bool
    is_off: bool
    received: list[Received]
    written: int
    contested: list[str]
    skipped: list[LeftAlone]
    copies: list[str]
    plans: list[PlanCopied]
    git: GitResult | None
    attributes: str
    done: int | None
    total: int | None
    percent: float | None
    minutes_left: int | None

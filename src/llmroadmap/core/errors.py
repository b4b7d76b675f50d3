"""The errors of the program. They carry facts; their wording is `views/error.py`'s."""

from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    # Every command imports the errors; what only a bad roadmap needs stays out of that.
    from llmroadmap.core.checking.problems import Problem


class Candidate(NamedTuple):
    """An item that may have been meant, and the title of what it stands in."""

    id: str
    title: str
    where: str = ""


class LlmroadmapError(Exception):
    """Something the user can be told in one message.

    `code` is stable: scripts read it from `--json`. `exit_status` is 1 (could not) or 2 (usage).
    """

    code: ClassVar[str] = "error"
    exit_status: int = 1
    draft: str = ""  # the file that keeps what the user wrote, where writing it down failed

    def facts(self) -> dict[str, object]:
        """Return what a view or a script needs to know, by name."""
        return {name: value for name, value in vars(self).items() if not name.startswith("_")}


class PlanUnreadable(LlmroadmapError):
    """A plan to import that cannot be read as what it claims to be.

    `reason` is a key of the texts in `locales`, `detail` fills it in; `line` counts from 1; `path`
    is filled in by the one who knows it.
    """

    code = "plan-unreadable"
    path = ""

    def __init__(self, reason: str, *, line: int | None = None, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.detail = detail


class RoadmapInvalid(LlmroadmapError):
    """A roadmap file that does not keep to the format; `problems` are all its errors, placed."""

    code = "roadmap-invalid"

    def __init__(self, problems: "tuple[Problem, ...]", path: str | None = None) -> None:
        super().__init__(problems[0].code)
        self.problems = problems
        self.path = path


class CannotRead(LlmroadmapError):
    """The system would not let us read `path`; `errno_name` is its reason (EACCES, EIO …)."""

    code = "cannot-read"

    def __init__(self, path: str, errno_name: str) -> None:
        super().__init__(path, errno_name)
        self.path = path
        self.errno_name = errno_name


class CannotWrite(LlmroadmapError):
    """The system would not let us write `path`; `errno_name` is its reason (ENOSPC, EROFS …).

    The old file is whole. `replaced` is true only where the new file was already in its place and
    merely its folder could not be flushed: it is there, but a power cut might still take it back.
    """

    code = "cannot-write"

    def __init__(self, path: str, errno_name: str, *, replaced: bool = False) -> None:
        super().__init__(path, errno_name)
        self.path = path
        self.errno_name = errno_name
        self.replaced = replaced


class ChangedMeanwhile(LlmroadmapError):
    """Another program keeps writing `path` while we want to, without asking for the lock."""

    code = "changed-meanwhile"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class SystemRefused(LlmroadmapError):
    """Anything else that the system would not do, at `path` where that is known."""

    code = "system-refused"

    def __init__(self, path: str, errno_name: str) -> None:
        super().__init__(path, errno_name)
        self.path = path
        self.errno_name = errno_name


class OutputFailed(LlmroadmapError):
    """The answer could not be written; what the command did stays done."""

    code = "output-failed"

    def __init__(self, errno_name: str) -> None:
        super().__init__(errno_name)
        self.errno_name = errno_name


class HomeMoved(LlmroadmapError):
    """The folder that progress and settings were moved to is not there; `file` names it."""

    code = "home-moved"

    def __init__(self, path: str, file: str) -> None:
        super().__init__(path)
        self.path = path
        self.file = file


class NotUtf8(LlmroadmapError):
    """Text that is not UTF-8; `where` is stdin or argument, `line` counts from 1."""

    code = "not-utf-8"
    exit_status = 2

    def __init__(self, where: str, line: int = 1) -> None:
        super().__init__(where)
        self.where = where
        self.line = line


class NoHome(LlmroadmapError):
    """Nobody said where the learner's files are to be, and there is no home folder."""

    code = "no-home"


class RoadmapMissing(LlmroadmapError):
    """There is no roadmap file at `path`."""

    code = "roadmap-missing"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NotAFile(LlmroadmapError):
    """At `path` there is no ordinary file but a `kind`: folder, fifo, socket, device."""

    code = "not-a-file"

    def __init__(self, path: str, kind: str) -> None:
        super().__init__(path, kind)
        self.path = path
        self.kind = kind


class TooBig(LlmroadmapError):
    """The file at `path` has more bytes than are read at all."""

    code = "too-big"

    def __init__(self, path: str, size: int, limit: int) -> None:
        super().__init__(path, size, limit)
        self.path = path
        self.size = size
        self.limit = limit


class LinkRefused(LlmroadmapError):
    """The symbolic link at `path` leads to a file, `target`, that belongs to somebody else."""

    code = "link-refused"

    def __init__(self, path: str, target: str) -> None:
        super().__init__(path, target)
        self.path = path
        self.target = target


class Locked(LlmroadmapError):
    """Another process (`pid`, where known) held the lock at `path` for all of our patience."""

    code = "locked"

    def __init__(self, path: str, pid: int | None) -> None:
        super().__init__(path, pid)
        self.path = path
        self.pid = pid


class ProgressError(LlmroadmapError):
    """A progress file that must not be used as it is.

    `backups` is how many good copies `restore` could go back to, `backup_folder` where they are;
    both are filled in by the one who knows them.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
        self.backups = 0
        self.backup_folder = ""


class ProgressMissing(ProgressError):
    """No progress file where there was one: beside backups, or behind a link (`target`)."""

    code = "progress-missing"

    def __init__(self, path: str, target: str | None = None) -> None:
        super().__init__(path)
        self.target = target


class ProgressDamaged(ProgressError):
    """A progress file that is not what the program writes.

    `reason` is a key of the texts in `locales`; `line`, `column` and `event` count from 1, `offset`
    (of a byte) from 0; `expected` is a key too, `found` what stood there instead.
    """

    code = "progress-damaged"

    def __init__(
        self,
        path: str,
        reason: str,
        *,
        line: int | None = None,
        column: int | None = None,
        offset: int | None = None,
        event: int | None = None,
        field: str | None = None,
        expected: str | None = None,
        found: str | None = None,
    ) -> None:
        super().__init__(path)
        self.reason = reason
        self.line = line
        self.column = column
        self.offset = offset
        self.event = event
        self.field = field
        self.expected = expected
        self.found = found


class ProgressNewer(ProgressError):
    """A progress file of a format that a newer program wrote: never changed by this one."""

    code = "progress-newer"

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(path)
        self.found = found
        self.known = known


class ProgressOfOther(ProgressError):
    """A progress file that belongs to another roadmap than the one asked for."""

    code = "progress-of-other"

    def __init__(self, path: str, found: str, expected: str) -> None:
        super().__init__(path)
        self.found = found
        self.expected = expected


class NoSuchBackup(LlmroadmapError):
    """No good backup is called `which`; `names` are those there are, the newest first."""

    code = "no-such-backup"
    exit_status = 2

    def __init__(self, which: str, names: list[str]) -> None:
        super().__init__(which)
        self.which = which
        self.names = names


class NoProgressYet(LlmroadmapError):
    """There is no progress at `path` yet, so nothing that could be copied."""

    code = "no-progress-yet"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NoClockRuns(LlmroadmapError):
    """A sitting that is to be ended, and no clock runs; `item` is "" where none was named."""

    code = "no-clock"

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


class UnclearItem(LlmroadmapError):
    """A name that does not say which item is meant; `closest` are those that it may mean.

    `together`: the words given with it name one item when they are taken as one name.
    """

    exit_status = 2

    def __init__(self, name: str, closest: tuple[Candidate, ...] = (), together: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.closest = closest
        self.together = together
        self.command = ""  # filled in by the one who knows it


class UnknownItem(UnclearItem):
    """A name that no item has; `closest` are those that look like it.

    `within`: the group that the name, as an id, would belong to; "" where there is none.
    `kind`: the kind of steps that the name is a mere word for; or "". `understood`: `closest` have
    all that the name says, but a change is only made by what is certain.
    """

    code = "unknown-item"

    def __init__(
        self,
        name: str,
        closest: tuple[Candidate, ...] = (),
        together: str = "",
        within: str = "",
        *,
        kind: str = "",
        understood: bool = False,
    ) -> None:
        super().__init__(name, closest, together)
        self.within = within
        self.kind = kind
        self.understood = understood


class GuessTaken(UnknownItem):
    """A name that no item has, where a command that only reads takes the one that it may mean.

    No failure where somebody is told: whoever is asked which was meant says so and returns 0.
    """


class AmbiguousItem(UnclearItem):
    """A name that `count` items have; `candidates` are the first of them."""

    code = "ambiguous-item"

    def __init__(self, name: str, candidates: tuple[Candidate, ...], count: int) -> None:
        super().__init__(name, candidates)
        self.count = count

    def facts(self) -> dict[str, object]:
        """Return the facts, the items under the name that says what they are."""
        facts = super().facts()
        facts["candidates"] = facts.pop("closest")
        return facts


class NothingStarted(LlmroadmapError):
    """`.` was typed and no step is in progress."""

    code = "nothing-started"
    exit_status = 2


class NotInListing(LlmroadmapError):
    """`@N` was typed and the last list shown in this terminal has `count` entries, perhaps none."""

    code = "not-shown"
    exit_status = 2

    def __init__(self, name: str, count: int) -> None:
        super().__init__(name)
        self.name = name
        self.count = count


class InvalidOption(LlmroadmapError):
    """A value that an option or argument does not take; `expected` is a key of the texts."""

    code = "invalid-option"
    exit_status = 2

    def __init__(self, option: str, value: str, expected: str) -> None:
        super().__init__(option)
        self.option = option
        self.value = value
        self.expected = expected
        self.command = ""  # filled in by the one who knows it


class UnknownCommand(LlmroadmapError):
    """A word that is no command."""

    code = "unknown-command"
    exit_status = 2

    def __init__(self, name: str, closest: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.closest = closest


class ForeignFile(LlmroadmapError):
    """At `path`, where a file of ours is to be, there is one that is not ours."""

    code = "foreign-file"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class UsageProblem(LlmroadmapError):
    """A line that the command does not take; `reason` is a key of the texts, `detail` fills it.

    `about`: the key of what the missing argument is; `example`: a line that the command takes.
    """

    code = "usage"
    exit_status = 2

    def __init__(
        self, reason: str, detail: str = "", command: str = "", about: str = "", example: str = ""
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
        self.command = command
        self.about = about
        self._example = example  # not one of the facts that a script is told

    @property
    def example(self) -> str:
        """A line that the command takes."""
        return self._example


class NeedsAnswer(LlmroadmapError):
    """A question that nobody is there to answer; `option` answers it on the command line."""

    code = "needs-answer"
    exit_status = 2

    def __init__(self, question: str, option: str, count: int = 0) -> None:
        super().__init__(question)
        self.question = question
        self.option = option
        self.count = count


class NeedsChoice(LlmroadmapError):
    """Several are meant and nobody is there to pick one; `option` says which, as its number."""

    code = "needs-choice"
    exit_status = 2

    def __init__(self, question: str, choices: list[tuple[str, str]], option: str) -> None:
        super().__init__(question)
        self.question = question
        self.choices = choices
        self.option = option


class Declined(LlmroadmapError):
    """The user answered no; nothing was changed."""

    code = "declined"
    exit_status = 1


class HabitGiven(LlmroadmapError):
    """A habit where a step is wanted: it is checked in; `verb` is what was wanted of it."""

    code = "habit-given"
    exit_status = 2

    def __init__(self, item: str, verb: str) -> None:
        super().__init__(item)
        self.item = item
        self.verb = verb


class InvalidSetting(LlmroadmapError):
    """A value in the settings that cannot be; `path` is "" where it came from the command line.

    `expected`: the words or range that are taken, or one of json, object, key. `closest`: the keys
    that look like one that is none.
    """

    code = "invalid-setting"
    exit_status = 1

    def __init__(
        self, path: str, key: str, value: str, expected: str, closest: tuple[str, ...] = ()
    ) -> None:
        super().__init__(key)
        self.closest = closest
        self.path = path
        self.key = key
        self.value = value
        self.expected = expected
        if not path:
            self.exit_status = 2


class GroupGiven(LlmroadmapError):
    """A group where one step is wanted; `first` is the step of it that comes first, if any."""

    code = "group-given"
    exit_status = 2

    def __init__(self, item: str, first: str) -> None:
        super().__init__(item)
        self.item = item
        self.first = first or item


class NothingToUndo(LlmroadmapError):
    """There is no change of this machine to take back, or to make again; `verb` says which."""

    code = "nothing-to-undo"

    def __init__(self, verb: str) -> None:
        super().__init__(verb)
        self.verb = verb


class NotAHabit(LlmroadmapError):
    """A step or group where a habit is wanted; `habits` are those there are."""

    code = "not-a-habit"
    exit_status = 2

    def __init__(self, item: str, habits: list[str]) -> None:
        super().__init__(item)
        self.item = item
        self.habits = habits


class NoLink(LlmroadmapError):
    """Neither the item nor a group above it has a link."""

    code = "no-link"

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


class AddressRefused(LlmroadmapError):
    """An address that is not on the web: neither opened nor kept.

    `is_given`: it was typed, and does not stand in the roadmap.
    """

    code = "address-refused"
    exit_status = 2

    def __init__(self, url: str, *, is_given: bool = False) -> None:
        super().__init__(url)
        self.url = url
        self.is_given = is_given


class NoBrowser(LlmroadmapError):
    """No browser took the address."""

    code = "no-browser"

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class NoEditor(LlmroadmapError):
    """No editor is chosen, and none is there to open."""

    code = "no-editor"
    exit_status = 2


class EditorFailed(LlmroadmapError):
    """The editor `command` could not be run, or ended with a failure.

    `reason` is the system's (ENOENT …), the status it ended with, or `quotes` for a command whose
    quotation marks do not match.
    """

    code = "editor-failed"

    def __init__(self, command: str, reason: str) -> None:
        super().__init__(command)
        self.command = command
        self.reason = reason


class NoteTooLong(LlmroadmapError):
    """A note of more characters than one may have."""

    code = "note-too-long"
    exit_status = 2

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length)
        self.length = length
        self.limit = limit


class UnknownRoadmap(LlmroadmapError):
    """No roadmap has this id; `known` are those there are."""

    code = "unknown-roadmap"
    exit_status = 2

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class RoadmapExists(LlmroadmapError):
    """There is a roadmap with this id already, at `path`."""

    code = "roadmap-exists"
    exit_status = 2

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name)
        self.name = name
        self.path = path


class SourceOnline(LlmroadmapError):
    """An address as a source: the program never goes online by itself."""

    code = "source-online"
    exit_status = 2

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address

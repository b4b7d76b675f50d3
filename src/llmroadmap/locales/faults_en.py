"""English for what goes wrong with files and the system: read only when something does."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.locales.texts import Faults

FAULTS: "Faults" = {
    "errors": {
        "git-failed": "git did not do its part: {said}",
        "cannot-read": "{path} cannot be read: {why}.",
        "cannot-write": "{path} cannot be written: {why}. The old file is as it was.",
        "cannot-write-replaced": (
            "{path} is written, but the disk did not confirm it: {why}. "
            "A power cut might still take the change back."
        ),
        "changed-meanwhile": "Another program keeps changing {path}. Nothing was written.",
        "not-a-file": "{path} is {kind}, not a file.",
        "too-big": "{path} has {size}; files of more than {limit} are not read.",
        "link-refused": (
            "{path} is a link to {target}, a file of somebody else: links are followed "
            "only to your own files."
        ),
        "locked": "Another llmroadmap (process {pid}) holds {path}. Nothing was changed.",
        "locked-unnamed": "Another program holds {path}. Nothing was changed.",
        "progress-missing": (
            "Your progress file is not there any more: {path}. Copies of it are in {backup_folder}."
        ),
        "progress-missing-link": "{path} is a link to {target}, and there is no such file.",
        "progress-damaged": (
            "Your progress file is damaged: {path}{place}: {damage}. It was left as it is."
        ),
        "progress-newer": (
            "{path} was written by a newer llmroadmap: its format is {found}, this version "
            "knows up to {known}. It was left as it is."
        ),
        "progress-of-other": (
            "{path} holds progress on the roadmap “{found}”, not on “{expected}”. "
            "It was left as it is."
        ),
        "no-progress-yet": "There is no progress yet that could be copied: {path} is not there.",
        "no-such-backup": "There is no good copy “{which}” of your progress.",
        "no-such-backup-at-all": "There is no good copy of your progress.",
        "roadmap-invalid": "{path} is not a valid roadmap: {problems}.",
        "plan-unreadable": "{plan} cannot be read{place}: {damage}.",
        "invalid-setting-json": "{path} is not JSON: {value}.",
        "invalid-setting-object": "{path} must hold an object in braces, not {value}.",
        "invalid-setting-key": "{path}: there is no setting “{key}”.",
        "invalid-setting-key-given": "There is no setting “{key}”.",
        "invalid-setting-given": "“{key}” cannot be “{value}”; expected {expected}.",
        "system-refused": "{path}: {why}.",
        "system-refused-nowhere": "The system refused: {why}.",
        "output-failed": (
            "The answer could not be written to standard output: {why}. "
            "What the command changed, if anything, stays changed."
        ),
        "no-home": "Your home folder is not known: HOME is not set.",
    },
    "hints": {
        "git-failed": "Your progress is joined here. By hand, in {folder}: {command}",
        "cannot-read": "See what the program finds: llmroadmap doctor",
        "cannot-write": "See what is wrong: llmroadmap doctor",
        "cannot-write-replaced": "See what is in the file: llmroadmap status",
        "changed-meanwhile": "Close the file where it is open, then repeat the command.",
        "not-a-file": "Move it away or name another one; see llmroadmap paths",
        "too-big": "See which files are in use: llmroadmap paths",
        "link-refused": "Make the link lead to a file that is yours; see llmroadmap paths",
        "locked": "Wait until it has finished, then repeat the command.",
        "locked-unnamed": "Wait until it has finished, then repeat the command.",
        "progress-missing": "Put the newest copy back: llmroadmap restore",
        "progress-missing-link": (
            "Make {target} readable again (is a disk missing?), "
            "or see what there is to go back to: llmroadmap backup list"
        ),
        "progress-damaged": (
            "Go back to the newest good copy, which keeps what is still readable here and saves "
            "the damaged file first: llmroadmap restore"
        ),
        "progress-damaged-alone": (
            "There is no copy yet. Mend that place in an editor, or move the file to another "
            "folder to begin anew. More: llmroadmap doctor"
        ),
        "progress-newer": "Update llmroadmap on this machine.",
        "progress-of-other": "Put it where it belongs (llmroadmap paths), or: llmroadmap restore",
        "progress-of-other-alone": "Put it where it belongs: llmroadmap paths",
        "no-progress-yet": "Begin with what is first: llmroadmap next",
        "no-such-backup": "See those there are: llmroadmap backup list",
        "no-such-backup-at-all": "A copy is made each day that something changes.",
        "roadmap-invalid": "Mend the file, then repeat the command.",
        "plan-unreadable": "Look at the file at that place, or give another one.",
        "system-refused": "See what is wrong: llmroadmap doctor",
        "system-refused-nowhere": "See what is wrong: llmroadmap doctor",
        "output-failed": "See where you stand: llmroadmap status",
        "no-home": "Set HOME, or say where your files are with LLMROADMAP_HOME.",
        "ENOENT": "Check how the path is written; it is taken from the folder you are in.",
        "ENOTDIR": "Check how the path is written; it is taken from the folder you are in.",
        "ENOSPC": "Make room on that disk, then repeat the command.",
        "EDQUOT": "Make room on that disk, then repeat the command.",
        "EFBIG": "Allow larger files (ulimit -f), then repeat the command.",
        "EROFS": "Make that disk writable, or use another folder with LLMROADMAP_HOME.",
        "EIO": "The disk may be failing: copy your files to another one. Where they are: "
        "llmroadmap paths",
    },
    "system": {
        "E2BIG": "too much was handed over at once",
        "EACCES": "permission denied",
        "EBADF": "it is closed",
        "EBUSY": "it is in use",
        "EDQUOT": "your share of the disk is used up",
        "EEXIST": "there is something already",
        "EFBIG": "files as large as this are not allowed",
        "EINVAL": "the system does not take this name or action",
        "EIO": "the disk reports an error",
        "EISDIR": "it is a folder",
        "ELOOP": "its links lead in a circle, or to where no link is allowed",
        "EMFILE": "too many files are open",
        "ENAMETOOLONG": "its name is too long",
        "ENFILE": "too many files are open on this machine",
        "ENODEV": "its device is not there",
        "ENOENT": "there is no such file or folder",
        "ENOLCK": "this disk cannot lock files",
        "ENOMEM": "memory is used up",
        "ENOSPC": "no space is left on the disk",
        "ENOSYS": "the system cannot do this",
        "ENOTCONN": "its disk is not connected",
        "ENOTDIR": "a part of its path is a file, not a folder",
        "ENOTEMPTY": "the folder is not empty",
        "ENOTSUP": "this disk cannot do this",
        "ENXIO": "its device is not there",
        "EPERM": "it is not permitted",
        "EPIPE": "whoever read it has gone",
        "EROFS": "the disk is read-only",
        "ESTALE": "its network disk has changed",
        "ETIMEDOUT": "its disk does not answer",
        "ETXTBSY": "it is being run",
        "other": "the system says {name}",
    },
    "kinds": {
        "folder": "a folder",
        "fifo": "a named pipe",
        "socket": "a socket",
        "device": "a device",
    },
    "places": {
        "line": ", line {line}",
        "column": ", column {column}",
        "event": ", event {event}",
        "offset": ", byte {offset}",
    },
    "unnamed_roadmap": "The roadmap",
    "unnamed_plan": "This plan",
    "problems": ("{n} problem", "{n} problems"),
    "more_problems": ("and {n} more", "and {n} more"),
    "damages": {
        "empty": "it is empty",
        "utf-16": "it is UTF-16, where UTF-8 is expected",
        "zeros": "it holds zero bytes, as after a power cut",
        "not-utf-8": "here it is not UTF-8",
        "conflict-markers": "two versions of it were merged and left like that",
        "extra-data": "behind its end there is more: “{found}”",
        "truncated": "it breaks off here",
        "not-json": "“{found}” does not belong here",
        "duplicate-key": "the key “{found}” stands twice in one event",
        "no-number": "{found} is not a number",
        "number-too-long": "it holds a number of too many digits",
        "too-deep": "it is nested too deeply",
        "wrong-shape": "{field}: expected {expected}, found {found}",
        "wrong-shape-whole": "expected {expected}, found {found}",
        "wrong-shape-missing": "“{field}” is missing",
        "wrong-shape-unknown": "“{field}” is not a key of this file",
        "same-id": "two different events have the id {found}",
        "not-a-file": "it is {found}, not a file",
        "too-big": "{found} bytes are more than can be read",
    },
    "expected": {
        "text": "text",
        "not-empty": "text that is not empty",
        "whole-number": "a whole number",
        "list": "a list",
        "object": "an object in braces",
        "range": "a number in range",
        "instant": "an instant with its offset, such as 2026-11-24T20:00:00+08:00",
        "day": "a day such as 2026-11-24",
    },
    "plans": {
        "no-steps": "it has no steps",
        "not-text": "it is not UTF-8 text",
        "too-deep": "it is nested deeper than {detail} levels",
        "too-large": "it has more than {detail} bytes",
        "too-many-items": "it has more than {detail} items",
        "json-duplicate-key": "the key {detail} stands twice",
        "json-invalid": "it is not JSON ({detail})",
        "json-number": "{detail} is not a number that can be read",
        "json-too-deep": "it is nested too deeply",
        "plan-empty-file": "it is empty",
        "plan-no-steps": "it has no steps",
        "plan-too-deep": "it is nested deeper than {detail} levels",
        "plan-too-large": "it has more than {detail} items",
        "roadmapsh-unknown": "it is not a roadmap.sh roadmap of a known form (its keys: {detail})",
        "roadmapsh-wireframe": "it is a drawing of roadmap.sh's old format, without its steps",
    },
}

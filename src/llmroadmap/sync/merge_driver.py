"""What git calls to merge two versions of a progress file: all events of both."""

import json

from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.filesystem.files import read_whole, write_atomically
from llmroadmap.storage.backups import LIMIT
from llmroadmap.storage.progress_format import parse
from llmroadmap.sync.lines import Lines, join


def merge_files(base: str, ours: str, theirs: str) -> bool:
    """Write into `ours` what all three files hold together; False where that is in any doubt.

    Git then leaves its usual conflict, and `sync` takes both sides of that.
    """
    try:
        datas = [read_whole(path, LIMIT)[0] for path in (base, ours, theirs)]
        roadmap_id = _roadmap_of(datas[1])
        if _roadmap_of(datas[2]) != roadmap_id:
            return False
        lines = Lines(roadmap_id)
        # Without a common ancestor git gives an empty file.
        sides = [lines.decode(data, ours) for data in datas if data.strip()]
        joined = join(*sides)
        if joined.contested:
            return False
        write_atomically(ours, lines.encode(joined.lines))
    except (LlmroadmapError, OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
    return True


def _roadmap_of(data: bytes) -> str:
    head = data.split(b"\n", 1)[0]
    if head.endswith(b'"events": ['):
        return str(json.loads(head + b"]}")["roadmap"])
    return str(parse(data.decode("utf-8-sig"))["roadmap"])

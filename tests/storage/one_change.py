"""A tiny program that the tests of accidents run, watch and kill: one change, then its answer.

one_change.py FOLDER append NAME… | restore [WHICH] | many PREFIX COUNT
"""

import os
import sys
from typing import Any

import llmroadmap.storage.progress_damage  # noqa: F401  No import may be among the calls.
from llmroadmap.core.errors import LlmroadmapError
from llmroadmap.storage.progress_file import ProgressFile
from llmroadmap.storage.restore import restore


def event(name: str) -> Any:
    return {"id": name, "at": "2026-11-24T10:00:00+01:00", "do": "done", "item": "hf.1"}


def progress_file(folder: str) -> ProgressFile:
    return ProgressFile(folder + "/llm.json", folder + "/data", "llm")


def append(file: ProgressFile, name: str, day: str = "2026-11-24") -> None:
    with file.change(timeout=60, today=day) as change:
        change.append([event(name)])


def main(folder: str, act: str, *words: str) -> None:
    file = progress_file(folder)
    os.write(2, b"begin\n")
    try:
        run(file, act, words)
    except LlmroadmapError as error:
        sys.exit(f"llmroadmap: {error.code} {error.facts()}")
    os.write(1, b"acknowledged\n")


def run(file: ProgressFile, act: str, words: tuple[str, ...]) -> None:
    if act == "append":
        append(file, *words)
    elif act == "restore":
        restore(file, *words)
    elif act == "many":
        for number in range(int(words[1])):
            append(file, f"{words[0]}-{number}")
            os.write(1, f"{words[0]}-{number}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])

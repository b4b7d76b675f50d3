"""Every error class of the program, wherever it stands."""

import importlib
import pkgutil

import llmroadmap
from llmroadmap.core.errors import LlmroadmapError


def every_error() -> list[type[LlmroadmapError]]:
    for module in pkgutil.walk_packages(llmroadmap.__path__, "llmroadmap."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as error:  # an extra that is not installed raises nothing
                if (error.name or "").partition(".")[0] != "textual":
                    raise
    found: list[type[LlmroadmapError]] = []
    rest = [LlmroadmapError]
    while rest:
        for sub in rest.pop().__subclasses__():
            rest.append(sub)
            found.append(sub)
    # A class that only gathers others has no code of its own and is never raised.
    return [each for each in found if each.code != LlmroadmapError.code]


ERRORS = every_error()

"""Puts the compiled form of the built-in roadmap into the wheel; hatchling calls it.

Not in an editable installation: there the roadmap changes, and is compiled at the next command.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRoadmap(BuildHookInterface):  # type: ignore[type-arg]
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(root / "src"))
        from llmroadmap.storage.roadmap_file import ship_compiled

        self.folder = tempfile.TemporaryDirectory(prefix="llmroadmap-build-")
        made = ship_compiled(str(root / "data" / "roadmap.yaml"), self.folder.name)
        build_data["force_include"][made] = f"llmroadmap/data/{Path(made).name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.folder.cleanup()

"""Write docs/roadmap.schema.json, by which editors complete and check roadmap files."""

import json
from pathlib import Path

from llmroadmap.formats.roadmap_yaml.schema import json_schema

target = Path(__file__).parents[1] / "docs" / "roadmap.schema.json"
target.write_text(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

"""Our own format: roadmaps in YAML, read, validated and written."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource
    from llmroadmap.formats.imported_plan import ImportedPlan


def sniff(source: "PlanSource") -> bool:
    """Tell whether it is named YAML, or has the first key of a roadmap near its beginning."""
    if source.suffix in (".yaml", ".yml"):
        return True
    start = source.start
    lines = [line for line in start.splitlines() if line and not line.startswith("#")]
    return any(line.startswith("format:") for line in lines[:20]) and not start.startswith("---\n#")


def read(source: "PlanSource") -> "ImportedPlan":
    """Return the roadmap in a file; raises RoadmapInvalid."""
    from llmroadmap.formats.imported_plan import ImportedPlan
    from llmroadmap.formats.roadmap_yaml.schema import validate  # with it comes pydantic

    return ImportedPlan(roadmap={**validate(source.text.encode(), source.path)})

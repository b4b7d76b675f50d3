"""The roadmap alone, as the YAML that `add`, `check` and `--roadmap` read: nothing of the learner's."""

from llmroadmap.exports import Material


def write(material: Material) -> str:
    """Return the roadmap's file."""
    from llmroadmap.formats.roadmap_yaml.writer import write_yaml

    return write_yaml(material.tree())

"""The answer that shields.io makes a badge of, from a file in the learner's own repository.

https://shields.io/badges/endpoint-badge
"""

import json

from llmroadmap.exports import Material
from llmroadmap.exports.badge import label_and_message


def write(material: Material) -> str:
    """Return the JSON."""
    label, message = label_and_message(material)
    colour = "brightgreen" if message.startswith("100") else "blue"
    answer = {"schemaVersion": 1, "label": label, "message": message, "color": colour}
    return json.dumps(answer, ensure_ascii=False) + "\n"

"""Items with progress that the plan has no more."""

TEXTS = {
    "strangers": (
        "{n} item with progress is not in the plan any more",
        "{n} items with progress are not in the plan any more",
    ),
    "earlier": "Earlier",
    "earlier_hint": "llmroadmap update matches them with the plan as it is now.",
}

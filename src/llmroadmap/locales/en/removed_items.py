"""Items with progress that the plan has no more."""

TEXTS = {
    "strangers": (
        "{n} item with progress is no longer in the plan",
        "{n} items with progress are no longer in the plan",
    ),
    "earlier": "Earlier",
    "earlier_hint": "llmroadmap update matches them with the plan as it is now.",
}

"""Texts of own changes to the plan, in several commands."""

TEXTS = {
    "as_before": "is so already",
    "none": "There are none yet.",
    "gone": "not in the plan any more",
    "left": "In all: {steps}, {time} to go.",
    "estimate": "now {time} each, {steps}",
    "estimate_one": "now {time}",
    "estimate_removed": (
        "the plan's own estimate again, {n} step",
        "the plan's own estimates again, {n} steps",
    ),
    "removed": "as in the plan again",
    "due": "meant for {day}",
    "tags": "tagged {tags}",
    "did.insert": "is in your plan now",
    "did.mute": (
        "muted, {n} step: neither offered nor counted",
        "muted, {n} steps: neither offered nor counted",
    ),
    "did_several.mute": "muted",
    "did_several.unmute": "in the plan again",
    "did.unmute": ("in the plan again, {n} step", "in the plan again, {n} steps"),
    "places.after": "after {id} {title}",
    "places.before": "before {id} {title}",
    "places.in": "in {id} {title}",
    "due_on": "meant for {day}",
    "muted": "muted",
    "muted_back": "Take it in again: {command}",
    "own": "your own step",
    "note": "your note: {text}",
    "left_out": ("{n} step left out", "{n} steps left out"),
}

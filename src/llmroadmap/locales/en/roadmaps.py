"""Texts of `roadmaps`."""

TEXTS = {
    "help": "your roadmaps",
    "built_in": "comes with the program",
    "roadmap_broken": "cannot be read: {command}",
    "change_roadmap": "Follow another: {command}",
}

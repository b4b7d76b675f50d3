"""--help: its headings."""

TEXTS = {
    "usage": "Usage: ",
    "some_options": "[options]",
    "intro": "Follow a study plan to its end: what is next, tick it, see how far you are.",
    "arguments": "Arguments",
    "options": "Options",
    "global": "On every command",
    "examples": "Examples",
    "commands": "Commands",
    "more": "More on one of them: llmroadmap COMMAND --help",
    "group.day": "Every day",
    "group.around": "Around a step",
    "group.look": "Look",
    "group.plans": "Roadmaps",
    "group.files": "Files and settings",
}

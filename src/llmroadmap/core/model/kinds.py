"""The kinds of steps that a roadmap knows."""

KINDS = (
    "chapter",
    "section",
    "lecture",
    "video",
    "reading",
    "paper",
    "notebook",
    "quiz",
    "assignment",
    "project",
    "writing",
    "community",
    "habit",
)

"""The kinds of steps that a roadmap knows, and how deep its groups may go."""

from typing import Literal, get_args

MAX_DEPTH = 20  # groups in groups below a stage

Kind = Literal[
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
]
KINDS: tuple[str, ...] = get_args(Kind)

"""Texts for what has come to its end."""

TEXTS = {
    "part": "Complete: ",
    "chapter": "Chapter complete: ",
    "course": "Course complete: ",
    "stage": "Stage complete: ",
    "plan": "You have reached the end of the plan: ",
    "about_time": "about {time}",
    "on_days": ("on {n} day", "on {n} days"),
    "finished_on": "finished on {day}",
    "notes": ("{n} note", "{n} notes"),
    "links": ("{n} link", "{n} links"),
    "opens": "Next stage: ",
    "came_of_it": "Results",
    "look_back": "Look back: {command}",
    "optional_left": (
        "{n} optional step is left, if you want more: ",
        "{n} optional steps are left, if you want more: ",
    ),
}

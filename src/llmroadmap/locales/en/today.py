"""Texts of `today`."""

TEXTS = {
    "help": "today at a glance (same as plain llmroadmap)",
    "about_time": "about {time}",
    "welcome": "{steps}, about {time}. A roadmap has stages, a stage has courses, a course has steps.",
    "pace.half_hour": "half an hour a day: {long}",
    "pace.six_hours": "six hours a week: {long}",
    "at_own_pace": "At your {time} a week: {long}.",
    "weeks": ("about {n} week", "about {n} weeks"),
    "months": ("about {n} month", "about {n} months"),
    "a_year": "about a year",
    "years": "about {years} years",
    "begin": "Begin: ",
    "first_step": "First: ",
    "welcome_more": "Commands: ",
    "welcome_back": "Last time: {ago}. See where you were: ",
    "also_in_progress": "Also in progress: ",
    "not_begun": "not begun yet",
    "last_week": "Last week: ",
    "this_week": "This week: ",
    "active_days": ("{n} day", "{n} days"),
    "waiting": "Another version of your progress was found; nothing is lost. Merge them: ",
}

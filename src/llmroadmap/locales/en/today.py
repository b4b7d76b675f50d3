"""Texts of `today`."""

TEXTS = {
    "help": "today at a glance (same as plain llmroadmap)",
    "about_time": "about {time}",
    "welcome": "Follow “{title}” to its end, {steps}, one evening at a time.",
    "first_step": "First: ",
    "welcome_more": "More: llmroadmap next, status, --help",
    "welcome_back": "Last time was {ago}. See where you were: ",
    "this_week": "This week: ",
    "active_days": ("{n} day", "{n} days"),
    "waiting": "Another version of your progress was found; nothing is lost. Join them: ",
}

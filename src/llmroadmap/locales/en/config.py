"""Texts of `config`."""

TEXTS = {
    "help": "see and change settings",
    "about.language": "language; auto: as the system says",
    "about.steps": "how many steps next shows",
    "about.week_starts": "the week's first day",
    "about.day_ends": "up to this hour it is still the day before",
    "about.colour": "colours; auto: on a terminal",
    "about.roadmap": "the roadmap in use, by its id; empty: the one that came with the program",
    "about.region": "links that open there come first; auto: cn where the locale is zh_CN",
    "default": "default {value}",
    "was": "was {value}",
    "change": "Change one: {command}",
    "back": "Set it back: ",
    "option.words": "a setting to show; with a value, to set; unset KEY: back to its default",
    "about.hours": "hours you want to study a week; 0: no target",
    "about.days_per_week": "days of study that make a week count",
    "about.finish_by": "the day you want to be done by; empty: none",
    "about.study": "when you study in a week; week --next fills these times",
    "about.streak": "off: weeks in a row are shown nowhere",
    "about.auto_sync": "on: each change goes to the folder of sync at once, and what others did comes once a day",
    "unknown": "not known to this version, left alone: {names}",
}

"""English, the language that every other falls back to in the end."""

from llmroadmap.locales import Language


class English(Language):
    name = "English"
    fallback = ""
    yes = ("y", "yes")
    days = {"today": 0, "yesterday": 1}  # noqa: RUF012
    hours = ("h",)
    minutes = ("m", "min")
    units = ("min", "h ")
    conflicts = ("conflict",)


LANGUAGE = English()

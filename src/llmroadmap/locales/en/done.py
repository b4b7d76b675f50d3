"""Texts of `done`."""

TEXTS = {
    "help": "tick steps",
    "option.message": "add a note at the same time",
    "option.took": "total time it took: 50m, 1h30m; works on a done step, too",
    "less": "Was it less? {command}",
    "took_in_all": "{time} in all",
    "not_believed": "Started {time} ago: too long for one sitting, so no time was counted. To set it: {command}",
    "try_recall": "Twenty steps done. Two minutes a day help you remember them: ",
}

"""Texts of `done`."""

TEXTS = {
    "help": "tick steps",
    "option.message": "a note on it, in the same go",
    "option.took": "how long it took in all: 50m, 1h30m; also of a step that is done",
    "took_in_all": "{time} in all",
    "not_believed": "Started {time} ago: too long for one sitting, so no time was counted. Say it: {command}",
    "try_recall": "Twenty steps done. Two minutes a day keep them: ",
}

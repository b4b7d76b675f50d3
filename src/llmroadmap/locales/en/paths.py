"""Texts of `paths`."""

TEXTS = {
    "help": "where your files are",
    "about.roadmap": "the roadmap in use",
    "about.progress": "your progress on it",
    "about.config": "settings and own roadmaps",
    "about.settings": "the settings",
    "about.data": "progress and backups",
    "about.backups": "backups of your progress",
    "about.cache": "compiled forms; may be deleted",
    "path_missing": "not there yet",
}

"""The formats of plans, by name: what each is, in a line."""

TEXTS = {
    "about.anki": "recall questions as Anki cards",
    "about.obsidian": "a note for Obsidian and its Tasks plugin",
    "about.taskwarrior": "tasks for task import",
    "about.todotxt": "todo.txt, one step per line",
    "about.csv": "tables with a header, from spreadsheets and Notion; also tabs and semicolons",
    "about.folder": "a folder or zip of pages: courses, mdBook, GitBook, vaults, exports of Notion and HackMD",
    "about.html": "a page to share: numbers, charts, results; no scripts, no requests",
    "about.svg": "a card for a README or a chat",
    "about.png": "the same card as a picture, for chats that take no SVG",
    "about.badge": "a small badge, as SVG",
    "about.shields": "JSON for a shields.io badge",
    "about.ics": "a calendar: your study times, or the steps as tasks",
    "about.json": "everything: the roadmap and all you did",
    "about.markdown": "README files, task lists, notes",
    "about.opml": "outlines: OmniOutliner, Workflowy, Dynalist, mind maps",
    "about.org": "Org mode: headlines, TODO and DONE, boxes, efforts",
    "about.playlist": "`yt-dlp -J --flat-playlist` of YouTube, Bilibili and others",
    "about.roadmapsh": "roadmap.sh: a JSON file, or a roadmap's folder",
    "about.yaml": "our own: docs/roadmap-format.md",
}

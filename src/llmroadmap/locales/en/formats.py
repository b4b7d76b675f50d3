"""The formats of plans, by name: what each is, in a line."""

TEXTS = {
    "about.markdown": "README files, task lists, notes",
    "about.roadmapsh": "roadmap.sh: a JSON file, or a roadmap's folder",
    "about.yaml": "our own: docs/roadmap-format.md",
}

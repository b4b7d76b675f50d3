"""The formats of plans, by name: what each is, in a line."""

TEXTS = {
    "about.markdown": "README、任务清单、笔记",
    "about.roadmapsh": "roadmap.sh 的 JSON 文件或路线文件夹",
    "about.yaml": "本程序自己的格式：docs/roadmap-format.md",
}

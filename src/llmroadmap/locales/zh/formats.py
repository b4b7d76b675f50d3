"""The formats of plans, by name: what each is, in a line."""

TEXTS = {
    "about.anki": "复习问题做成的 Anki 卡片",
    "about.obsidian": "Obsidian 笔记，配合 Tasks 插件",
    "about.taskwarrior": "供 task import 导入的任务",
    "about.todotxt": "todo.txt，每步一行",
    "about.csv": "带表头的表格（电子表格、Notion 导出），也可用制表符或分号分隔",
    "about.folder": "一个文件夹或 zip：课程、mdBook、GitBook、笔记库，Notion、HackMD 的导出",
    "about.html": "给别人看的网页：数字、图表、成果；没有脚本，不联网",
    "about.svg": "放进 README 或聊天的卡片",
    "about.png": "同一张卡片的图片，供不支持 SVG 的聊天使用",
    "about.badge": "小徽章（SVG）",
    "about.shields": "供 shields.io 生成徽章的 JSON",
    "about.ics": "日历：学习时段，或把各步作为待办",
    "about.json": "全部内容：路线和你的所有记录",
    "about.markdown": "README、任务清单、笔记",
    "about.opml": "大纲：OmniOutliner、Workflowy、幕布、思维导图",
    "about.org": "Org mode：标题、TODO/DONE、方框、用时",
    "about.playlist": "`yt-dlp -J --flat-playlist` 的输出（YouTube、Bilibili 等）",
    "about.roadmapsh": "roadmap.sh 的 JSON 文件或路线文件夹",
    "about.yaml": "本程序自己的格式：docs/roadmap-format.md",
}

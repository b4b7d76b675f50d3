"""Texts of `remove`."""

TEXTS = {
    "help": "移除一条路线（进度保留）",
    "removed": "已移除 {id}。",
    "progress_kept": "进度仍保留：{path}",
    "message.built-in-roadmap": "“{name}”是自带的学习路线，不能移除。",
    "hint.built-in-roadmap": "换一条：llmroadmap use id；去掉其中一部分：llmroadmap skip 或 mute",
}

"""Texts of `remove`."""

TEXTS = {
    "help": "移除一条路线（进度保留）",
    "removed": "已移除 {id}。",
    "progress_kept": "进度仍保留：{path}",
}

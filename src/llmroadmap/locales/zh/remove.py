"""Texts of `remove`."""

TEXTS = {
    "removed": "已移除 {id}。",
    "progress_kept": "进度仍保留：{path}",
}

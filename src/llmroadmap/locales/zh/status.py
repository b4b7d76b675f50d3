"""Texts of `status`."""

TEXTS = {
    "help": "学到哪里了",
    "whole": "全程",
    "courses": "{n} 门课",
    "unfold": "全部展开：{command}",
    "skipped_steps": "跳过 {n} 步",
    "proof_count": "{n} 项成果",
    "note_count": "{n} 条笔记",
    "streak_short": "{n} 周",
    "option.all": "全部展开",
    "option.line": "只输出一行，用于命令行提示符或状态栏",
    "option.format": "按这段文字显示，可用 {choices}",
    "option.waybar": "输出 Waybar 需要的 JSON",
    "option.stage": "只看一个阶段或课程",
}

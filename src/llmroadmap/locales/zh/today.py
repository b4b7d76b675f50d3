"""Texts of `today`."""

TEXTS = {
    "help": "今日概况（直接运行 llmroadmap 也一样）",
    "about_time": "约 {time}",
    "welcome": "跟着“{title}”学到底，共 {steps}，每晚学一点。",
    "first_step": "第一步：",
    "welcome_more": "更多：llmroadmap next、status、--help",
    "welcome_back": "上次学习是 {ago}。看看当时学到哪里：",
    "this_week": "本周：",
    "active_days": "学了 {n} 天",
    "waiting": "找到了进度的另一个版本，什么都没丢。合并：",
}

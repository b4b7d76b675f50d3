"""Texts of `today`."""

TEXTS = {
    "help": "今日概况（直接运行 llmroadmap 也一样）",
    "about_time": "约 {time}",
    "welcome": "共 {steps}，约 {time}。路线分阶段，阶段里有课程，课程里有步骤。",
    "pace.half_hour": "每天半小时：{long}",
    "pace.six_hours": "每周 6 小时：{long}",
    "at_own_pace": "每周 {time}，{long}学完。",
    "weeks": "约 {n} 周",
    "months": "约 {n} 个月",
    "a_year": "约一年",
    "years": "约 {years} 年",
    "begin": "开始：",
    "first_step": "第一步：",
    "welcome_more": "命令一览：",
    "welcome_back": "上次学习是 {ago}。看看当时学到哪里：",
    "also_in_progress": "也在进行：",
    "not_begun": "还没开始",
    "last_week": "上周：",
    "this_week": "本周：",
    "active_days": "学了 {n} 天",
    "waiting": "找到了进度的另一个版本，什么都没丢。合并：",
}

"""Texts of `config`."""

TEXTS = {
    "help": "查看和修改设置",
    "about.language": "界面语言；auto：跟随系统",
    "about.steps": "next 显示几步",
    "about.week_starts": "一周从哪天开始",
    "about.day_ends": "凌晨几点之前仍算前一天",
    "about.colour": "颜色；auto：只在终端里",
    "about.roadmap": "正在用的学习路线（id）；留空则是自带的那条",
    "about.region": "优先给出当地打得开的链接；auto：系统语言为 zh_CN 时是 cn",
    "default": "默认 {value}",
    "was": "原为 {value}",
    "change": "修改：{command}",
    "back": "改回去：",
    "option.words": "设置名：查看；加上值：修改；unset 设置名：恢复默认",
    "about.hours": "每周想学几小时；0：不设目标",
    "about.days_per_week": "一周学几天才算数",
    "about.finish_by": "想在哪天之前学完；留空：不设",
    "about.study": "每周什么时间学；week --next 会把步骤排进去",
    "about.streak": "off：不再显示连续几周",
    "about.auto_sync": "on：每次改动立刻写到 sync 的文件夹，每天第一次取回别处的改动",
    "unknown": "这个版本不认识，保持不动：{names}",
}

"""Texts of `update`."""

TEXTS = {
    "help": "换成新版计划，保留进度",
    "plan_same": "{n} 项不变",
    "plan_renamed": "{n} 项换了 id",
    "plan_retitled": "{n} 项换了标题",
    "plan_new": "新增 {n} 项",
    "plan_gone": "删除 {n} 项",
    "plan_new_title": "新增：",
    "plan_gone_title": "删除（进度归档，列在“以前学的”里）：",
    "plan_at": "学习路线：{path}",
    "progress_carried": "{n} 项的进度已转移。",
    "doubts.split": "它拆成了几步",
    "doubts.gone": "不确定它现在是哪一步",
    "doubts.reused": "它的 id 现在指另一项内容",
    "doubt_kept": "进度留在原来的 id 下，列在“以前学的”里",
    "option.source": "新版本：文件，- 表示标准输入",
    "option.moved": "步骤改了 id 时：旧id=新id",
    "option.dry_run": "只对照，不保存",
    "readdressed": "网址换了，按标题和位置认出，进度保留：",
    "own_missing": "你对这些项目的改动先留着，新计划里没有它们了：{ids}",
}

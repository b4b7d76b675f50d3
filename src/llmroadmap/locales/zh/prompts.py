"""What the user is asked."""

TEXTS = {
    "ask_hint": "[y/N]",
    "no_such_number": "输入 1 到 {last} 的数字，直接回车则不选：",
    "question.which-became": "{id}（{title}）变成了哪一项？选第一项则进度留在原处。",
    "question.completion-line": "在 {path} 末尾加一行，让 shell 读取脚本？",
    "question.pick_this": "是这一项吗？",
    "question.pick_item": "选哪一项？",
    "question.pick_shell": "哪一个 shell？",
    "question.remove-roadmap": "移除学习路线 {id}？进度会保留。",
    "question.which-step": "哪一步？",
    "question.long-sitting": "{id} {title} 是 {hours} 小时前开始的，全部计入吗？",
    "question.count-sitting": "计入 {time} 吗？",
    "question.which-habit": "哪个习惯？",
    "question.done-group": "把 {id}（{title}）里未完成的 {n} 步全部标为完成？",
    "question.skip-group": "跳过 {id}（{title}）里未完成的 {n} 步？",
    "question.reopen-group": "重新打开 {id}（{title}）里的 {n} 步？",
    "question.restore": "用备份 {name}（{events} 条记录）替换现在的文件？现在的文件会先保存。",
    "question.restore_good": "用备份 {name}（{events} 条记录）替换你的进度（{now} 条记录）？现在的进度会先保存。",
    "question.pick_link": "选哪个链接？",
    "question.undo-other": "本机没有可撤销的了。最近一次改动是 {what}，在 {device} 上，{at}。撤销它？",
}

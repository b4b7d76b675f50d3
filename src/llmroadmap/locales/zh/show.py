"""Texts of `show`."""

TEXTS = {
    "spent": "已用 {time}",
    "factor": "这类步骤（{kind}）你约用估时的 {factor} 倍",
    "help": "查看一项的全部内容",
    "links": "链接",
    "links_of": "链接（来自 {id}）",
    "needs": "先修",
    "unlocks": "解锁",
    "history": "记录",
    "goals": "目标",
    "tips": "小贴士",
    "topics": "主题",
    "former_link": "原址 {url}",
    "questions": "有 {n} 个复习题",
    "questions_later": "有 {n} 个复习题，完成后可以用 recall 复习",
    "proofs": "成果",
    "proof_hint": "有成果可以记下：{command}",
}

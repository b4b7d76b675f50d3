"""Texts of `list`."""

TEXTS = {
    "help": "按层级列出步骤",
    "folded": "已折叠；{command} 全部展开。",
    "nothing_fits": "这里没有符合的步骤：{what}。",
    "next": "下一步",
    "required": "必学",
    "proof_sign": "有成果，网址用 llmroadmap show 查看",
    "empty": "这里没有“{state}”的步骤。",
    "option.part": "阶段、课程或单元",
    "option.in": "只看有这种语言材料的：en、zh，也可写 --lang",
    "option.topic": "只看这个主题的",
    "option.required": "只看必学的",
    "option.open": "只看未完成的",
    "option.done": "只看完成的",
    "option.all": "全部展开，也显示已隐藏的",
    "option.tag": "只看带这个标签的",
    "untimed": "另有 {n} 步没有估时，没有列出。",
}

"""Texts of `insert`."""

TEXTS = {
    "help": "插入自己的步骤",
    "option.title": "要做什么",
    "option.after": "放在这一项后面",
    "option.in": "放在这个阶段或课程的末尾",
    "option.minutes": "大约要多久：45m、1h",
    "option.link": "学习材料的网址",
    "option.needs": "要先完成哪一项",
    "option.group": "建一个分组，可以往里放自己的步骤",
}

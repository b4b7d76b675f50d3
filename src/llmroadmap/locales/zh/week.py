"""Texts of `week`."""

TEXTS = {
    "help": "一周概况，或下周安排",
    "option.last": "看上周",
    "option.next": "接下来的步骤，排进 config study 设的时间",
    "option.format": "markdown：可以贴到聊天或日记里的周报",
    "name.this": "本周",
    "name.last": "上周",
    "coming": "到 {date} 为止的安排",
    "notes": "笔记",
    "no_slots": "要把步骤排进一周：{command}",
    "fifths": "每段时间留出五分之一，放不下的以后接着学。",
    "goes_on": "之后还剩 {time}",
}

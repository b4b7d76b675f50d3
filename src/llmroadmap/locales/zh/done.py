"""Texts of `done`."""

TEXTS = {
    "help": "标为完成",
    "option.message": "顺手记一条笔记",
    "option.took": "一共用了多久：50m、1h30m；已完成的步骤也可以补",
    "less": "其实没用这么久？{command}",
    "took_in_all": "一共 {time}",
    "not_believed": "{time}前开始的，不像是一次学完，没有计时。补上：{command}",
    "try_recall": "已经学完二十步。每天两分钟，就不容易忘：",
}

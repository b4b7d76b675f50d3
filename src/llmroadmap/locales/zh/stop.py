"""Texts of `stop`."""

TEXTS = {
    "help": "结束这一次，改天接着学",
    "option.item": "哪一步；不写就是正在计时的那一步",
    "option.minutes": "这次学了多久，不按计时：40、1h30m",
    "sitting": "这次 {time}",
    "total": "一共 {time}",
    "another_time": "时间不对：先撤销，再 {command}",
}

"""Texts of `start`."""

TEXTS = {
    "help": "标为进行中",
    "option.for": "在这里倒计时这么久，然后结束这一次：25m",
    "counted": "记了 {time}",
    "running": "还剩 {left}  （Ctrl-C 结束）",
    "over": "时间到。",
    "enough": "今天先到这里：{command}",
    "go_on": "倒计时已结束。接着学：{command}",
}

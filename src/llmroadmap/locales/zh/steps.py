"""What done, start, skip and reopen share."""

TEXTS = {
    "not_counted": "选学，不计入百分比",
    "changed.done": "完成",
    "changed.start": "进行中",
    "changed.skip": "已跳过",
    "changed.reopen": "已重新打开",
    "already.done": "之前已完成",
    "already.started": "之前已开始",
    "already.skipped": "之前已跳过",
    "already.open": "本来就没完成",
    "took": "用时 {time}",
    "unlocked": "解锁：",
    "stage_finished": "本阶段完成。",
}

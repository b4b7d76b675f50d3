"""Texts of `backup`."""

TEXTS = {
    "help": "备份进度",
    "option.action": "列出备份，或现在备份一次",
    "copies_none": "还没有备份。每天第一次改动前会自动备份。",
    "copies_folder": "进度的备份在 {folder}",
    "copy_made": "已备份：{name}",
    "copy_events": "{n} 条记录",
    "copy_no_good": "不可用",
    "copy_notes.other": "当天的第一份",
    "copy_notes.previous": "上一次改动之前",
    "copy_notes.saved": "手动备份",
    "copy_notes.replaced": "恢复前的进度",
    "copy_notes.damaged": "损坏文件的原样",
    "copies_how": "恢复其中一份：{command}",
    "message.no-progress-yet": "还没有可以备份的进度：{path} 尚不存在。",
    "message.no-such-backup": "没有名为“{which}”的可用备份。",
    "message.no-such-backup-at-all": "没有可用的备份。",
    "hint.no-progress-yet": "开始第一步：llmroadmap start",
    "hint.no-such-backup": "查看有哪些备份：llmroadmap backup list",
    "hint.no-such-backup-at-all": "每天第一次改动前会自动备份。",
}

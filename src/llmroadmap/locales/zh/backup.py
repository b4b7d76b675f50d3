"""Texts of `backup`."""

TEXTS = {
    "option.action": "列出备份，或现在备份一次",
    "copies_none": "还没有备份：有改动的每一天都会留一份。",
    "copies_folder": "进度的备份在 {folder}",
    "copy_made": "已备份：{name}",
    "copy_events": "{n} 条记录",
    "copy_no_good": "内容不完好",
    "copy_notes.other": "当天的第一份",
    "copy_notes.previous": "上一次改动之前",
    "copy_notes.saved": "你自己留的",
    "copy_notes.replaced": "恢复时被替换下来的",
    "copy_notes.damaged": "损坏文件的原样",
    "copies_how": "恢复其中一份：{command}",
}

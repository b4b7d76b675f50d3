"""Texts of `restore`."""

TEXTS = {
    "help": "恢复备份",
    "option.which": "备份的名称，见 backup；默认：最新的可用备份",
    "restored": "已恢复：{name} · {day}",
    "rescued": "损坏的文件里还能读出 {n} 条记录，一并保留",
    "left_out": "备份比原来少 {n} 条记录",
    "newest": "最新的记录：{at}",
    "way_back": "回到被替换的进度：",
    "kept_damaged": "原来的内容保存在：",
}

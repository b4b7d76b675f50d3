"""Words in examples, in Chinese."""

TEXTS = {
    "attention": "注意力",
    "Mon,Wed 20:00 45m; Sat 10:00 2h": "周一三 20:00 45分钟; 周六 10:00 2小时",
    "batches are padded one by one": "按 batch 补齐，不按整个数据集",
    "Brush up matrix calculus": "补：矩阵求导",
    "collators pad each batch": "collator 按 batch 补齐",
    "exam": "考试",
    "holiday": "春节",
    "know it": "已经会了",
    "last week": "上周",
    "My own project": "自己的项目",
    "paper": "论文",
    "Read the GPT-2 code": "读 GPT-2 的代码",
    "scaling laws paper": "缩放定律",
    "yesterday": "昨天",
    "30m": "半小时",
}

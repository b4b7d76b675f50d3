"""Words of plain mode."""

TEXTS = {
    "of": "完成 {done}，共 {total}",
    "percent": "百分之 {n}",
    "has_proof": "有成果",
    "folded": "已折叠",
}

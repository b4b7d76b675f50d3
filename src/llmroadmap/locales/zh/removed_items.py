"""Items with progress that the plan has no more."""

TEXTS = {
    "strangers": "有 {n} 项进度对应的内容已不在学习路线里",
    "earlier": "以前学的",
    "earlier_hint": "llmroadmap update 会把它们与现在的学习路线对照。",
}

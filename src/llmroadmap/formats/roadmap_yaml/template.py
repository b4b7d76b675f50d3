"""The roadmap that `new` starts with."""

from unicodedata import east_asian_width

from llmroadmap.formats.item_ids import slug

# Comments behind what they explain; written, they stand below one another.
_COMMENT = "  # "
_EN = """\
# A study plan for llmroadmap. Check it: llmroadmap check FILE. Follow it: llmroadmap add FILE
# The whole format: docs/roadmap-format.md of the project.
format: 1
id: {id}  # short; names the file of your progress
title: My plan  # or in several languages: {{en: My plan, zh: 我的计划}}
minutes: {{reading: 45, video: 30}}  # how long a step of a kind takes, if it does not say itself

stages:  # in the order in which you study them
  - id: s1
    title: First stage
    goals: [Know the basics]
    order: parallel  # its courses side by side; without it, one after the other
    items:
      - id: book  # an item with items is a group
        title: A book
        links: [{{url: "https://example.org/book"}}]
        items:
          - {{id: 1, kind: reading, title: Chapter one}}
          - {{id: 2, kind: reading, title: Chapter two, minutes: 60}}
          - {{id: x, kind: reading, title: Appendix, optional: true}}
      - id: talks
        title: Talks
        items:
          - id: intro
            kind: video
            title: Introduction
            needs: [book.1]  # offered when that is done
      - {{id: notes, kind: habit, repeat: weekly, title: Tidy my notes}}
"""
_ZH = """\
# llmroadmap 的学习路线。检查：llmroadmap check 文件。使用：llmroadmap add 文件
# 完整格式见项目的 docs/roadmap-format.md。
format: 1
id: {id}  # 简短；进度文件以它命名
title: 我的计划  # 多种语言可写成 {{en: My plan, zh: 我的计划}}
minutes: {{reading: 45, video: 30}}  # 各类步骤的默认分钟数，步骤里可以另写

stages:  # 按学习顺序排列
  - id: s1
    title: 第一阶段
    goals: [打好基础]
    order: parallel  # 各门课程并行；不写则一门接一门
    items:
      - id: book  # 含有 items 的是单元
        title: 一本书
        links: [{{url: "https://example.org/book"}}]
        items:
          - {{id: 1, kind: reading, title: 第一章}}
          - {{id: 2, kind: reading, title: 第二章, minutes: 60}}
          - {{id: x, kind: reading, title: 附录, optional: true}}
      - id: talks
        title: 讲座
        items:
          - id: intro
            kind: video
            title: 导论
            needs: [book.1]  # 学完它才会轮到这一步
      - {{id: notes, kind: habit, repeat: weekly, title: 整理笔记}}
"""


def template(name: str, lang: str) -> str:
    """Return a small commented roadmap whose id is made of `name`."""
    text = (_ZH if lang == "zh" else _EN).format(id=slug(name) or "my-plan")
    rows = [row.partition(_COMMENT) for row in text.split("\n")]
    column = max(_columns(before) for before, comment, _ in rows if comment)
    return "\n".join(
        before + " " * (column - _columns(before)) * bool(comment) + comment + after
        for before, comment, after in rows
    )


def _columns(text: str) -> int:
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)

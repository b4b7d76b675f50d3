"""Texts of `new`."""

TEXTS = {
    "help": "新建路线模板",
    "then_check": "改好之后：llmroadmap check {file}，再 llmroadmap add {file}",
    "option.file": "写入的文件；不写则直接输出",
    "template": """\
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
""",
}

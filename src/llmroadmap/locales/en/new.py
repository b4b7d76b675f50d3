"""Texts of `new`."""

TEXTS = {
    "help": "print a starter plan",
    "then_check": "Edit it, then: llmroadmap check {file} and llmroadmap add {file}",
    "option.file": "file to write; without one, the text is printed",
    "template": """\
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
""",
}

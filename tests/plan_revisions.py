"""Plans and their revisions, with the truth of which step is which kept beside them.

A thing is a step or a chapter with a `key` that no revision changes and no reader sees. A revision
does what authors do to their plans; afterwards the keys say what each step was before.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

SUBJECTS = {
    "en": "attention matrices tokens gradients sampling prompts retrieval alignment quantization"
    " caching transformers embeddings decoding evaluation datasets benchmarks safety agents".split(),
    "zh": "注意力 矩阵 分词 梯度 采样 提示词 检索 对齐 量化 缓存 编码器 词向量 解码 评测 数据集 智能体".split(),
    "es": "atención matrices símbolos gradientes muestreo instrucciones búsqueda alineación"
    " cuantización memoria codificador vectores descodificación evaluación datos agentes".split(),
}
FORMS = {
    "en": ("Introduction to {}", "{} in practice", "A short history of {}", "{} from scratch"),
    "zh": ("{}入门", "动手实现{}", "{}的来龙去脉", "从零理解{}"),
    "es": ("Introducción a {}", "{} en la práctica", "Breve historia de {}", "{} desde cero"),
}
# Titles that every chapter has: they say nothing of what they are about.
COMMON = {
    "en": ("Exercises", "Quiz", "Final project", "Read the notes"),
    "zh": ("练习", "测验", "项目", "阅读讲义"),
    "es": ("Ejercicios", "Prueba", "Proyecto final", "Lee los apuntes"),
}
CHAPTERS = {"en": "Week {}: {}", "zh": "第 {} 周：{}", "es": "Semana {}: {}"}


@dataclass
class Thing:
    """A step, or a chapter that holds `items`."""

    key: int
    title: str
    links: list[str] = field(default_factory=list)
    items: list[Thing] | None = None
    id: str = ""

    def signature(self) -> tuple[str, str]:
        """What a reader can tell a step by."""
        return self.title, self.links[0] if self.links else ""


class Author:
    """Writes a plan and revises it; every choice comes from one random source."""

    def __init__(self, chance: random.Random, lang: str = "en", linked: float = 0.6) -> None:
        self.chance, self.lang, self.linked = chance, lang, linked
        self._keys = count(1)
        self._names = self._titles()

    def _titles(self) -> Iterator[str]:
        pairs = [(form, word) for form in FORMS[self.lang] for word in SUBJECTS[self.lang]]
        self.chance.shuffle(pairs)
        for number in count():
            for form, word in pairs:
                yield form.format(word) + (f" {number + 1}" if number else "")

    def step(self, title: str = "") -> Thing:
        """A new step with a title that none has."""
        key = next(self._keys)
        links = [f"https://host-a.example/{self.lang}/lesson-{key:03}"]
        has_link = self.chance.random() < self.linked
        return Thing(key, title or next(self._names), links if has_link else [])

    def plan(self, chapters: int = 4, steps: int = 5) -> list[Thing]:
        """Chapters of steps; each ends with one of the common titles."""
        made = []
        for number in range(1, chapters + 1):
            items = [self.step() for _ in range(steps)]
            items.append(self.step(COMMON[self.lang][number % 2]))
            subject = self.chance.choice(SUBJECTS[self.lang])
            title = CHAPTERS[self.lang].format(number, subject)
            made.append(Thing(next(self._keys), title, [], items))
        return made

    # What authors do. Each changes the plan in place.

    def retitle(self, plan: list[Thing]) -> None:
        step = self._any(plan)
        step.title = next(self._names)

    def reword(self, plan: list[Thing]) -> None:
        step = self._any(plan)
        step.title = f"{step.title} (revised)" if self.lang != "zh" else f"{step.title}（修订）"

    def reorder(self, plan: list[Thing]) -> None:
        self.chance.shuffle(self._chapter(plan).items or [])

    def reorder_chapters(self, plan: list[Thing]) -> None:
        self.chance.shuffle(plan)

    def renumber_chapters(self, plan: list[Thing]) -> None:
        for number, chapter in enumerate(plan, 1):
            head, sep, subject = chapter.title.partition("：" if self.lang == "zh" else ": ")
            if sep:
                form = CHAPTERS[self.lang]
                chapter.title = form.format(number, subject)
                assert head

    def retitle_chapter(self, plan: list[Thing]) -> None:
        self._chapter(plan).title = next(self._names)

    def move(self, plan: list[Thing]) -> None:
        here, there = self._chapter(plan), self._chapter(plan)
        if here.items and len(here.items) > 1:
            step = here.items.pop(self.chance.randrange(len(here.items)))
            there.items = there.items or []
            there.items.insert(self.chance.randint(0, len(there.items)), step)

    def insert(self, plan: list[Thing]) -> None:
        items = self._chapter(plan).items or []
        items.insert(self.chance.randint(0, len(items)), self.step())

    def insert_first(self, plan: list[Thing]) -> None:
        (plan[0].items or []).insert(0, self.step())

    def insert_chapter(self, plan: list[Thing]) -> None:
        items = [self.step() for _ in range(3)] + [self.step(COMMON[self.lang][0])]
        chapter = Thing(next(self._keys), next(self._names), [], items)
        plan.insert(self.chance.randint(0, len(plan)), chapter)

    def insert_namesake(self, plan: list[Thing]) -> None:
        """A step of a title that another chapter has: the twin of something known."""
        items = self._chapter(plan).items or []
        items.insert(self.chance.randint(0, len(items)), self.step(self._any(plan).title))

    def remove(self, plan: list[Thing]) -> None:
        items = self._chapter(plan).items or []
        if len(items) > 1:
            items.pop(self.chance.randrange(len(items)))

    def replace(self, plan: list[Thing]) -> None:
        """Another step in the place of one: other title, other address."""
        items = self._chapter(plan).items or []
        items[self.chance.randrange(len(items))] = self.step()

    def change_host(self, plan: list[Thing]) -> None:
        for step in steps(plan):
            step.links = [link.replace("host-a", "host-b") for link in step.links]

    def change_addresses(self, plan: list[Thing]) -> None:
        for step in steps(plan):
            step.links = [f"https://new.example/{step.key * 7919}" for _ in step.links]

    def mirror_first(self, plan: list[Thing]) -> None:
        """A new main address before the one that was there."""
        step = self._any(plan)
        step.links = [f"https://mirror.example/{step.key}", *step.links]

    def lend_link(self, plan: list[Thing]) -> None:
        """A new step that names the address of an old one, which goes, as further reading."""
        chapter = self._chapter(plan)
        items = chapter.items or []
        at = self.chance.randrange(len(items))
        old, new = items[at], self.step()
        new.links = [f"https://host-a.example/other-{new.key}", *old.links]
        items[at] = new

    def swap_titles(self, plan: list[Thing]) -> None:
        one, other = self._any(plan), self._any(plan)
        one.title, other.title = other.title, one.title

    def split(self, plan: list[Thing]) -> None:
        items = self._chapter(plan).items or []
        at = self.chance.randrange(len(items))
        title = items[at].title
        items[at : at + 1] = [self.step(f"{title}, part {n}") for n in (1, 2)]

    def merge(self, plan: list[Thing]) -> None:
        items = self._chapter(plan).items or []
        if len(items) > 2:
            at = self.chance.randrange(len(items) - 1)
            both = items[at : at + 2]
            items[at : at + 2] = [self.step(" / ".join(step.title for step in both))]

    def translate(self, plan: list[Thing]) -> None:
        """The whole plan in another language; addresses stay."""
        other = Author(self.chance, "zh" if self.lang != "zh" else "en")
        for step in steps(plan):
            step.title = next(other._names)
        for chapter in plan:
            chapter.title = next(other._names)

    def _chapter(self, plan: list[Thing]) -> Thing:
        return self.chance.choice([chapter for chapter in plan if chapter.items])

    def _any(self, plan: list[Thing]) -> Thing:
        return self.chance.choice(list(steps(plan)))


REVISIONS: dict[str, Callable[[Author, list[Thing]], None]] = {
    name: getattr(Author, name)
    for name in (
        "retitle reword reorder reorder_chapters renumber_chapters retitle_chapter move insert"
        " insert_first insert_chapter insert_namesake remove replace change_host change_addresses"
        " mirror_first lend_link swap_titles split merge translate"
    ).split()
}


def steps(plan: list[Thing]) -> Iterator[Thing]:
    """The steps of a plan, in order."""
    for thing in plan:
        yield from steps(thing.items) if thing.items is not None else [thing]


def revised(author: Author, plan: list[Thing], names: list[str]) -> list[Thing]:
    """A copy of a plan with these revisions."""
    new = copy.deepcopy(plan)
    for name in names:
        REVISIONS[name](author, new)
    return new


def as_markdown(plan: list[Thing]) -> str:
    """The plan as people keep it in a repository."""
    lines = ["# A plan"]
    for chapter in plan:
        lines += ["", f"## {chapter.title}", ""]
        for step in chapter.items or ():
            text = f"[{step.title}]({step.links[0]})" if step.links else step.title
            more = "".join(f" ([more]({link}))" for link in step.links[1:])
            lines.append(f"- [ ] {text}{more}")
    return "\n".join(lines) + "\n"

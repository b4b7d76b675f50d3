"""Random commands with random names never change a step that the oracle does not allow."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest

from conftest import Run
from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.text import every
from llmroadmap.filesystem.locations import bundled_roadmap
from llmroadmap.storage.roadmap_file import read_tree
from naming_oracle import Item, Oracle

ROADMAP = build_roadmap(read_tree(bundled_roadmap()))
ITEMS = [
    Item(
        id=ROADMAP.id_of(node),
        former=list(ROADMAP.record(node).get("was", ())),
        titles=[*every(ROADMAP.record(node).get("title"))],
        topics=[*ROADMAP.record(node).get("topics", ())],
        above=[ROADMAP.id_of(each) for each in ROADMAP.path(node)[:-1]],
    )
    for node in range(len(ROADMAP))
]
STEPS = {ROADMAP.id_of(node) for node in range(len(ROADMAP)) if ROADMAP.is_step(node)}
ORACLE = Oracle(ITEMS)
VERBS = ("done", "start", "skip", "reopen", "note", "proof")
# What stands behind the names; a group is changed whole only where that is said.
REST = {
    "note": ["x"],
    "proof": ["https://example.com/x"],
    "done": ["--yes"],
    "skip": ["--yes"],
    "reopen": ["--yes"],
}
SHARD = 14_500
KEPT = 100  # commands before progress begins anew, so that files stay small
WIDE = {each: each + 0xFEE0 for each in range(0x21, 0x7F)}
NOISE = "abcdefghijklmnopqrstuvwxyz0123456789.-_ 的一第章课论文注意力排序层"


def _slip(random: Random, name: str) -> str:
    """One letter left out, added, swapped or another."""
    at = random.randrange(len(name) + 1)
    match random.randrange(4):
        case 0:
            return name[:at] + name[at + 1 :]
        case 1:
            return name[:at] + random.choice(NOISE) + name[at:]
        case 2:
            return name[:at] + random.choice(NOISE) + name[at + 1 :]
        case _:
            return name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]


def _wrong_id(random: Random, full_id: str) -> str:
    """An id with its parts swapped, missing, doubled, or with wrong numbers."""
    parts = full_id.split(".")
    at = random.randrange(len(parts))
    match random.randrange(7):
        case 0:
            random.shuffle(parts)
        case 1:
            del parts[at]
        case 2:
            parts[at] = str(random.randrange(40))
        case 3:
            parts.append(str(random.randrange(14)))
        case 4:
            parts[at] = parts[at].zfill(random.randrange(1, 4))
        case 5:
            parts[at] = parts[at][: random.randrange(len(parts[at]) + 1)]
        case _:
            low = random.randrange(12)
            parts[-1] = f"{low}-{low + random.randrange(-1, 5)}"
    return ".".join(parts)


def _in_other_writing(random: Random, name: str) -> str:
    match random.randrange(6):
        case 0:
            return name.translate(WIDE)
        case 1:
            return name.replace(".", random.choice((" ", "-", "。", "．", "/", "_")))
        case 2:
            return name.upper()
        case 3:
            return f"{name}{random.choice(('.', ',', ' ', '?', '…'))}"
        case 4:
            return f"{name},{random.choice(ITEMS).id}"
        case _:
            return name


def _of_words(random: Random, item: Item) -> str:
    """Some words of its titles, topics and id, also with those of another."""
    text = random.choice([*item.titles, *item.topics, *item.titles])
    own = text.split() or [text]
    random.shuffle(own)
    own = own[: random.randrange(1, len(own) + 1)]
    other = random.choice(ITEMS)
    match random.randrange(6):
        case 0:
            own.append(random.choice(item.id.split(".")))
        case 1:
            own.append(random.choice(random.choice(other.titles).split() or [""]))
        case 2:
            own = [text]
        case 3:
            start = random.randrange(len(text) or 1)
            own = [text[start : start + random.randrange(1, 8)]]
        case _:
            pass
    return " ".join(own)


def _said(random: Random, item: Item) -> str:
    """A kind, an ordinal, or a part of Chinese with one."""
    number = random.choice([str(random.randrange(30)), *"一二三四五六七八九十"])
    ordinal = f"第{number}{random.choice('章课讲节周')}"
    text = random.choice([*item.titles, *item.topics])
    return random.choice(
        [
            ordinal,
            f"{item.id.split('.')[0]}{ordinal}",
            f"{text}{random.choice(('论文', '视频', '作业', '测验', '那章', ' paper', ' video'))}",
            f"{random.choice(('chapter', 'week', 'stage', 'lecture'))} {random.randrange(30)}",
        ]
    )


def random_name(random: Random) -> str:
    item = random.choice(ITEMS)
    match random.randrange(8):
        case 0 | 1 | 2:
            name = _wrong_id(random, item.id)
        case 3:
            name = item.id
        case 4 | 5 | 6:
            name = _of_words(random, item)
        case _:
            name = _said(random, item)
    if random.random() < 0.4:
        name = _slip(random, name)
    return _in_other_writing(random, name) if random.random() < 0.4 else name


def random_lines(seed: int, count: int) -> Iterator[tuple[str, list[str]]]:
    random = Random(seed)
    for _ in range(count):
        verb = random.choice(VERBS)
        size = 1 if verb in ("note", "proof") else random.choice((1, 1, 1, 2, 3))
        names = [random_name(random) for _ in range(size)]
        # A dash or @ begins what is no name, and a dot alone is the step in progress.
        yield verb, [name for name in names if name.strip(" .。．")[:1] not in ("", "-", "@")]


def _changed(path: Path, before: int) -> set[str]:
    """The items of the events written since there were so many of them."""
    events = json.loads(path.read_text("utf-8"))["events"] if path.exists() else []
    return {event["item"] for event in events[before:]}


def _stress(run: Run, home: Path, seed: int, count: int) -> dict[str, int]:
    figures = dict.fromkeys(("commands", "changing", "refused", "steps", "none allowed"), 0)
    path, written = home / "data" / "progress" / "llm.json", 0
    for number, (verb, names) in enumerate(random_lines(seed, count)):
        if not names:
            continue
        if number % KEPT == 0:
            rmtree(home / "data", ignore_errors=True)
            written = 0
        text = REST.get(verb, [])
        answer = run([verb, *names, *text, "--json"])
        figures["commands"] += 1
        figures["changing" if answer.status == 0 else "refused"] += 1
        changed = _changed(path, written)
        written = _count(path)
        figures["steps"] += len(changed)
        # The oracle is slower than the program: of the rest it is asked a part.
        allowed = set[str]()
        if changed or number % 10 == 0:
            allowed = set().union(*map(ORACLE.allowed, names))
            figures["none allowed"] += not allowed
        wrong = {
            each
            for each in changed
            if each not in allowed and not allowed & {*ORACLE.ids[each].above}
        }
        assert not wrong, (verb, names, wrong, allowed)
        assert answer.status in (0, 1, 2), (verb, names, answer)
    return figures


def _count(path: Path) -> int:
    return len(json.loads(path.read_text("utf-8"))["events"]) if path.exists() else 0


def test_some_random_commands(run: Run, home: Path) -> None:
    figures = _stress(run, home, seed=0, count=200)
    assert figures["steps"] > 20
    assert figures["none allowed"] > 5
    assert figures["changing"] > 20
    assert figures["refused"] > 20


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 9))
def test_a_hundred_thousand_random_commands(run: Run, home: Path, seed: int) -> None:
    print(f"seed {seed}: {_stress(run, home, seed, SHARD)}")

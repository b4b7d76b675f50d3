"""Data sets of equal size for llmroadmap and its peers: n steps and n events on them."""

import json
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

ZONE = timezone(timedelta(hours=8))
# Steps a group and groups a course: a plan of 10,000 steps has 10 stages of 10 courses.
STEPS, GROUPS = 10, 10
NOTE = "worth reading twice"
WORDS = [
    "attention",
    "transformer",
    "tokens",
    "training",
    "data",
    "scaling",
    "loss",
    "model",
    "gradient",
    "batch",
]


def title(n: int) -> str:
    """Return a title that looks like one."""
    return f"{WORDS[n % 10].title()} and {WORDS[n // 10 % 10]}, part {n}"


def write_roadmap(path: Path, steps: int, courses: int = 0) -> list[str]:
    """Write a roadmap of that many steps, in as many courses or one for each 100 steps.

    Returns the full ids of the steps.
    """
    ids: list[str] = []
    courses = courses or max(steps // (STEPS * GROUPS), 1)
    groups = max(steps // (courses * STEPS), 1)
    stages = min(10, courses)
    lines = [
        "format: 1",
        f"id: bench{steps}",
        f"title: Bench {steps}",
        "minutes: {section: 45}",
        "stages:",
    ]
    made = 0
    for stage in range(stages):
        lines += [
            f"  - id: s{stage}",
            f"    title: Stage {stage}",
            "    order: parallel",
            "    items:",
        ]
        for course in range(stage, courses, stages):
            lines += [f"      - id: c{course}", f"        title: Course {course}", "        items:"]
            for group in range(groups):
                lines += [
                    f"          - id: g{group}",
                    f"            title: Group {group}",
                    "            items:",
                ]
                for step in range(STEPS):
                    lines.append(
                        f"              - {{id: {step}, kind: section, title: "
                        f'{{en: "{title(made)}", zh: "第 {made} 步"}}, '
                        f"links: [{{url: https://example.org/{made}}}]}}"
                    )
                    ids.append(f"c{course}.g{group}.{step}")
                    made += 1
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ids


def events(ids: list[str], count: int) -> list[dict[str, object]]:
    """Return `count` events over the years: step after step is begun and done, each second noted on."""
    chance = random.Random(1)
    at = datetime(2016, 1, 1, 20, tzinfo=ZONE)
    made: list[dict[str, object]] = []
    for number, step in enumerate(ids):
        for verb in ("start", "note", "done") if number % 2 else ("start", "done"):
            at += timedelta(minutes=20)
            event: dict[str, object] = {
                "id": f"{int(at.timestamp() * 1000):012x}{chance.getrandbits(80):020x}",
                "at": at.isoformat(),
                "do": verb,
                "item": step,
            }
            if verb == "note":
                event["text"] = NOTE
            made.append({**event, "change": f"{len(made):032x}", "device": "bench"})
        if len(made) >= count:
            break
    return made[:count]


def finished(count: int) -> int:
    """Return how many steps are done after that many events."""
    return count * 2 // 5


def write_progress(path: Path, roadmap_id: str, made: list[dict[str, object]]) -> None:
    """Write a progress file as the program does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(e, ensure_ascii=False, separators=(",", ":")) for e in made)
    text = f'{{"format": 1, "roadmap": "{roadmap_id}", "events": [\n{lines}\n]}}\n'
    path.write_text(text, encoding="utf-8")


def write_own_changes(path: Path, ids: list[str], count: int) -> None:
    """Write a learner's own changes: own steps, estimates, tags, and a few that are muted."""
    some = ids[:: max(len(ids) // count, 1)][:count]
    added = [each for number, each in enumerate(some) if number % 4 == 0]
    muted = [each for number, each in enumerate(some) if number % 4 == 3]
    changed = [each for each in some if each not in {*added, *muted}]
    lines = ["format: 1", "add:"]
    for number, each in enumerate(added):
        lines.append(
            f"  - {{id: own{number}, title: Own step {number}, after: {each}, minutes: 30}}"
        )
    lines.append("change:")
    lines += [f"  {each}: {{minutes: 40, tags: [exam]}}" for each in changed]
    lines.append(f"mute: [{', '.join(muted)}]")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

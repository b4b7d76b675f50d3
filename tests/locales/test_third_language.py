"""A language is one folder: one with a third of the texts, some of them broken, runs every command.

The folder is put into a copy of the program. Its texts are the English ones between « and », so what
it says without these signs has to be, word for word, what English says.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import llmroadmap
from conftest import NOW, SMALL
from llmroadmap.commands import COMMANDS
from texts_of import texts_of
from typing_session import TypingSession

SOURCE = Path(llmroadmap.__file__).parent
ANSWERS = """
import io, json, os, sys
from llmroadmap.__main__ import main as entry
from llmroadmap.cli import main
found = []
for words in json.load(sys.stdin):
    out, err = io.StringIO(), io.StringIO()
    sys.stdin = io.StringIO("# Read\\n\\n- [ ] [One](one.md)\\n")
    status = main(words, os.environ, out, err)
    found.append([status, out.getvalue(), err.getvalue()])
print(json.dumps(found))
"""
RECORD = """
from llmroadmap.locales import Language


class Third(Language):
    yes = ("jo",)
    days = {"gestern": 1}
    hours = ("std",)

    def plural(self, n):
        return 0 if n == 1 else 1 if n % 10 in (2, 3, 4) else 2


LANGUAGE = Third()
"""
# What cannot be filled in falls back too.
BROKEN = {
    "common.percent": "{nobody} %",
    "common.minutes": "{n!z}",
    "common.hours": "{",
    "common.states.open": 7,
    "steps.changed.done": ("", "{n.x}"),
    "next.reasons.in-order": "{0}",
    "errors.message.unknown-item": "{name.first} {}",
}
LINES = """
today
next
next -n 5 --why
next --time 1std --kind video
next --stage nowhere
next --nonsense
done a.1
done a.1
done nothing-of-the-kind
done --on 2999-01-01 a.1
start a.2
list
list --all
list --open --done
status
status --line
show a.1
show a
today
note a.1 so far
notes
proof a.1 https://example.org/x
proof a.1 nowhere
log
log -n 1
find intro
find zzzz
undo
redo
skip a.2 --reason later
reopen a.2
checkin
checkin a.1
open --print
open a --all
resume
config
config steps 5
config steps 500
config nothing
paths
roadmaps
use mine
use nowhere
use small
new
new x.yaml
check
check broken.yaml
check nowhere.yaml
add plan.md --id mine
add plan.md --id mine
add https://example.org/plan.md
update mine plan.md --dry-run
export
edit mine
backup
backup now
restore
restore nothing
remove mine
doctor
completion zsh --json
completion nothing
donne
done
--lang yy
--help
help next
status --json
doctor --json
nowhere --json
done nothing --json
next --roadmap broken.yaml
done a.1 --roadmap nowhere.yaml
""".strip().splitlines()


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with a folder `xx` among its languages."""
    root = tmp_path_factory.mktemp("program")
    shutil.copytree(SOURCE, root / "src" / "llmroadmap")
    if (SOURCE.parents[1] / "data").is_dir():
        shutil.copytree(SOURCE.parents[1] / "data", root / "data")
    folder = root / "src" / "llmroadmap" / "locales" / "xx"
    folder.mkdir()
    (folder / "__init__.py").write_text(RECORD, encoding="utf-8")
    (folder / "open.py").write_text("TEXTS = {'opened': ", encoding="utf-8")
    for topic, texts in third().items():
        (folder / f"{topic}.py").write_text(f"TEXTS = {texts!r}\n", encoding="utf-8")
    return root


def third() -> dict[str, dict[str, object]]:
    """Every third text, and the broken ones, by file; plurals in three forms."""
    found: dict[str, dict[str, object]] = {}
    for place, (key, text) in enumerate(texts_of("en").items()):
        if place % 3 and key not in BROKEN:
            continue
        topic, _, name = key.partition(".")
        # A file whose comments are lined up, and one that is not finished.
        if key == "new.template" or topic == "open":
            continue
        marked: object = f"«{text}»"
        if isinstance(text, tuple):
            marked = tuple(f"«{form}»" for form in (text[0], text[1], text[1]))
        found.setdefault(topic, {})[name] = BROKEN.get(key, marked)
    return found


def environ(program: Path, home: Path, lang: str) -> dict[str, str]:
    return {
        "LLMROADMAP_HOME": str(home),
        "LLMROADMAP_NOW": NOW,
        "LLMROADMAP_LANG": lang,
        "LLMROADMAP_DEVICE": "test",
        "LLMROADMAP_ROADMAP": "",
        "PYTHONPATH": str(program / "src"),
        "PYTHONUTF8": "1",
        "HOME": str(home),
        "PATH": os.environ.get("PATH", ""),
        "TERM": "xterm",
    }


def answers(program: Path, desk: Path, lang: str) -> list[tuple[int, str, str]]:
    desk.mkdir()
    (desk / "plan.md").write_text("# Mine\n\n- [ ] One\n- [x] Two\n", encoding="utf-8")
    (desk / "broken.yaml").write_text("format: 1\nid: x\nstages: [{id: a, itmes: 3}]\n")
    lines = [["add", str(SMALL)], ["use", "small"], *(line.split() for line in LINES)]
    lines += [[name, "--help"] for name in COMMANDS]
    ran = subprocess.run(
        [sys.executable, "-c", ANSWERS],
        input=json.dumps(lines), env=environ(program, desk / "home", lang), cwd=desk,
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return [(status, out, err) for status, out, err in json.loads(ran.stdout)]


def counted(text: str) -> str:
    """Without the number of caches: what changed just now is not kept in one."""
    return re.sub(r"\d+ (?=compiled forms)|(?<=\"files\": )\d+", "", text)


def test_every_command_runs_and_says_the_rest_in_english(program: Path, tmp_path: Path) -> None:
    english = answers(program, tmp_path / "en", "en")
    third_one = answers(program, tmp_path / "xx", "xx")
    lines = ["add", "use", *LINES, *(f"{name} --help" for name in COMMANDS)]
    marks = 0
    for line, one, other in zip(lines, english, third_one, strict=True):
        assert other[0] == one[0], (line, other)
        marks += "«" in other[1] + other[2]
        for said, expected in zip(other[1:], one[1:], strict=True):
            assert counted(bare(said)) == counted(bare(expected)), line
    assert marks > len(lines) // 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    "line", ["done a", "done attention", "start bsics", "checkin", "restore", "completion"]
)
def test_it_asks_as_english_does(program: Path, tmp_path: Path, line: str) -> None:
    asked = []
    for lang in ("en", "xx"):
        known = {**environ(program, tmp_path / lang, lang), "BROWSER": "true"}
        python = [sys.executable, "-m", "llmroadmap"]
        small = ["--roadmap", str(SMALL)]
        for words in (["done", "b.2"], ["backup", "now"]):
            subprocess.run([*python, *words, *small], env=known, check=True, capture_output=True)
        with TypingSession([*python, *line.split(), *small], known) as session:
            session.type("\n")
            asked.append(bare(session.rest()))
    assert asked[0] == asked[1]
    assert "Traceback" not in asked[0]


def test_tab_offers_the_same(program: Path, tmp_path: Path) -> None:
    offered = []
    for lang in ("en", "xx"):
        known = environ(program, tmp_path, lang)
        for words in ([""], ["next", "-"], ["done", "hf"], ["config", "language", ""]):
            ran = subprocess.run(
                [sys.executable, "-m", "llmroadmap", "--complete", "--", *words],
                env=known, check=True, capture_output=True, text=True,
            )  # fmt: skip
            offered.append(ran.stdout)
    assert "«" in "".join(offered[4:])
    assert [bare(each) for each in offered[4:]] == [bare(each) for each in offered[:4]]


def bare(text: str) -> str:
    """A text without the signs of the third language, its name, folders and columns."""
    text = re.sub("[«»]", "", text).replace("/xx/", "/en/").replace("language xx", "language en")
    text = re.sub(r"\d+(\.\d)? [GMk]?B", "SIZE", text)
    text = re.sub(r'("bytes"|"mtime"|"pid"): \d+', r"\1: 0", text).replace(
        '"lang": "xx"', '"lang": "en"'
    )
    text = re.sub(r"\d{4}-\d\d-\d\dT\d{6}", "TIME", text)
    text = re.sub(r"[#=.:-]{8,}", "BAR", text)  # a bar takes the room that its label leaves
    return " ".join(re.sub(r"-[0-9a-f]{16}\b", "-HASH", text).split())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_it_asks_and_understands_its_own_words(program: Path, tmp_path: Path) -> None:
    known = environ(program, tmp_path, "xx")
    python = [sys.executable, "-m", "llmroadmap"]
    for words in (["add", str(SMALL), "--id", "mine"], ["use", "mine"]):
        subprocess.run([*python, *words], env=known, check=True, capture_output=True)
    with TypingSession([*python, "remove", "mine"], known) as session:
        session.expect(r"mine\?.*\]")
        session.type("jo\n")
        assert "Traceback" not in session.rest()
    for words in (["done", "hf.0.1", "--on", "gestern"], ["log", "--json"]):
        ran = subprocess.run(
            [*python, *words], env=known, check=True, capture_output=True, text=True
        )
    assert json.loads(ran.stdout)["data"]["entries"][0]["day"] == "2026-11-23"
    known["LLMROADMAP_LANG"] = "xx_YY.UTF-8"
    said = subprocess.run(
        [*python, "config"], env=known, check=True, capture_output=True, text=True
    )
    assert "auto | en | xx | zh" in said.stdout

"""The page and the pictures: what is in them, and what browsers, validators and GitHub make of them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from conftest import Run
from interop import node_with, program, told_by
from llmroadmap.exports.pictures import cut, width_of

CHROMIUM = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-sync", "--no-first-run", "--hide-scrollbars",
)  # fmt: skip


@pytest.fixture
def learner(run: Run) -> Run:
    """Someone with a few weeks of study, results and notes."""
    for day, items in (
        ("02", "hf.0.1 hf.1.1"),
        ("09", "hf.1.2"),
        ("18", "hf.1.3 hf.1.4"),
        ("24", "hf.1.5"),
    ):
        run(["done", *items.split()], LLMROADMAP_NOW=f"2026-11-{day}T20:00:00+08:00")
    run(["proof", "hf.1.2", "https://me.example/demo?a=1&b=<2>"])
    run(["note", "hf.1.3", "Attention & <b>weights</b> #public\nsecond line"])
    run(["note", "hf.1.4", "my private thought #publicity"])
    return run


@pytest.fixture(params=["en", "zh"])
def page(learner: Run, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "page.html"
    learner(["export", "--notes", "--lang", request.param, "-o", str(path)])
    return path


def test_it_says_how_far_and_what_came_of_it(learner: Run) -> None:
    text = learner("export --format html").out
    total = learner("status --json").data["total"]
    assert f"6 of {total} steps" in text and '<html lang="en">' in text
    assert 'href="https://me.example/demo?a=1&amp;b=&lt;2&gt;"' in text
    assert len(text.encode()) < 150_000
    assert '<html lang="zh-CN">' in learner("export --format html --lang zh").out


def test_nothing_private_is_in_it_unless_it_was_marked(learner: Run) -> None:
    plain = learner("export --format html").out
    assert "Attention &amp; &lt;b" not in plain and "private thought" not in plain
    with_notes = learner("export --format html --notes").out
    assert "Attention &amp; &lt;b&gt;weights&lt;/b&gt;<br>second line" in with_notes
    assert "private thought" not in with_notes and "#public" not in with_notes
    held = learner("export --format html --notes --dry-run --json").data["holds"]
    assert {"what": "public-notes", "number": 1} in held
    assert {"what": "proofs", "number": 1} in held


@pytest.mark.parametrize("format", ["html", "svg", "badge"])
def test_it_works_before_anything_was_done_and_for_a_part(run: Run, format: str) -> None:
    assert run(f"export --format {format}").status == 0
    part = run(f"export --format {format} --part hf.1").out
    assert "Transformer models" in part


def test_there_is_no_script_and_the_policy_forbids_one(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "<script" not in text and "onload" not in text and "@import" not in text
    assert "url(" not in text and " src=" not in text
    assert "default-src 'none'" in text and "script-src" not in text


# -- pictures ---------------------------------------------------------------------------------------

PICTURES = (
    "svg",
    "svg --dark",
    "badge",
    "badge --dark",
    "svg --lang zh",
    "badge --part hf --lang zh",
)


@pytest.mark.parametrize("line", PICTURES)
def test_github_would_show_the_picture(learner: Run, line: str) -> None:
    text = learner(f"export --format {line}").out
    root = ET.fromstring(text)
    names = {element.tag.partition("}")[2] for element in root.iter()}
    assert not names & {"script", "style", "foreignObject", "image", "use", "a", "iframe", "link"}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not any(
        name.startswith("on") or "href" in name or name == "style" for name in attributes
    )
    assert "url(" not in text and "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert root.attrib["role"] == "img" and root.find("{*}title") is not None
    assert len(text.encode()) < (1024 if "badge" in line else 4096)


@pytest.mark.parametrize("line", PICTURES)
def test_xmllint_finds_nothing(learner: Run, line: str) -> None:
    told_by([program("xmllint"), "--noout", "--nonet", "-"], learner(f"export --format {line}").out)


def test_long_titles_are_cut(run: Run, plan) -> None:
    title = "深入理解大语言模型的训练与推理优化：从预训练到部署" * 3
    source = plan(
        f"format: 1\nid: small\ntitle: {title}\nstages:\n- id: s\n  title: S\n  items:\n  - {{id: a, title: A&B}}\n",
        "p.yaml",
    )
    text = run(["export", "--format", "svg", "--roadmap", source]).out
    shown = re.search(r'<text x="24" y="38"[^>]*>([^<]*)<', text)[1]
    assert shown.endswith("…") and title.startswith(shown[:-1])
    assert "A&amp;B" in text
    assert width_of(cut(title, 16, 432), 16) <= 432
    assert cut("short", 16, 432) == "short"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("dark", [(), ("--dark",)])
def test_the_card_as_a_png_has_its_words(learner: Run, tmp_path: Path, lang: str, dark) -> None:
    resvg = pytest.importorskip("resvg_py")
    path = tmp_path / "card.png"
    learner(["export", "-o", str(path), "--lang", lang, *dark])
    picture = path.read_bytes()
    assert picture.startswith(b"\x89PNG") and picture[16:24] == bytes([0, 0, 3, 192, 0, 0, 1, 144])
    # Without its words it is much smaller: then no font was found.
    svg = learner(["export", "--format", "svg", "--lang", lang, *dark]).out
    bare = bytes(resvg.svg_to_bytes(svg_string=re.sub(r"<text.*?</text>", "", svg), zoom=2))
    assert len(picture) > 2 * len(bare)


def test_without_the_extra_it_says_how_to_get_it(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "card.png"
    code = (
        "import sys; sys.modules['resvg_py'] = None; from llmroadmap.__main__ import main;"
        f"sys.argv = ['llmroadmap', 'export', '-o', {str(path)!r}, '--json']; main()"
    )
    environ = {**os.environ, "LLMROADMAP_HOME": str(home), "LLMROADMAP_LANG": "en"}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environ
    )
    error = json.loads(ran.stdout)["error"]
    assert ran.returncode == 1 and error["code"] == "missing-library"
    assert "resvg-py" in error["hint"] and not path.exists()


def test_shields(learner: Run) -> None:
    answer = json.loads(learner("export --format shields").out)
    total = learner("status --json").data["total"]
    assert answer == {
        "schemaVersion": 1, "label": "LLM", "message": f"1.7% · 6/{total}", "color": "blue",
    }  # fmt: skip


# -- by others --------------------------------------------------------------------------------------


def browser(folder: Path, *words: str) -> str:
    line = [program("chromium"), *CHROMIUM, f"--user-data-dir={folder}/profile", *words]
    return told_by(line, HOME=str(folder))


def test_chromium_draws_it_and_asks_the_net_for_nothing(page: Path, tmp_path: Path) -> None:
    log = tmp_path / "net.json"
    dom = browser(tmp_path, f"--log-net-log={log}", "--dump-dom", page.as_uri())
    assert dom.count("<progress") == page.read_text("utf-8").count("<progress") > 10
    urls = set(re.findall(r'"url":"((?:https?|wss?):[^"]*)"', log.read_text("utf-8")))
    assert not [url for url in urls if "me.example" in url or "huggingface" in url]
    page_requests = [
        event
        for event in re.findall(r'"initiator":"[^"]*"', log.read_text("utf-8"))
        if "file:" in event or "null" in event
    ]
    assert not page_requests
    for width, height in ((390, 3000), (1280, 2200)):
        picture = tmp_path / f"{width}.png"
        browser(
            tmp_path, f"--window-size={width},{height}", f"--screenshot={picture}", page.as_uri()
        )
        assert picture.stat().st_size > 40_000


def test_html_validate_finds_nothing(page: Path, tmp_path: Path) -> None:
    _, modules = node_with("html-validate")
    config = tmp_path / "validate.json"
    config.write_text(json.dumps({"extends": ["html-validate:standard"], "root": True}))
    told_by(
        ["node", f"{modules}/html-validate/bin/html-validate.mjs", "-c", str(config), str(page)]
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(page: Path, tmp_path: Path, scheme: str) -> None:
    _, modules = node_with("axe-core")
    text = re.sub(r"<meta http-equiv=[^>]*>", "", page.read_text("utf-8"))
    if scheme == "dark":
        text = text.replace("(prefers-color-scheme:dark)", "all")
    axe = (
        Path(modules, "axe-core", "axe.min.js").read_text("utf-8").replace("</script", "<\\/script")
    )
    run_it = (
        "axe.run().then((found) => { document.documentElement.innerHTML = '<body><pre>' +"
        "JSON.stringify(found.violations.map((each) => [each.id, each.nodes.length, each.nodes[0].html]))"
        ".replace(/</g, '&lt;') + '</pre></body>'; });"
    )
    tried = tmp_path / "tried.html"
    tried.write_text(
        text.replace("</body>", f"<script>{axe}</script><script>{run_it}</script></body>"), "utf-8"
    )
    dom = browser(tmp_path, "--virtual-time-budget=20000", "--dump-dom", tried.as_uri())
    assert re.search(r"<pre>(.*?)</pre>", dom, re.DOTALL)[1] == "[]"

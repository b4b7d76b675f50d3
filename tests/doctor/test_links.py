"""Links that are asked for, against real servers on this machine that do all that servers do."""

import json
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from conftest import Run
from llmroadmap.doctor.link_requests import AGENT, check_addresses

_NO_HEAD = {"head-is-refused": 405, "head-is-unknown": 501, "no-robots-head": 403}


class Site:
    """A host: `/404` answers so, `/301/x` leads to `/x` for good, `/slow` too late …"""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str | None] = set()
        self.at_once = self.most_at_once = 0
        self.elsewhere = ""
        self.released = threading.Event()
        self._lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_HEAD(self) -> None:
                site.answer(self)

            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            times = Counter(path for _, path in self.asked)[request.path]
            self.asked.append((request.command, request.path))
            self.agents.add(request.headers["User-Agent"])
        self._answer(request, times)

    def _answer(self, request: BaseHTTPRequestHandler, times: int) -> None:
        first, _, rest = request.path.lstrip("/").partition("/")
        location = ""
        if first == "slow":
            self.released.wait(20)
            return
        if first == "drop":
            request.connection.close()
            return
        if first in _NO_HEAD:
            status = _NO_HEAD[first] if request.command == "HEAD" else 200
        elif first == "comes-back":
            status = 404 if not times else 200
        elif first == "away":
            status, location = 301, f"{self.elsewhere}/{rest}"
        elif first == "loop":
            status, location = 302, "/loop"
        elif first.startswith("longer"):
            status, location = 302, f"{request.path}x"
        elif first == "mail":
            status, location = 301, "mailto:me@x.example"
        else:
            status = int(first) if first.isdigit() else 200
            location = f"/{rest}" if 300 <= status < 400 and rest else ""
        with self._lock:  # Before it is sent: whoever has it may ask again.
            self.at_once -= 1
        request.send_response(status)
        if location:
            request.send_header("Location", location)
        body = b"" if request.command == "HEAD" else b"a page"
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


@pytest.fixture
def site(monkeypatch) -> Iterator[Site]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Site()
    yield made
    made.released.set()
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def other(site: Site) -> Iterator[Site]:
    made = Site()
    site.elsewhere = made.base
    yield made
    made.released.set()
    made.server.shutdown()
    made.server.server_close()


@pytest.mark.parametrize(
    ("path", "state", "status", "reason", "location"),
    [
        ("/fine", "ok", 200, "", ""),
        ("/204", "ok", 204, "", ""),
        ("/with space/ü?q=中#part", "ok", 200, "", ""),
        ("/head-is-refused", "ok", 200, "", ""),
        ("/head-is-unknown", "ok", 200, "", ""),
        ("/no-robots-head", "ok", 200, "", ""),
        ("/301/new", "moved", 200, "", "/new"),
        ("/308/301/new", "moved", 200, "", "/new"),
        ("/302/new", "ok", 200, "", ""),
        ("/307/303/new", "ok", 200, "", ""),
        ("/301/302/new", "moved", 200, "", "/302/new"),
        ("/302/301/new", "ok", 200, "", ""),
        ("/404", "dead", 404, "", ""),
        ("/410", "dead", 410, "", ""),
        ("/301/404", "dead", 404, "", ""),
        ("/comes-back", "ok", 200, "", ""),
        ("/401", "unsure", 401, "forbidden", ""),
        ("/403", "unsure", 403, "forbidden", ""),
        ("/429", "unsure", 429, "busy", ""),
        ("/500", "unsure", 500, "broken", ""),
        ("/503", "unsure", 503, "broken", ""),
        ("/418", "unsure", 418, "odd", ""),
        ("/loop", "unsure", 302, "loop", ""),
        ("/longer", "unsure", 0, "loop", ""),
        ("/mail", "unsure", 301, "odd", ""),
        ("/slow", "unsure", 0, "timeout", ""),
        ("/drop", "unsure", 0, "refused", ""),
    ],
)  # fmt: skip
def test_a_verdict(site: Site, path, state, status, reason, location) -> None:
    url = site.base + path
    verdict = check_addresses([url], pause=0, timeout=1.0 if path == "/slow" else 10.0)[url]
    new = site.base + location if location else ""
    assert verdict == (state, status, reason, new)
    assert site.agents == {AGENT} and "llmroadmap/" in AGENT


def test_a_page_is_dead_only_if_it_is_missing_twice(site: Site) -> None:
    check_addresses([f"{site.base}/404", f"{site.base}/comes-back", f"{site.base}/fine"], pause=0)
    assert Counter(path for _, path in site.asked) == {"/404": 2, "/comes-back": 2, "/fine": 1}
    # The second time as a browser does.
    assert [method for method, path in site.asked if path == "/404"] == ["HEAD", "GET"]


def test_nobody_there_and_no_such_name(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/"
    nowhere = "http://no-such-host.invalid/"
    no_tls = site.base.replace("http:", "https:") + "/"
    found = check_addresses([nobody, nowhere, no_tls], pause=0, timeout=5)
    assert {each.state for each in found.values()} == {"unsure"}
    assert found[nobody].reason == "refused"
    assert found[nowhere].reason == "dns"
    assert found[no_tls].reason in ("tls", "refused", "timeout", "odd")


def test_a_host_is_asked_one_thing_at_a_time_also_by_way_of_another(
    site: Site, other: Site
) -> None:
    urls = [f"{site.base}/away/p{n}" for n in range(6)] + [f"{other.base}/q{n}" for n in range(6)]
    found = check_addresses(urls, pause=0)
    assert {each.state for each in found.values()} == {"ok", "moved"}
    assert found[urls[0]].location == f"{other.base}/p0"
    assert site.most_at_once == other.most_at_once == 1
    assert len(other.asked) == 12


# -- the commands -----------------------------------------------------------------------------------


PLAN = """
format: 1
id: small
title: t
stages:
  - id: s
    title: S
    items:
      - id: c
        title: Course
        links: [{{url: "{base}/course"}}]
        items:
          - {{id: "1", title: One, links: [{{url: "{base}/fine"}}]}}
          - {{id: "2", title: Two, links: [{{url: "{base}/404"}}, {{url: "{base}/2b"}}, {{url: "{base}/301/2c"}}]}}
          - {{id: "3", title: Three, links: [{{url: "{base}/301/new"}}]}}
          - {{id: "4", title: Four, links: [{{url: "{base}/429"}}]}}
          - {{id: "5", title: Five}}
          - {{id: "6", title: Six}}
      - id: d
        title: Another
        items:
{more}
"""


@pytest.fixture
def learner(run: Run, site: Site, plan):
    more = "\n".join(
        f'          - {{id: "{n}", title: T{n}, links: [{{url: "{site.base}/d{n}"}}]}}'
        for n in range(20)
    )
    source = plan(PLAN.format(base=site.base, more=more), "plan.yaml")

    def say(*words: str, **environ: str):
        return run([*words, "--roadmap", source], LLMROADMAP_LINK_WAIT="0", **environ)

    say.source = source
    return say


def test_doctor_asks_for_the_next_ten_open_steps(learner, site: Site) -> None:
    learner("done", "c.1")
    ran = learner("doctor", "--links", "--json")
    assert ran.status == 1  # one is dead
    checked = ran.data["links"]
    assert checked["hosts"] == 1 and ran.data["findings"] == []
    found = {each["url"].removeprefix(site.base): each for each in checked["links"]}
    # c.2 to c.6, of which two share the page of their course, and five of the next course.
    assert set(found) == {"/404", "/301/new", "/429", "/course", "/d0", "/d1", "/d2", "/d3", "/d4"}
    gone = found["/404"]
    assert (gone["state"], gone["id"], gone["status"]) == ("dead", "c.2", 404)
    assert gone["archive"] == f"https://web.archive.org/web/2/{site.base}/404"
    assert gone["others"] == [f"{site.base}/2b", f"{site.base}/301/2c"]
    assert found["/301/new"]["location"] == f"{site.base}/new"
    assert (found["/429"]["state"], found["/429"]["reason"]) == ("unsure", "busy")
    assert "/fine" not in {path for _, path in site.asked}


def test_a_part_and_one_step(learner, site: Site) -> None:
    urls = {
        each["url"] for each in learner("doctor", "--links", "d", "--json").data["links"]["links"]
    }
    assert len(urls) == 20
    site.asked.clear()
    assert learner("doctor", "--links", "c.1").status == 0
    assert site.asked == [("HEAD", "/fine")]


def test_what_it_says(learner, site: Site) -> None:
    ran = learner("doctor", "--links", "c")
    assert "Checking links: 5, on hosts: 1" in ran.err
    assert ran.out.splitlines()[0] == "x dead  c.2  Two"
    for text in (
        f"a copy may be at: https://web.archive.org/web/2/{site.base}/404", "not sure  c.4",
        f"another link: {site.base}/2b", f"moved for good to: {site.base}/new", "fine  c.1  One",
        "5 links checked on 1 host: 2 fine, 1 moved, 1 dead, 1 not sure",
    ):  # fmt: skip
        assert text in ran.out, ran.out
    chinese = learner("doctor", "--links", "c", "--lang", "zh").out
    assert "也许有存档：https://web.archive.org/" in chinese and "失效" in chinese


def test_check_asks_for_every_link_of_a_file(learner, site: Site) -> None:
    ran = learner("check", learner.source, "--links", "--json")
    assert ran.status == 1
    assert len(ran.data["links"]["links"]) == 27
    site.asked.clear()
    assert learner("check", learner.source, "--json").data["links"] is None
    assert site.asked == []


def test_open_warns_for_a_week_and_asks_nobody(learner, site: Site) -> None:
    assert learner("open", "c.2", "--print", "--json").data["warnings"] == []
    learner("doctor", "--links")
    site.asked.clear()
    (warning,) = learner("open", "c.2", "--print", "--json").data["warnings"]
    assert (warning["state"], warning["others"][0]) == ("dead", f"{site.base}/2b")
    assert learner("open", "c.3", "--print", "--json").data["warnings"][0]["location"]
    assert (
        learner("open", "c.4", "--print", "--json").data["warnings"] == []
    )  # not sure is no warning
    assert learner("open", "c.2", "--print").out == f"{site.base}/404\n"  # bare, for programs
    said = learner("open", "c.2", BROWSER="true").out
    assert "this page was gone (404)." in said
    assert f"another link: {site.base}/2b" in said
    later = {"LLMROADMAP_NOW": "2026-12-02T20:00:00+08:00"}
    assert learner("open", "c.2", "--print", "--json", **later).data["warnings"] == []
    assert site.asked == []


def test_a_damaged_cache_of_links_is_no_cache(learner, home, site: Site) -> None:
    learner("doctor", "--links")
    path = home / "cache" / "links.json"
    good = json.loads(path.read_text("utf-8"))
    for text in (
        "",
        "{",
        "[]",
        '{"format": 2, "links": []}',
        '{"format": 1, "links": [{"url": 1}]}',
    ):
        path.write_text(text)
        assert learner("open", "c.2", "--print", "--json").data["warnings"] == []
    learner("doctor", "--links")
    assert json.loads(path.read_text("utf-8")) == good


def test_options_that_do_not_go_together(learner) -> None:
    assert learner("doctor", "--links", "--fix", "--json").error["code"] == "usage"
    assert learner("doctor", "c", "--json").error["code"] == "usage"
    assert learner("doctor", "--links", "no-such", "--json").error["code"] == "unknown-item"


def test_without_links_there_is_nothing_to_ask(learner, run: Run, plan) -> None:
    source = plan(
        "format: 1\nid: x\ntitle: t\nstages:\n- {id: s, title: S, items: [{id: a, title: A}]}",
        "n.yaml",
    )
    ran = run(["doctor", "--links", "--roadmap", source])
    assert (ran.status, ran.err) == (0, "") and "None of these steps has a link" in ran.out

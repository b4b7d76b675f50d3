"""The only requests that the program makes: is there a page at an address? Asked for by `--links`.

Nothing of the learner's is sent; of an answer only its status and its new address are looked at.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from typing import IO, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from llmroadmap import __version__

AGENT = f"llmroadmap/{__version__} (checks the links of a study plan for its reader)"
TIMEOUT = 10.0  # seconds for a host to answer
PAUSE = 30.0  # seconds between the two times that a page has to be missing
_AT_ONCE = 8  # hosts
_MOST_HOPS = 10
_GONE = (404, 410)
_FOR_GOOD = (301, 308)
_REDIRECTS = (*_FOR_GOOD, 302, 303, 307)
# Servers that do not take HEAD, or take it for a robot's.
_ASK_WITH_GET = (403, 405, 501)
_REASONS = {401: "forbidden", 403: "forbidden", 429: "busy"}


class Answer(NamedTuple):
    """How an address answered: a status, or the reason why there was none; and where it leads to."""

    status: int
    reason: str = ""
    location: str = ""


class Verdict(NamedTuple):
    """What is known of an address: ok, moved, dead or unsure; see `cache.link_states.LinkState`."""

    state: str
    status: int = 0
    reason: str = ""
    location: str = ""


class _NoRedirects(HTTPRedirectHandler):
    """Follows no redirect by itself: each hop is looked at."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str
    ) -> None:
        """Return no request."""
        return


def host_of(url: str) -> str:
    """Return the host that an address is asked at."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def check_addresses(
    urls: Iterable[str], *, pause: float = PAUSE, timeout: float = TIMEOUT
) -> dict[str, Verdict]:
    """Return a verdict for each address; each host is asked one thing at a time, several at once.

    What is missing is asked for again after `pause` seconds.
    """
    asker = _Asker(timeout)
    urls = list(dict.fromkeys(urls))
    verdicts = asker.all(urls, asker.verdict)
    missing = [url for url in urls if verdicts[url].state == "missing"]
    if missing:
        time.sleep(pause)
        verdicts |= asker.all(missing, lambda url: asker.verdict(url, "GET"))
    return {
        url: verdict._replace(state="dead") if verdict.state == "missing" else verdict
        for url, verdict in verdicts.items()
    }


class _Asker:
    """Asks, with a lock for each host: also one that another host leads to."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._opener: OpenerDirector = build_opener(_NoRedirects)
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def all(self, urls: list[str], ask: Callable[[str], Verdict]) -> dict[str, Verdict]:
        """Return what `ask` says of each: the addresses of a host after one another."""
        by_host: dict[str, list[str]] = {}
        for url in urls:
            by_host.setdefault(host_of(url), []).append(url)

        def ask_host(some: list[str]) -> Mapping[str, Verdict]:
            return {url: ask(url) for url in some}

        found: dict[str, Verdict] = {}
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            for verdicts in pool.map(ask_host, by_host.values()):
                found |= verdicts
        return found

    def verdict(self, url: str, method: str = "HEAD") -> Verdict:
        """Follow an address to its end; `missing` is dead if it is so twice."""
        seen, moved_to, is_for_good = {url}, "", True
        here = url
        for _ in range(_MOST_HOPS):
            answer = self._answer(here, method)
            if answer.status in _REDIRECTS and answer.location:
                here = answer.location
                is_for_good = is_for_good and answer.status in _FOR_GOOD
                moved_to = here if is_for_good else moved_to
                if here in seen:
                    return _unsure(answer.status, "loop")
                if urlsplit(here).scheme not in ("http", "https"):
                    return _unsure(answer.status, "odd")
                seen.add(here)
                continue
            return _judged(answer, moved_to)
        return _unsure(0, "loop")

    def _answer(self, url: str, method: str) -> Answer:
        answer = self._ask(url, method)
        if method == "HEAD" and answer.status in _ASK_WITH_GET:
            return self._ask(url, "GET")
        return answer

    def _ask(self, url: str, method: str) -> Answer:
        """Ask once; the body of an answer is not read."""
        with self._guard:
            lock = self._locks.setdefault(host_of(url), threading.Lock())
        with lock:
            try:
                headers = {"User-Agent": AGENT, "Accept": "*/*"}
                request = Request(_ascii(url), method=method, headers=headers)  # noqa: S310 - http(s), see `verdict` and its callers
                with self._opener.open(request, timeout=self._timeout) as response:
                    return Answer(response.status)
            except HTTPError as error:
                with error:
                    location = error.headers.get("Location") or ""
                    return Answer(error.code, "", urljoin(url, location) if location else "")
            except (OSError, HTTPException, ValueError) as error:
                return Answer(0, _reason(error))


def _judged(answer: Answer, moved_to: str) -> Verdict:
    status = answer.status
    if 200 <= status < 300:
        return Verdict(state="moved" if moved_to else "ok", status=status, location=moved_to)
    if status in _GONE:
        return Verdict(state="missing", status=status)
    reason = answer.reason or _REASONS.get(status, "broken" if status >= 500 else "odd")
    return _unsure(status, reason)


def _unsure(status: int, reason: str) -> Verdict:
    return Verdict(state="unsure", status=status, reason=reason)


def _reason(error: Exception) -> str:
    why = error.reason if isinstance(error, URLError) else error
    if isinstance(why, TimeoutError):
        return "timeout"
    if isinstance(why, socket.gaierror):
        return "dns"
    if isinstance(why, ssl.SSLError):
        return "tls"
    if isinstance(why, ConnectionError):
        return "refused"
    return "odd"


def _ascii(url: str) -> str:
    """Return an address as it is sent: without its fragment, other signs escaped, the host in ASCII."""
    parts = urlsplit(url)
    host = parts.netloc
    if not host.isascii():
        host = host.encode("idna").decode()
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._")
    return parts._replace(netloc=host, path=path, query=query, fragment="").geturl()

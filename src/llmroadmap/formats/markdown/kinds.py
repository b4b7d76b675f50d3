"""What kind of work a step of a plan is, where its title or its address says so."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

_HOSTS = (
    ("video", ("youtube.com", "youtu.be", "vimeo.com", "bilibili.com")),
    ("paper", ("arxiv.org", "aclanthology.org", "openreview.net", "papers.nips.cc")),
    ("notebook", ("colab.research.google.com",)),
)
_WORDS = (
    ("video", re.compile(r"[(（\[]\s*(?:\d+\s+)?(?:video|videos|视频)\s*[)）\]]", re.IGNORECASE)),
    ("quiz", re.compile(r"\bquiz(?:zes)?\b|测验", re.IGNORECASE)),
    ("assignment", re.compile(r"\b(?:assignment|homework|problem set)\b|作业", re.IGNORECASE)),
    ("lecture", re.compile(r"^lecture\b", re.IGNORECASE)),
    ("notebook", re.compile(r"\bnotebook\b", re.IGNORECASE)),
    ("paper", re.compile(r"[(（\[]\s*paper\s*[)）\]]|^paper:", re.IGNORECASE)),
    ("project", re.compile(r"\b(?:capstone|final) project\b|^project\b", re.IGNORECASE)),
)


def kind_of(title: str, links: Sequence[dict[str, str]]) -> str:
    """Return the kind of a step, or nothing where it does not show."""
    for kind, words in _WORDS:
        if words.search(title):
            return kind
    if not links:
        return ""
    host = (urlsplit(links[0]["url"]).hostname or "").removeprefix("www.").removeprefix("m.")
    return next((kind for kind, hosts in _HOSTS if host in hosts), "")

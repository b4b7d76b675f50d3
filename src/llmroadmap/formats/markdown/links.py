"""Addresses in a plan: which of them a roadmap may keep, and as what."""

import re
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

_LONGEST = 2_000
# As in the roadmap format: no user name before the host, which only helps to deceive.
_ADDRESS = re.compile(
    r"https?://(?:\[[0-9A-Fa-f:.]+\](?::[0-9]+)?|[^\s/?#@\\\[\]]+)(?:[/?#][^\s\\]*)?", re.IGNORECASE
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SAFE = frozenset("%:/?#[]@!$&'()*+,;=-._~|")


@dataclass(slots=True)
class LeftOutLog:
    """What was passed over, by kind, with lines and an example of each."""

    lines: dict[str, set[int]] = field(default_factory=dict)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, what: str, line: int, example: str = "", *, last: int = 0) -> None:
        """Note that something of kind `what` was passed over from `line` to `last`."""
        self.lines.setdefault(what, set()).update(range(line, max(line, last) + 1))
        if example and what not in self.examples:
            self.examples[what] = example[:80]


def usable_url(href: str, base: str | None) -> tuple[str | None, str]:
    """Return the whole http(s) address of a link, or None and the kind of link it is."""
    href = "".join(char for char in href.strip() if char.isprintable())
    href = "".join(char if char in _SAFE or char.isalnum() else quote(char) for char in href)
    if not href:
        return None, "empty-links"
    if href.startswith("#"):
        return None, "anchors"
    try:
        whole = href if urlsplit(href).scheme or base is None else urljoin(base, href)
    except ValueError:
        return None, "other-links"
    if _ADDRESS.fullmatch(whole) and len(whole) <= _LONGEST:
        scheme, rest = whole.split("://", 1)
        return f"{scheme.lower()}://{rest}", ""
    relative = base is None and not _SCHEME.match(href) and not href.startswith("-")
    return None, "relative-links" if relative else "other-links"

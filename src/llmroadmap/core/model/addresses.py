"""Addresses on the web: the only ones that are opened, shown as links, or kept as a proof."""

from llmroadmap.core.errors import LlmroadmapError


class AddressRefused(LlmroadmapError):
    """An address that is not on the web: neither opened nor kept.

    `is_given`: it was typed, and does not stand in the roadmap.
    """

    code = "address-refused"
    topic = "open"
    exit_status = 2

    def __init__(self, url: str, *, is_given: bool = False) -> None:
        super().__init__(url)
        self.url = url
        self.is_given = is_given

    @property
    def special_hints(self) -> tuple[str, ...]:
        """The keys of the advice that fits best."""
        if not self.is_given:
            return ()
        return ("address-refused-bare" if _lacks_https(self.url) else "address-refused-given",)


def is_web_address(url: str) -> bool:
    """Tell whether `url` may be handed to a terminal or a browser."""
    scheme, _, rest = url.partition("://")
    return scheme.lower() in ("http", "https") and bool(rest) and _is_plain(url)


def completed_address(url: str) -> str:
    """Return the address, with https:// where it was left out: github.com/me/x, not notes.md."""
    return f"https://{url}" if "/" in url and _lacks_https(url) and _is_plain(url) else url


def _is_plain(url: str) -> bool:
    return url.isprintable() and " " not in url and len(url) < 2000


def _lacks_https(url: str) -> bool:
    host, _, port = url.partition("/")[0].partition(":")
    last = host.rpartition(".")[2]
    return (
        "." in host.strip(".")
        and host.replace(".", "").replace("-", "").isalnum()
        and (last.isalpha() and len(last) > 1)
        and (not port or port.isdecimal())
    )

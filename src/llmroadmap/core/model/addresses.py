"""Addresses on the web: the only ones that are opened, shown as links, or kept as a proof."""


def is_web_address(url: str) -> bool:
    """Tell whether `url` may be handed to a terminal or a browser."""
    scheme, _, rest = url.partition("://")
    return scheme.lower() in ("http", "https") and bool(rest) and _is_plain(url)


def _is_plain(url: str) -> bool:
    return url.isprintable() and " " not in url and len(url) < 2000

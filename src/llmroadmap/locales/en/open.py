"""Texts of `open`."""

TEXTS = {
    "help": "open its page in the browser",
    "opened": "Opened: ",
    "more_links": (
        "{n} more link: --all opens it, --pick asks",
        "{n} more links: --all opens them, --pick asks",
    ),
    "link_of_group": "{id} has no page of its own; this is the page of {group} {title}",
    "option.item": "id of a step or group; without it, what next puts first",
    "option.print": "print the address, open nothing",
    "option.all": "all links, not only the main one",
    "option.pick": "choose among several links",
    "option.link": "the link with this number",
    "message.no-link": "{item} has no link, nor does any group it is in.",
    "message.address-refused": "“{url}” is not a web address: only http:// and https:// are allowed.",
    "message.no-browser": "Could not open a browser. The address: {url}",
    "hint.no-link": "See all about it: llmroadmap show {item}",
    "hint.address-refused": "Fix it in the roadmap: it must begin with https://.",
    "hint.address-refused-bare": "Is its beginning missing? Try https://{url}",
    "hint.address-refused-given": "Give one that begins with https://.",
    "hint.no-browser": "--print prints the address only; $BROWSER names a browser.",
}

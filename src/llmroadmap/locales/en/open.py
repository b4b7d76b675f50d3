"""Texts of `open`."""

TEXTS = {
    "opened": "Opened: ",
    "more_links": (
        "{n} more link: --all opens it, --pick asks",
        "{n} more links: --all opens them, --pick asks",
    ),
    "link_of_group": "{id} has no link of its own; this is the one of {group} {title}",
    "option.item": "id of a step or group; without it, what next puts first",
    "option.print": "print the address, open nothing",
    "option.all": "all links, not only the main one",
    "option.pick": "choose among several links",
    "option.link": "the link with this number",
}

"""Questions to recall as a text that Anki imports: each with an id, so that the next import updates.

https://docs.ankiweb.net/importing/text-files.html
"""

from html import escape

from llmroadmap.core.model.addresses import is_web_address
from llmroadmap.core.study.questions import Card, cards
from llmroadmap.exports import Material
from llmroadmap.exports.entries import on_a_line

_HEAD = ("#separator:tab", "#html:true", "#guid column:1", "#notetype:Basic", "#tags column:4")


def write(material: Material) -> str:
    """Return the cards, a line each: id, question, answer with the step's link, tags."""
    deck = on_a_line(material.roadmap.title(material.lang)).replace("::", ": ")
    rows = [*_HEAD[:4], f"#deck:{deck}", *_HEAD[4:]]
    rows += ["\t".join(_cells(card, material)) for card in exported_cards(material)]
    return "\n".join(rows) + "\n"


def exported_cards(material: Material) -> list[Card]:
    """Return the cards of what is exported; of the whole, also those of steps that are no more."""
    found = cards(material.roadmap, material.events(), material.lang)
    return [
        card
        for card in found
        if (card.node in material.nodes if card.node is not None else material.is_whole)
    ]


def _cells(card: Card, material: Material) -> tuple[str, ...]:
    roadmap = material.roadmap
    source = escape(card.item)
    tags = ["llmroadmap"]
    if card.node is not None:
        title = escape(on_a_line(roadmap.item(card.node).title(material.lang)))
        _, links = roadmap.linked(card.node, material.lang)
        urls = [link["url"] for link in links if is_web_address(link["url"])]
        source += f" · {title}"
        if urls:
            source = f'<a href="{escape(urls[0])}">{source}</a>'
        tags += [f"{roadmap.id}::{roadmap.id_of(node)}" for node in roadmap.path(card.node)[:2]]
    answer = f"{_html(card.answer)}<br><br><small>{source}</small>"
    # The link's quotation marks would begin a quoted field nowhere but at its start.
    return card.guid, _html(card.question), answer, " ".join(tags)


def _html(text: str) -> str:
    return "<br>".join(escape(on_a_line(line)) for line in text.splitlines())

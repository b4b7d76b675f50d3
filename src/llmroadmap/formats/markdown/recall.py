"""Questions to recall under a step of a plan: a `Q:` line and an `A:` line in its text."""

from llmroadmap.core.model.question import MOST_QUESTIONS, questions_in, without_questions
from llmroadmap.formats.markdown.blocks import Block, ListItem, Paragraph
from llmroadmap.formats.plain_text import plain_text


def without_recall(item: ListItem) -> tuple[ListItem, list[dict[str, str]]]:
    """Return a list item without its questions, and these; one without an answer is none."""
    found: list[dict[str, str]] = []
    blocks: list[Block] = []
    for block in item.blocks:
        text = block.text if isinstance(block, Paragraph) else ""
        pairs = [pair for pair in questions_in(text) if pair.answer]
        if not isinstance(block, Paragraph) or not pairs:
            blocks.append(block)
            continue
        found += [
            {"question": plain_text(pair.question), "answer": plain_text(pair.answer)}
            for pair in pairs
        ]
        rest = without_questions(text)
        if rest:
            blocks.append(Paragraph(text=rest, line=block.line))
    if not found:
        return item, []
    return ListItem(blocks=blocks, line=item.line), found[:MOST_QUESTIONS]

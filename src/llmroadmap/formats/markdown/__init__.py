"""Plans in Markdown: read as roadmaps; `writing` is `export --roundtrip`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource
    from llmroadmap.formats.imported_plan import ImportedPlan


def sniff(source: "PlanSource") -> bool:
    """Tell whether it is Markdown, as any text may be."""
    return source.files is None


def read(source: "PlanSource") -> "ImportedPlan":
    """Return the plan in a Markdown file; raises PlanUnreadable."""
    from llmroadmap.formats.markdown.reading import read_markdown  # with it comes markdown-it

    return read_markdown(
        source.text,
        base=source.base or None,
        include=source.include,
        force=source.force,
        **({"default_title": source.name} if source.name else {}),
    )

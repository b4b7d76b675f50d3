"""Plans in Markdown: read as roadmaps, and roadmaps written as task lists."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource, PlanToWrite
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


def write(plan: "PlanToWrite") -> str:
    """Return a roadmap as a task list with its ticks."""
    from llmroadmap.formats.markdown.writing import write_markdown

    ids = plan.roadmap.ids.all()
    steps = [node for node in range(len(plan.roadmap)) if plan.roadmap.is_step(node)]
    states = {ids[node]: plan.progress.state(node) for node in steps}
    return write_markdown(plan.tree, states, plan.lang)

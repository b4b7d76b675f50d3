"""Outlines in OPML, and lists of feeds, which are no plans."""

import pytest

from imported_plans import drawn
from llmroadmap.formats import PlanSource, format_of
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan


def read(text: str, path: str = "outline.opml", *, force: bool = False) -> ImportedPlan:
    source = PlanSource(path=path, text=text, force=force)
    found = format_of(source)
    assert found.name == "opml"
    return found.read(source)


def rows(plan: ImportedPlan) -> list[str]:
    """The title, then the tree as it is drawn below it."""
    title, *below = drawn(plan).split("\n")
    return [title, *(row.removeprefix("  ") for row in below)]


HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head><title>%s</title></head><body>'


def outline(title: str, body: str) -> str:
    return f"{HEAD % title}{body}</body></opml>"


def test_groups_ticks_addresses_and_times() -> None:
    text = outline(
        "Guitar",
        '<outline text="Week 1"><outline text="Tuning &lt;b&gt;first&lt;/b&gt;" _complete="true"/>'
        '<outline text="Chords (2h)" url="https://e.org/2" _note="With care"/></outline>'
        '<outline text="Week 2"><outline text="Scales"><outline text="C major"/></outline></outline>',
    )
    assert rows(read(text)) == [
        "Guitar", "Week 1", "  Tuning first [done]", "  Chords [120m 1]",
        "Week 2", "  Scales", "    C major",
    ]  # fmt: skip


def test_one_outline_at_the_top_is_the_title() -> None:
    text = outline(
        "Untitled",
        '<outline text="读书计划"><outline text="第一章"/><outline text="第二章"/></outline>',
    )
    assert drawn(read(text)).startswith("读书计划\n")
    assert "第二章" in drawn(read(text, "-"))


def test_an_address_in_a_link_or_a_note() -> None:
    text = outline(
        "Plan",
        '<outline text="&lt;a href=&quot;https://e.org/1&quot;&gt;Uno&lt;/a&gt;"/>'
        '<outline text="Dos" _note="ver https://e.org/2"/>',
    )
    assert "Uno [1]" in drawn(read(text))
    assert "Dos [1]" in drawn(read(text))


def test_a_list_of_feeds_is_no_plan() -> None:
    text = outline(
        "Feeds", '<outline text="News"><outline text="A" xmlUrl="https://e.org/rss"/></outline>'
    )
    with pytest.raises(PlanUnreadable) as caught:
        read(text)
    assert caught.value.detail == "feeds"
    assert "A" in drawn(read(text, force=True))


@pytest.mark.parametrize(
    "text",
    [
        "<opml><body>", outline("Empty", ""), "<opml/>",
        '<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline text="&a;"/></body></opml>',
    ],
)  # fmt: skip
def test_what_is_no_outline_is_said(text: str) -> None:
    with pytest.raises(PlanUnreadable):
        read(text)


def test_a_deep_outline_is_refused_and_not_followed() -> None:
    with pytest.raises(PlanUnreadable) as caught:
        read(outline("Deep", '<outline text="x">' * 300 + "</outline>" * 300))
    assert caught.value.reason == "too-deep"

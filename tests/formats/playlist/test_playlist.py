"""Playlists of yt-dlp: titles, addresses, durations; what is gone is said."""

import pytest

from imported_plans import drawn
from llmroadmap.formats import PlanSource, format_of
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan


def read(text: str, path: str = "list.json", *, force: bool = False) -> ImportedPlan:
    source = PlanSource(path=path, text=text, force=force)
    found = format_of(source)
    assert found.name == "playlist"
    return found.read(source)


def rows(plan: ImportedPlan) -> list[str]:
    """The title, then the tree as it is drawn below it."""
    title, *below = drawn(plan).split("\n")
    return [title, *(row.removeprefix("  ") for row in below)]


YOUTUBE = """\
{"_type": "playlist", "id": "PL1", "title": "Guitar in a year", "extractor_key": "YoutubeTab",
 "webpage_url": "https://www.youtube.com/playlist?list=PL1", "entries": [
 {"_type": "url", "ie_key": "Youtube", "id": "abc", "url": "https://www.youtube.com/watch?v=abc",
  "title": "Lesson 1: Tuning [live]", "duration": 754.0},
 {"_type": "url", "ie_key": "Youtube", "id": "x", "url": "x", "title": "[Private video]", "duration": null},
 {"_type": "url", "ie_key": "Youtube", "id": "abe", "url": "abe", "title": "Chords | A & B", "duration": 3600}
]}
"""
BILIBILI = """\
{"_type": "playlist", "id": "BV1", "title": "线性代数", "extractor_key": "BiliBili", "entries": [
 {"_type": "url", "ie_key": "BiliBili", "id": "BV1_p1", "url": "https://www.bilibili.com/video/BV1?p=1"},
 {"_type": "url", "ie_key": "BiliBili", "id": "BV1_p2", "url": "https://www.bilibili.com/video/BV1?p=2",
  "title": "02 矩阵", "duration": 20}
]}
"""


def test_a_playlist_of_youtube() -> None:
    plan = read(YOUTUBE)
    assert rows(plan) == [
        "Guitar in a year", "Guitar in a year", "  Lesson 1: Tuning [live] [13m 1]", "  Chords | A & B [60m 1]",
    ]  # fmt: skip
    assert [(left.what, left.example) for left in plan.left_out] == [("gone-videos", "1")]
    links = [item["links"][0]["url"] for item in plan.roadmap["stages"][0]["items"]]
    assert links == [f"https://www.youtube.com/watch?v={name}" for name in ("abc", "abe")]


def test_parts_of_bilibili_may_have_no_title() -> None:
    assert rows(read(BILIBILI))[2:] == ["  线性代数 1 [1]", "  02 矩阵 [1m 1]"]


def test_films_one_to_a_line() -> None:
    lines = "".join(
        f'{{"_type": "video", "id": "{n}", "webpage_url": "https://e.org/{n}", "title": "Clase {n}", '
        f'"playlist_title": "Curso", "extractor": "generic"}}\n'
        for n in range(1, 4)
    )
    assert drawn(read(lines, "-")).split("\n")[0] == "Curso"
    assert "Clase 3 [1]" in drawn(read(lines, "-"))


def test_playlists_in_a_channel_are_groups() -> None:
    inner = YOUTUBE.strip()
    text = f'{{"_type": "playlist", "title": "A channel", "extractor_key": "YoutubeTab", "entries": [{inner}]}}'
    assert rows(read(text))[:2] == ["A channel", "Guitar in a year"]


@pytest.mark.parametrize(
    "text",
    [
        '{"_type": "playlist", "webpage_url": "x", "entries": []}',
        '{"_type": "playlist", "webpage_url": "x"}',
        '{"_type": "playlist", "webpage_url": "x", "entries": [1, "a", null]}',
        '{"_type": "video", "webpage_url": ',
    ],
)
def test_one_without_films_is_refused(text: str) -> None:
    with pytest.raises(PlanUnreadable):
        read(text)


def test_a_flat_list_of_bilibili_has_neither_titles_nor_lengths_which_is_told() -> None:
    told = {left.what: left.example for left in read(BILIBILI).left_out}
    assert told == {"untitled-videos": "1"}


def test_parts_of_a_film_are_called_without_the_film() -> None:
    entries = ",".join(
        f'{{"_type": "video", "id": "BV1_p{n}", "title": "线性代数 p0{n} {name}", "duration": {60 * n}.5,'
        f' "webpage_url": "https://www.bilibili.com/video/BV1?p={n}"}}'
        for n, name in enumerate(["向量", "矩阵"], 1)
    )
    text = f'{{"_type": "playlist", "title": "线性代数", "extractor": "BiliBili", "entries": [{entries}]}}'
    assert rows(read(text))[2:] == ["  向量 [1m 1]", "  矩阵 [2m 1]"]


def test_tabs_of_a_channel_are_groups_and_what_is_gone_is_counted() -> None:
    tab = (
        '{{"_type": "playlist", "title": "Ana - {0}", "entries": [null, {{"_type": "url", "ie_key": "Youtube",'
        ' "id": "{1}", "url": "https://www.youtube.com/watch?v={1}#__youtubedl_smuggle=x", "title": "{0} {1}",'
        ' "duration": null}}]}}'
    )
    text = (
        '{"_type": "playlist", "title": "Ana", "extractor_key": "YoutubeTab", "entries": ['
        + ",".join([tab.format("Videos", "a1"), tab.format("Shorts", "b2")])
        + "]}"
    )
    plan = read(text)
    assert drawn(plan) == (
        "Ana\n  Ana - Videos\n    Videos a1 [1]\n  Ana - Shorts\n    Shorts b2 [1]"
    )
    assert [(left.what, left.example) for left in plan.left_out] == [("gone-videos", "2")]
    first = plan.roadmap["stages"][0]["items"][0]
    assert first["links"] == [{"url": "https://www.youtube.com/watch?v=a1"}]

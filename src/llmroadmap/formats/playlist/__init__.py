"""Playlists as yt-dlp prints them: `yt-dlp -J --flat-playlist ADDRESS` (YouTube, Bilibili …)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmroadmap.formats import PlanSource
    from llmroadmap.formats.imported_plan import ImportedPlan

_SIGNS = ('"_type"', '"extractor', '"webpage_url"', '"ie_key"')


def sniff(source: "PlanSource") -> bool:
    """Tell whether it is JSON with the keys that yt-dlp writes."""
    if source.files is not None or not source.start.startswith("{"):
        return False
    return sum(sign in source.text for sign in _SIGNS) >= 2


def read(source: "PlanSource") -> "ImportedPlan":
    """Return the playlist as a plan; raises PlanUnreadable."""
    from llmroadmap.formats.playlist.reading import read_playlist

    return read_playlist(source)

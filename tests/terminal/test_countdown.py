"""The countdown of `start --for`: what passes, and what is shown of it."""

from pathlib import Path

from llmroadmap.terminal import countdown


def test_it_shows_what_is_left_and_then_nothing() -> None:
    shown: list[str] = []
    assert countdown.count_down(1, shown.append) == (0, True)
    assert shown[0] == "0:00" or shown[0] == "0:01"
    assert shown[-1] == ""


def test_it_ends_early_where_it_is_interrupted() -> None:
    def interrupt(left: str) -> None:
        if left:
            raise KeyboardInterrupt

    assert countdown.count_down(60, interrupt) == (0, False)


def test_a_desktop_is_told_where_there_is_one(tmp_path: Path) -> None:
    program = tmp_path / "notify-send"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {tmp_path}/said\n')
    program.chmod(0o755)
    countdown.notify("Over", "a.1", {"PATH": str(tmp_path)})
    assert (tmp_path / "said").read_text() == "--|Over|a.1|"
    countdown.notify("Over", "a.1", {"PATH": str(tmp_path / "none")})

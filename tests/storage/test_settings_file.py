"""Settings: what is taken, and what is said of what is not."""

import json
import os
from pathlib import Path

import pytest

from llmroadmap.filesystem.errors import CannotRead
from llmroadmap.storage.errors import InvalidSetting
from llmroadmap.storage.settings_file import (
    SETTINGS,
    Settings,
    checked,
    read_settings,
    write_setting,
)


def write(path: Path, value: object) -> str:
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return str(path)


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert read_settings(str(tmp_path / "none.json")) == Settings()
    assert set(SETTINGS) == set(Settings._fields)
    for key, value in Settings()._asdict().items():
        assert checked(key, value) == value


@pytest.mark.parametrize(
    ("given", "settings"),
    [
        ({}, Settings()),
        ({"language": "zh", "steps": 50}, Settings(language="zh", steps=50)),
        ({"steps": "7", "day_ends": 12}, Settings(steps=7, day_ends=12)),
        (
            {"week_starts": "sunday", "colour": "never"},
            Settings(week_starts="sunday", colour="never"),
        ),
        ({"roadmap": "mine"}, Settings(roadmap="mine")),
        (b'\xef\xbb\xbf{"steps": 1}', Settings(steps=1)),
    ],
)
def test_what_is_taken(tmp_path: Path, given: object, settings: Settings) -> None:
    assert read_settings(write(tmp_path / "config.json", given)) == settings


@pytest.mark.parametrize(
    ("given", "key", "expected"),
    [
        (b"{", "", "json"),
        (b"\xff\xfe{}", "", "json"),
        (b"[" * 100_000, "", "json"),
        (b"[]", "", "object"),
        (b"null", "", "object"),
        ({"colour": "pink"}, "colour", "auto | always | never"),
        ({"colour": ["auto"]}, "colour", "auto | always | never"),
        ({"steps": 0}, "steps", "1-50"),
        ({"steps": 51}, "steps", "1-50"),
        ({"steps": True}, "steps", "1-50"),
        ({"steps": 3.0}, "steps", "1-50"),
        ({"steps": "-1"}, "steps", "1-50"),
        ({"steps": "٣"}, "steps", "1-50"),
        ({"steps": "9" * 5000}, "steps", "1-50"),
        ({"day_ends": 13}, "day_ends", "0-12"),
        ({"language": None}, "language", "auto | en | zh"),
        ({"roadmap": 3}, "roadmap", "id"),
    ],
)
def test_what_is_not(tmp_path: Path, given: object, key: str, expected: str) -> None:
    path = write(tmp_path / "config.json", given)
    with pytest.raises(InvalidSetting) as caught:
        read_settings(path)
    found = caught.value
    assert (found.path, found.key, found.expected, found.exit_status) == (path, key, expected, 1)


def test_what_a_newer_version_set_is_passed_over_and_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "config.json", {"theme": "dark", "steps": 5})
    assert read_settings(path).steps == 5
    write_setting(path, "steps", 6)
    assert json.loads(Path(path).read_text()) == {"theme": "dark", "steps": 6}


@pytest.mark.parametrize("data", [b"", b"\n", b"\0" * 512])
def test_an_empty_file_is_no_settings(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "config.json"
    path.write_bytes(data)
    assert read_settings(str(path)) == Settings()


def test_a_wrong_value_on_the_command_line_is_a_usage_error() -> None:
    with pytest.raises(InvalidSetting) as caught:
        checked("steps", "many")
    assert caught.value.exit_status == 2


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    assert read_settings(str(Path(write(tmp_path / "file", {})) / "config.json")) == Settings()
    (tmp_path / "config.json").mkdir()
    with pytest.raises(CannotRead):
        read_settings(str(tmp_path / "config.json"))
    path = write(tmp_path / "closed.json", {})
    os.chmod(path, 0)
    if not os.access(path, os.R_OK):
        with pytest.raises(CannotRead):
            read_settings(path)

"""Where the files are: under one folder if that is wanted, else where the system says."""

import os
from pathlib import Path

import pytest

from llmroadmap.filesystem import locations
from llmroadmap.filesystem.errors import NoHome
from llmroadmap.filesystem.locations import Locations, bundled_roadmap, locate


def test_everything_under_one_folder(tmp_path: Path) -> None:
    found = locate({"LLMROADMAP_HOME": str(tmp_path)})
    assert found == Locations(*(str(tmp_path / part) for part in ("config", "data", "cache")))
    assert found.settings == str(tmp_path / "config" / "config.json")
    assert found.roadmaps == str(tmp_path / "config" / "roadmaps")
    assert found.progress("llm") == str(tmp_path / "data" / "progress" / "llm.json")
    assert found.backups == str(tmp_path / "data" / "backups")


def test_a_folder_may_be_relative_or_in_the_home(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert locate({"LLMROADMAP_HOME": "x/../y"}).data == str(tmp_path / "y" / "data")
    assert locate({"LLMROADMAP_HOME": "~/z"}).data == str(tmp_path / "me" / "z" / "data")


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="XDG's folders")
def test_else_where_the_system_wants_them(tmp_path: Path, monkeypatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    found = locate({"LLMROADMAP_HOME": "", "HOME": str(tmp_path)})
    assert found == Locations(
        str(tmp_path / ".config" / "llmroadmap"),
        str(tmp_path / ".local" / "share" / "llmroadmap"),
        str(tmp_path / ".cache" / "llmroadmap"),
    )
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert locate({"HOME": str(tmp_path)}).data == str(tmp_path / "elsewhere" / "llmroadmap")


def test_without_a_home_nothing_is_guessed() -> None:
    with pytest.raises(NoHome):
        locate({"HOME": ""})


def test_two_paths_have_two_caches_and_a_link_has_that_of_its_file(tmp_path: Path) -> None:
    found = locate({"LLMROADMAP_HOME": str(tmp_path)})
    one, two, link = tmp_path / "one.yaml", tmp_path / "two.yaml", tmp_path / "link.yaml"
    one.touch()
    link.symlink_to(one)
    assert found.cached("roadmap", str(one)) != found.cached("roadmap", str(two))
    assert found.cached("roadmap", str(one)) != found.cached("progress", str(one))
    assert found.cached("roadmap", str(one)) == found.cached("roadmap", str(link))
    assert found.cached("roadmap", str(tmp_path / "\udcff.yaml")).startswith(found.cache)


def test_the_bundled_roadmap_is_in_the_package_or_in_the_checkout(
    tmp_path: Path, monkeypatch
) -> None:
    assert Path(bundled_roadmap()).is_file()
    package = tmp_path / "src" / "llmroadmap"
    monkeypatch.setattr(locations, "__file__", str(package / "filesystem" / "locations.py"))
    assert bundled_roadmap() == str(tmp_path / "data" / "roadmap.yaml")
    (package / "data").mkdir(parents=True)
    (package / "data" / "roadmap.yaml").touch()
    assert bundled_roadmap() == str(package / "data" / "roadmap.yaml")

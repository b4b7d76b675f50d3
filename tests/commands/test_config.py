import json
from pathlib import Path

import pytest

from conftest import Run
from llmroadmap.locales import LANGUAGES
from llmroadmap.storage.settings_file import SETTINGS, Settings
from texts_of import group


@pytest.fixture
def file(home: Path) -> Path:
    path = home / "config" / "config.json"
    path.parent.mkdir(parents=True)
    return path


def test_all_of_them_with_what_they_take(run: Run) -> None:
    data = run("config --json").data
    assert {s["key"]: s["value"] for s in data["settings"]} == Settings()._asdict()
    out = run("config").out
    for key in SETTINGS:
        assert key in out
    assert "monday | saturday | sunday" in out and "1-50" in out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_is_explained(lang: str) -> None:
    assert set(group(lang, "config.about")) == set(SETTINGS)


@pytest.mark.parametrize("set_", ["config steps 5", "config set steps 5"])
@pytest.mark.parametrize("get", ["config steps", "config get steps"])
@pytest.mark.parametrize("unset", ["config unset steps"])
def test_set_get_unset(run: Run, set_: str, get: str, unset: str) -> None:
    assert "was 3" in run(set_).out
    assert run(get).out == "5\n"
    assert len(run("next --json").data["steps"]) == 5
    run(unset)
    assert run(get).out == "3\n"


def test_the_language_that_is_set_is_used_unless_the_environment_says_otherwise(run: Run) -> None:
    run("config language zh")
    assert (
        "阶段" in run("status", LLMROADMAP_LANG="").out
        or "全程" in run("status", LLMROADMAP_LANG="").out
    )
    assert "Total" in run("status").out


def test_how_to_set_it_back(run: Run) -> None:
    assert "llmroadmap config unset week_starts" in run("config week-starts sunday").out
    assert "llmroadmap config week_starts sunday" in run("config week_starts saturday").out
    assert run("config week_starts saturday").out == "Nothing changed.\n"


def test_a_number_is_stored_as_one(run: Run, home: Path) -> None:
    run("config day_ends 4")
    assert json.loads((home / "config" / "config.json").read_text()) == {"day_ends": 4}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("config steps 0", "invalid-setting"),
        ("config steps 51", "invalid-setting"),
        ("config steps many", "invalid-setting"),
        ("config language fr", "invalid-setting"),
        ("config lang zh", "invalid-setting"),
        ("config lang", "invalid-setting"),
        ("config unset lang", "invalid-setting"),
        ("config set steps", "usage"),
        ("config unset", "usage"),
        ("config steps 3 4", "invalid-setting"),
        ("config list steps", "usage"),
    ],
)
def test_what_it_does_not_take(run: Run, home: Path, line: str, code: str) -> None:
    ran = run(f"{line} --json")
    assert (ran.status, ran.error["code"]) == (2, code)
    assert not (home / "config" / "config.json").exists()


def test_the_closest_key_is_named(run: Run) -> None:
    assert run("config langage zh --json").error["closest"] == ["language", "languages"]
    assert "language" in run("config langage zh").err


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"steps": "many"}', "steps"),
        ('{"steps": true}', "steps"),
        ("{", ""),
        ("[1]", ""),
        ("\xff", ""),
    ],
)
def test_a_bad_file_is_an_error_with_file_and_key(
    run: Run, file: Path, text: str, key: str
) -> None:
    file.write_bytes(text.encode("latin-1"))
    for line in ("next", "config", "config steps"):
        ran = run(f"{line} --json")
        assert (ran.status, ran.error["code"]) == (1, "invalid-setting")
        assert (ran.error["path"], ran.error["key"]) == (str(file), key)
    assert str(file) in run("next").err
    assert file.read_bytes() == text.encode("latin-1")


def test_unknown_and_unusable_settings_never_stop_a_tick(run: Run, file: Path) -> None:
    file.write_text('{"theme": "dark"}')
    assert run("done hf.0.1").status == 0
    assert "theme" in run("config").out
    assert "theme" in run("doctor").out
    file.write_text("")
    assert run("done hf.1.1").status == 0
    file.write_text('{"steps": null}')
    assert "llmroadmap doctor --fix" in run("next").err
    assert "config unset steps" in run("config steps 5").out
    assert run("next").status == 0


def test_config_mends_what_it_can(run: Run, file: Path) -> None:
    file.write_text('{"langage": "zh", "steps": 99, "day_ends": 4}')
    assert run("config day_ends 5 --json").status == 1
    assert run("config unset langage").status == 0
    assert run("config steps 9").status == 0
    assert json.loads(file.read_text()) == {"steps": 9, "day_ends": 4}
    assert run("next").status == 0


def test_a_link_stays_one(run: Run, file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.json"
    real.write_text("{}")
    file.symlink_to(real)
    run("config steps 4")
    assert file.is_symlink() and json.loads(real.read_text()) == {"steps": 4}


@pytest.mark.parametrize(("lang", "words"), [("en", "KEY VALUE"), ("zh", "设置名 值")])
def test_how_to_change_one_is_in_the_language_of_the_screen(
    run: Run, lang: str, words: str
) -> None:
    assert f"llmroadmap config {words}\n" in run(f"config --lang {lang}").out


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (["6"], 6),
        (["3h"], 3),
        (["2.5"], 2.5),
        (["half an hour a day"], 3.5),
        (["每天半小时"], 3.5),
        (["30m/day"], 3.5),
        (["0"], 0),
    ],
)
def test_hours_are_what_people_type(run: Run, home: Path, typed: list[str], kept: float) -> None:
    run(["config", "hours", *typed])
    file = home / "config" / "config.json"
    # An older version reads what is whole.
    assert file.read_text().count(f'"hours": {kept}\n') == 1
    assert run("config hours").out == f"{kept}\n"
    if kept:
        run("done hf.0.1")
        target = run("today --json").data["target"]["target_minutes"]
        assert target == round(60 * kept)


def test_a_filter_says_what_it_leaves_out_and_what_says_nothing(run: Run) -> None:
    data = run("config leave_out video,chinese --json").data
    assert data["left_out"] > 10 and data["without_steps"] == ["chinese"]
    out = run("config leave_out quiz").out
    assert 'llmroadmap config leave_out "video, chinese"' in out
    assert "left out" in out
    assert "config languages" in run("config leave_out klingon").out
    assert run("config steps 3 --json").data["left_out"] is None


def test_shares_are_of_roadmaps_that_there_are(run: Run, plan) -> None:
    run(["add", plan("# Rust\n\n- [ ] One\n- [ ] Two\n"), "--id", "rust-book"])
    assert run("config share 'llm 70, gone 30' --json").error["code"] == "unknown-roadmap"
    run("config share 'llm 70, rust 30'")
    assert run("config share").out.strip() == "llm 70, rust-book 30"


def test_a_value_of_several_words_needs_no_quotes(run: Run) -> None:
    assert run("config study Mon,Wed 20:00 45m").status == 0
    settings = {each["key"]: each["value"] for each in run("config --json").data["settings"]}
    assert settings["study"] == "Mon,Wed 20:00 45m"
    assert run("config unset study now").status == 2

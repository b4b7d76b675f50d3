"""The workspace: what is read when, what is recorded how, and that caches change nothing."""

import os
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import NOW, SMALL
from llmroadmap.core.progress.events import Draft, timestamp
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.progress.progress import Progress
from llmroadmap.filesystem.locations import Locations, bundled_roadmap, locate
from llmroadmap.storage.errors import ProgressMissing, RoadmapMissing
from llmroadmap.storage.recording import new_id
from llmroadmap.storage.settings_file import Settings
from llmroadmap.storage.workspace import Workspace, device
from trees import known, states

AT = datetime.fromisoformat(NOW)


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return locate({"LLMROADMAP_HOME": str(tmp_path)})


def open_at(
    locations: Locations, now: datetime = AT, plan: Path = SMALL, **settings: object
) -> Workspace:
    given = Settings(**settings)  # type: ignore[arg-type]
    return Workspace(
        locations, given, "en", now, str(plan), environ={"LLMROADMAP_DEVICE": "My Box"}
    )


def record(work: Workspace, *drafts: Draft) -> list:
    return work.record(lambda progress: list(drafts)).events


def test_nothing_is_written_by_looking(locations: Locations) -> None:
    work = open_at(locations)
    assert work.progress.left() == 7
    assert work.events() == []
    assert not os.path.exists(locations.data)
    assert not os.path.exists(locations.config)


def test_the_bundled_roadmap_is_the_default(locations: Locations) -> None:
    work = Workspace(locations, Settings(), "en", AT)
    assert work.roadmap_path == bundled_roadmap()
    assert work.roadmap.id == "llm"


def test_a_roadmap_that_is_not_there(locations: Locations, tmp_path: Path) -> None:
    with pytest.raises(RoadmapMissing):
        _ = open_at(locations, plan=tmp_path / "none.yaml").progress


def test_an_event_gets_its_marks(locations: Locations) -> None:
    work = open_at(locations)
    events = record(
        work, {"do": "done", "item": "a.1"}, {"do": "note", "item": "a.1", "text": "词"}
    )
    first, second = events
    assert first["at"] == "2026-11-24T20:00:00+08:00"
    assert second["at"] == "2026-11-24T20:00:00.000001+08:00"
    assert first["change"] == second["change"]
    assert len({first["id"], second["id"], first["change"]}) == 3
    assert (first["device"], "on" in first) == ("my-box", False)
    assert second["text"] == "词"
    assert work.events() == events == open_at(locations).events()


def test_the_result_has_the_progress_before_and_after(locations: Locations) -> None:
    work = open_at(locations)
    recorded = work.record(lambda progress: [{"do": "done", "item": "a.1"}])
    assert states(recorded.before) == {}
    assert states(recorded.after) == states(work.progress) == {"a.1": "done"}
    nothing = work.record(lambda progress: [])
    assert nothing.before is nothing.after
    assert nothing.events == []


def test_decisions_are_made_on_what_is_on_disk(locations: Locations) -> None:
    one, two = open_at(locations), open_at(locations)
    assert states(one.progress) == {}
    record(two, {"do": "done", "item": "a.1"})
    seen: list[Progress] = []
    one.record(lambda progress: seen.append(progress) or [])  # type: ignore[func-returns-value]
    assert states(seen[0]) == {"a.1": "done"}


@pytest.mark.parametrize("back", [timedelta(0), timedelta(days=400), timedelta(microseconds=1)])
def test_a_clock_set_back_reorders_nothing(locations: Locations, back: timedelta) -> None:
    record(open_at(locations), {"do": "done", "item": "a.1"})
    later = record(open_at(locations, AT - back), {"do": "reopen", "item": "a.1"})
    assert timestamp(later[0]["at"]) > AT.timestamp()
    assert states(open_at(locations).progress) == {}
    assert states(fold(open_at(locations).roadmap, open_at(locations).events())) == {}


def test_a_newest_event_in_another_zone_counts_by_its_instant(locations: Locations) -> None:
    record(open_at(locations, datetime.fromisoformat("2026-11-24T13:00:00+00:00")), {"do": "pause"})
    later = record(open_at(locations), {"do": "done", "item": "a.1"})  # an hour before that
    assert later[0]["at"] == "2026-11-24T21:00:00.000001+08:00"


@pytest.mark.parametrize(
    ("now", "ends", "on", "kept"),
    [
        ("2026-11-24T20:00:00+08:00", 0, None, None),
        ("2026-11-25T02:00:00+08:00", 4, None, "2026-11-24"),  # past midnight, before day_ends
        ("2026-11-25T04:00:00+08:00", 4, None, None),
        ("2026-11-24T20:00:00+08:00", 0, "2026-11-20", "2026-11-20"),
        ("2026-11-24T20:00:00+08:00", 0, "2026-11-24", None),
        ("2026-11-25T02:00:00+08:00", 4, "2026-11-25", None),
    ],
)
def test_the_day_is_kept_where_it_is_not_that_of_the_instant(
    locations: Locations, now: str, ends: int, on: str | None, kept: str | None
) -> None:
    work = open_at(locations, datetime.fromisoformat(now), day_ends=ends)
    draft: Draft = {"do": "done", "item": "a.1"}
    if on:
        draft["on"] = on
    assert record(work, draft)[0].get("on") == kept


def test_days_and_weeks_are_the_learners(locations: Locations) -> None:
    night = datetime.fromisoformat("2026-11-25T01:00:00+08:00")
    work = open_at(locations, night, day_ends=2, week_starts="sunday")
    assert (work.today, work.week_starts) == (AT.toordinal(), 6)


def test_a_lost_progress_file_is_not_an_empty_one(locations: Locations) -> None:
    work = open_at(locations)
    record(work, {"do": "done", "item": "a.1"})
    os.unlink(work.file.path)
    with pytest.raises(ProgressMissing):
        _ = open_at(locations).progress
    with pytest.raises(ProgressMissing):
        record(open_at(locations), {"do": "done", "item": "a.2"})


def test_the_fold_is_not_read_again_from_the_events(locations: Locations, monkeypatch) -> None:
    record(open_at(locations), {"do": "done", "item": "a.1"})
    with monkeypatch.context() as patched:
        patched.setattr("llmroadmap.storage.progress_format.decode", lambda *a: pytest.fail("read"))
        assert states(open_at(locations).progress) == {"a.1": "done"}
        record(open_at(locations), {"do": "done", "item": "a.2"})
        assert states(open_at(locations).progress) == {"a.1": "done", "a.2": "done"}
    assert len(open_at(locations).events()) == 2


def test_an_edited_progress_file_is_folded_again(locations: Locations) -> None:
    work = open_at(locations)
    record(work, {"do": "done", "item": "a.1"})
    text = Path(work.file.path).read_text()
    by_hand = re.sub(',"sum":"[0-9a-f]+"', "", text)  # as a person has to, who changes an event
    Path(work.file.path).write_text(by_hand.replace("a.1", "b.1"))
    assert states(open_at(locations).progress) == {"b.1": "done"}


def test_an_edited_roadmap_is_folded_again(locations: Locations, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(SMALL.read_text())
    record(open_at(locations, plan=plan), {"do": "done", "item": "a.1"})
    plan.write_text(
        SMALL.read_text()
        .replace("id: b\n", "id: b\n        was: [a]\n")
        .replace("id: a\n", "id: q\n")
        .replace("[a.1]", "[q.1]")
    )
    assert states(open_at(locations, plan=plan).progress) == {"b.1": "done"}


DRAFTS = st.fixed_dictionaries(
    {
        "do": st.sampled_from(["start", "done", "skip", "reopen", "note", "checkin", "pause"]),
        "item": st.sampled_from(["a.1", "a.2", "a.x", "b", "b.1", "notes", "gone.1"]),
    }
)
MOVES = st.fixed_dictionaries(
    {"do": st.just("moved"), "item": st.sampled_from(["a.1", "gone.1"]), "to": st.just("b.1")}
)


@settings(deadline=None, max_examples=25)
@given(
    calls=st.lists(
        st.tuples(
            st.lists(DRAFTS | MOVES, max_size=3),
            st.integers(0, 2),
            st.sampled_from(["", "undo", "redo"]),
        ),
        max_size=7,
    )
)
def test_with_caches_and_without_everything_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, calls: list
) -> None:
    root = tmp_path_factory.mktemp("caches")
    kept = locate({"LLMROADMAP_HOME": str(root)})
    plan = root / "plan.yaml"
    plans = [SMALL.read_text(), SMALL.read_text().replace("id: code", "id: gone, was: [gone.1]")]
    now = AT
    for drafts, version, of in calls:
        now += timedelta(minutes=1)
        plan.write_text(plans[version % 2])
        changes = [event["change"] for event in open_at(kept, plan=plan).events()]
        more = [{"do": of, "of": changes[version % len(changes)]}] if of and changes else []
        recorded = open_at(kept, now, plan).record(lambda progress: [*drafts, *more])
        warm = open_at(kept, plan=plan)
        again = fold(warm.roadmap, warm.events())
        assert known(warm.progress) == known(recorded.after) == known(again)
        bare = Locations(kept.config, kept.data, str(root / "none"))
        assert known(open_at(bare, plan=plan).progress) == known(again)
        shutil.rmtree(bare.cache, ignore_errors=True)


def test_ids_begin_with_their_time_and_never_meet() -> None:
    ids = {new_id(AT) for _ in range(1000)}
    assert len(ids) == 1000
    assert {len(one) for one in ids} == {32}
    assert new_id(AT)[:12] < new_id(AT + timedelta(milliseconds=1))[:12]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Lenas-MacBook.local", "lenas-macbook-local"), ("电脑", "--"), ("x" * 99, "x" * 40)],
)
def test_the_name_of_the_machine(name: str, kept: str) -> None:
    assert device({"LLMROADMAP_DEVICE": name}) == kept


def test_a_machine_has_a_name_of_its_own() -> None:
    assert device({})

"""What results say of a step or a part of the roadmap: plain values in one language."""

from typing import Any

from llmroadmap.core.days import iso
from llmroadmap.core.progress.overview import Tally, tally
from llmroadmap.core.progress.progress import Progress
from llmroadmap.core.records import NamedTuple
from llmroadmap.core.study.selection import Offer


class Reason(NamedTuple):
    """Why a step is offered: what `selection` says, or that it fits or is the shortest.

    `by`: the id that unlocked it, or that came first but for what was asked; `sides`: courses open
    side by side.
    """

    code: str
    by: str = ""
    sides: int = 0


class ItemRef(NamedTuple):
    """A stage, course or group by id and title."""

    id: str
    title: str


class StepSummary(NamedTuple):
    """A step, where it belongs, and what it takes; `minutes` is the estimate.

    Without `has_estimate` nobody has said how long it takes, and `minutes` is only what it is
    reckoned with. `due`: the nearest day (ISO 8601) that the learner has set for it or for a group
    that it stands in, which `due_of` names; both "" without one. `links` are those of the nearest group, where the step has none of its own. `language`: that of the
    material, where it is another than the reader's; else "".
    """

    id: str
    title: str
    state: str
    kind: str
    minutes: int
    has_estimate: bool
    optional: bool
    due: str
    due_of: str
    stage: ItemRef
    groups: list[ItemRef]
    links: list[dict[str, str]]
    language: str


class OfferedStep(NamedTuple):
    """A step to study now."""

    id: str
    title: str
    state: str
    kind: str
    minutes: int
    has_estimate: bool
    optional: bool
    due: str
    due_of: str
    stage: ItemRef
    groups: list[ItemRef]
    links: list[dict[str, str]]
    language: str
    about: str
    reason: Reason


class PartSummary(NamedTuple):
    """How far a stage, course or group is: `total` leaves out what is skipped.

    `minutes_left`: the estimates of what is left; `without_estimate` steps of that have none.
    """

    id: str
    title: str
    done: int
    total: int
    skipped: int
    percent: float
    minutes_left: int
    without_estimate: int


class DueItem(NamedTuple):
    """What the learner wants to have done by a day, and what is left of it."""

    id: str
    title: str
    day: str
    steps_left: int
    minutes_left: int
    without_estimate: int


class Outlook(NamedTuple):
    """When it will be done at this pace, in even odds; null where that is more than ten years away.

    `needed_minutes_per_week` is what `finish_by` asks for; both are null where none is set. `basis`:
    `history`, `target` or `plan`. `days`: how many days away that is.
    """

    minutes_per_week: int
    basis: str
    date: str | None
    finish_by: str | None
    needed_minutes_per_week: int | None
    days: int | None


class WeekTarget(NamedTuple):
    """The week so far: minutes studied, measured or estimated, and days with any activity.

    `target_minutes` is null without a target, `weeks_in_a_row` where the streak is switched off.
    """

    minutes: int
    target_minutes: int | None
    days: int
    target_days: int
    weeks_in_a_row: int | None


class KnownSummary(NamedTuple):
    """How much of what is done is probably still known: `percent` of `steps` finished steps.

    `to_recall`: how many of them to recall today, never more than `config recall_max` leaves.
    """

    percent: int
    steps: int
    to_recall: int


def item_ref(progress: Progress, node: int, lang: str) -> ItemRef:
    """Return the id and title of `node`."""
    item = progress.roadmap.item(node)
    return ItemRef(item.id, item.title(lang))


def step(progress: Progress, node: int, lang: str) -> StepSummary:
    """Return what is known of the step `node`."""
    roadmap = progress.roadmap
    item, links = roadmap.item(node), roadmap.linked(node, lang)[1]
    stage, *groups = roadmap.path(node)[:-1] or [node]
    due, due_of = _due(progress, node) if roadmap.due else ("", "")
    return StepSummary(
        id=item.id,
        title=item.title(lang),
        state=progress.state(node),
        kind=item.kind,
        minutes=item.minutes,
        has_estimate=roadmap.is_timed(node),
        optional=roadmap.is_optional(node),
        due=due,
        due_of=due_of,
        stage=item_ref(progress, stage, lang),
        groups=[item_ref(progress, group, lang) for group in groups],
        links=links,
        language=other_language(links, lang),
    )


def _due(progress: Progress, node: int) -> tuple[str, str]:
    from llmroadmap.core.study.due import due_day  # only where anything has a day

    found = due_day(progress, node)
    return (iso(found[0]), progress.roadmap.id_of(found[1])) if found else ("", "")


def due_items(progress: Progress, lang: str) -> list[DueItem]:
    """Return what has a day of the learner's and is not done, the nearest day first."""
    if not progress.roadmap.due:
        return []
    from llmroadmap.core.study.due import coming  # only where anything has a day

    found = []
    for day, node in coming(progress):
        counts = tally(progress, node)
        found.append(
            DueItem(
                **item_ref(progress, node, lang)._asdict(),
                day=iso(day),
                steps_left=counts.total - counts.done,
                minutes_left=counts.minutes_left,
                without_estimate=counts.without_estimate,
            )
        )
    return found


def other_language(links: list[dict[str, str]], lang: str) -> str:
    """Return the language of the first link where none of them is in the reader's, or in none."""
    languages = [link.get("lang", "").partition("-")[0] for link in links]
    if not languages or "" in languages or lang.partition("_")[0] in languages:
        return ""
    return languages[0]


def offered(progress: Progress, offer: Offer, lang: str) -> OfferedStep:
    """Return an offered step with the reason."""
    roadmap = progress.roadmap
    by = roadmap.id_of(offer.by) if offer.by is not None else ""
    about = roadmap.item(offer.node).text("about", lang)
    reason = Reason(offer.reason, by, offer.branches)
    return OfferedStep(**step(progress, offer.node, lang)._asdict(), about=about, reason=reason)


def part(progress: Progress, node: int, lang: str, counts: Tally | None = None) -> PartSummary:
    """Return how far `node` is."""
    item = progress.roadmap.item(node)
    counts = counts or tally(progress, node)
    return PartSummary(
        id=item.id,
        title=item.title(lang),
        done=counts.done,
        total=counts.total,
        skipped=counts.skipped,
        percent=counts.percent,
        minutes_left=counts.minutes_left,
        without_estimate=counts.without_estimate,
    )


def whole(progress: Progress, lang: str) -> PartSummary:
    """Return how far the whole roadmap is."""
    roadmap, counts = progress.roadmap, tally(progress)
    return PartSummary(
        id=roadmap.id,
        title=roadmap.title(lang),
        done=counts.done,
        total=counts.total,
        skipped=counts.skipped,
        percent=counts.percent,
        minutes_left=counts.minutes_left,
        without_estimate=counts.without_estimate,
    )


def as_plain(value: Any) -> Any:
    """Return a result as what JSON can hold."""
    if hasattr(value, "_asdict"):
        return {name: as_plain(inner) for name, inner in value._asdict().items()}
    if isinstance(value, (list, tuple)):
        return [as_plain(inner) for inner in value]
    if isinstance(value, dict):
        return {key: as_plain(inner) for key, inner in value.items()}
    return value

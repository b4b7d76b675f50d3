"""Try the forecast on learners who are made up, with the pauses that real ones take.

    python benchmarks/forecast.py [--learners N]

Each learner studies on two to five days of a week, at a pace of their own that wanders, and takes
pauses of more than two weeks: one in 7.2 study weeks, a quarter of them shorter than 20 days, half
shorter than 32, three quarters shorter than 64 (docs/forecast.md says where these figures come
from). On days spread evenly over each record the program is asked when the plan will be done, and
is held to when it was. What is asked is the real code, from events to dates; nothing is fitted here.
"""

import argparse
import random
import statistics
from datetime import UTC, date, datetime, timedelta
from math import exp, log
from typing import Any, NamedTuple

from llmroadmap.core.model.builder import build_roadmap
from llmroadmap.core.model.roadmap import Roadmap
from llmroadmap.core.progress.fold import fold
from llmroadmap.core.study.forecast import FARTHEST, forecast
from llmroadmap.core.study.pace import Expected, paces, record
from llmroadmap.core.study.time_off import TimeOff, study_time

FIRST_DAY = date(2024, 1, 8).toordinal()
STEPS, ASKED = 346, 12
# Study weeks from one pause to the next, the median of their days, and the spread of its logarithm.
WEEKS_A_PAUSE, MEDIAN_PAUSE, PAUSE_SPREAD = 7.2, 32, 1.0
# How far, as a logarithm, a week's pace strays from the last one's, and is drawn back to the usual:
# so that the error in study time is as large as it was measured with real people, x1.30 to x1.35.
WANDERS, DRAWN_BACK = 0.18, 0.06
# How far the week after differs by chance alone.
CHANCE = 0.5


class Verdict(NamedTuple):
    """One forecast: what was said, and what came. Weeks of study, and days for the last four."""

    learner: int
    day: int
    low: float
    middle: float
    high: float
    took: float
    earliest: int
    expected: int
    latest: int
    end: int


class Report(NamedTuple):
    """What the forecasts come to, as shares of one; `error` is the median of how many times off."""

    forecasts: int
    holds: float
    error: float
    with_pauses_holds: float
    with_pauses_error: float
    absurd: int


def plan(chance: random.Random) -> Roadmap:
    """Return a plan of STEPS steps from ten minutes to three hours."""
    steps = [
        {"id": f"n{n}", "title": f"n{n}", "minutes": chance.choice((10, 20, 30, 45, 60, 90, 180))}
        for n in range(STEPS)
    ]
    tree = {
        "format": 1,
        "id": "made-up",
        "title": "Made up",
        "stages": [{"id": "s", "title": "s", "items": steps}],
    }
    return build_roadmap(tree, "print")


def study(roadmap: Roadmap, chance: random.Random) -> list[dict[str, Any]]:
    """Return the events of a learner from the first evening to the last step."""
    usual = log(chance.uniform(3, 9))  # steps a week
    pace, day, number = usual, FIRST_DAY, 0
    nodes = [node for node in range(len(roadmap)) if roadmap.is_step(node)]
    made: list[dict[str, Any]] = []
    while number < len(nodes):
        pace += chance.gauss(0, WANDERS) + DRAWN_BACK * (usual - pace)
        wanted = max(round(exp(pace + chance.gauss(0, CHANCE))), 1)
        days = sorted(chance.sample(range(7), chance.randint(2, 5)))
        for step in range(min(wanted, len(nodes) - number)):
            on = days[step * len(days) // wanted]
            at = datetime.fromordinal(day + on).replace(hour=20, tzinfo=UTC)
            made.append(
                {
                    "id": f"e{number:05}",
                    "at": (at + timedelta(seconds=number)).isoformat(),
                    "do": "done",
                    "item": roadmap.id_of(nodes[number]),
                    "change": f"c{number}",
                }
            )
            number += 1
        day += 7
        if chance.random() < 1 / WEEKS_A_PAUSE:
            day += max(round(MEDIAN_PAUSE * exp(chance.gauss(0, PAUSE_SPREAD))), 15)
    return made


def verdicts(learner: int, seed: int = 1) -> list[Verdict]:
    """Return how forecasts on ASKED days of a learner's record turned out."""
    chance = random.Random(f"{seed} {learner}")
    roadmap = plan(chance)
    made = study(roadmap, chance)
    whole = fold(roadmap, made)  # type: ignore[arg-type]
    end = max(whole.finished)
    span = end - FIRST_DAY
    days = sorted({FIRST_DAY + chance.randint(1, span - 1) for _ in range(ASKED)})
    every = record(whole, end).days
    found = []
    for day in days:
        until = [event for event in made if date.fromisoformat(event["at"][:10]).toordinal() <= day]
        progress = fold(roadmap, until)  # type: ignore[arg-type]
        said = forecast(progress.minutes_left(), paces(progress, day, 9e18, Expected(200)), day)
        off = TimeOff((), end)
        now = study_time([each for each in every if each <= day], day, off).days
        took = (study_time(every, end, off).days - now) / 7
        found.append(
            Verdict(
                learner=learner,
                day=day,
                low=said.weeks["p10"],
                middle=said.weeks["p50"],
                high=said.weeks["p90"],
                took=max(took, 1 / 7),
                earliest=said.with_pauses["p10"],
                expected=said.with_pauses["p50"],
                latest=said.with_pauses["p90"],
                end=end,
            )
        )
    return found


def report(found: list[Verdict]) -> Report:
    """Return what the verdicts come to."""
    errors = [exp(abs(log(each.took / each.middle))) for each in found]
    with_pauses = [
        exp(abs(log(max(each.end - each.day, 1) / max(each.expected - each.day, 1))))
        for each in found
        if each.expected
    ]
    return Report(
        forecasts=len(found),
        holds=_share(each.low <= each.took <= each.high for each in found),
        error=statistics.median(errors),
        with_pauses_holds=_share(
            each.earliest <= each.end <= (each.latest or each.end) for each in found
        ),
        with_pauses_error=statistics.median(with_pauses),
        absurd=sum(_is_absurd(each) for each in found),
    )


def _share(held: Any) -> float:
    answers = list(held)
    return sum(answers) / len(answers)


def _is_absurd(each: Verdict) -> bool:
    """Tell whether an answer is missing, in the past, out of order or more than ten years away."""
    ordered = 0 < each.low <= each.middle <= each.high
    said = each.earliest and each.expected
    return not (
        said and ordered and each.day <= each.earliest <= each.expected <= each.day + FARTHEST
    )


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=60)
    learners = parser.parse_args().learners
    came = report([each for learner in range(learners) for each in verdicts(learner)])
    print(f"{came.forecasts} forecasts for {learners} learners")
    print(
        f"in study time: the 80 % range holds for {came.holds:.0%}, median error x{came.error:.2f}"
    )
    print(
        f"with pauses: the range holds for {came.with_pauses_holds:.0%}, "
        f"median error x{came.with_pauses_error:.2f}"
    )
    print(f"absurd answers: {came.absurd}")


if __name__ == "__main__":
    main()

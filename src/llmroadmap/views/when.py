"""when: about when, a range, and what would change it; what is behind it only where it is asked for."""

from typing import TYPE_CHECKING

from llmroadmap.core.model.roadmap import ASSUMED_MINUTES
from llmroadmap.results.when import Estimate, WhenResult
from llmroadmap.terminal.screen import BLANK, Line, Screen, line
from llmroadmap.views._bars import untimed
from llmroadmap.views._pace import a_week, date_in_words, month_in_words, rough_date
from llmroadmap.views.words import facts, hours, minutes, sign, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts

_MEANT = 2  # study weeks, from which on the learner's own pace comes in
_AWAY = 14  # days, from which on it is said what would be if one came back


def show(result: WhenResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return the lines of `when`."""
    title = (result.title, "title")
    head = line(title, hanging_indent=2)
    if result.part:
        head = line((result.part.id, "id"), "  ", (result.part.title, "title"), hanging_indent=2)
    if result.checks is not None:
        return [head, *_checks(result, screen, t)]
    if not result.estimate:
        return [head, line("  ", (t("when.nothing_left"), "done"))]
    lines = [head, *_answer(result, result.estimate, t)]
    if result.without_estimate:
        reckoned = minutes(t, ASSUMED_MINUTES)
        said = facts(t, untimed(result, t), t("when.untimed", time=reckoned), style="dim")
        lines.append(line("  ", *said, hanging_indent=4))
    lines += [*_what_if(result, t), *_by(result, t)]
    if result.is_why:
        lines += [BLANK, *_why(result, t)]
    elif result.basis != "history":
        lines.append(line("  ", (t("when.why_not_yours"), "dim"), hanging_indent=2))
    if not result.is_why:
        lines.append(to_type(t("when.more"), "llmroadmap when --why"))
    return lines


def _answer(result: WhenResult, estimate: Estimate, t: "Texts") -> list[Line]:
    """Return when, at which pace, and between which two dates as likely as not."""
    weeks = estimate.study_weeks
    away = result.away_days is not None and result.away_days > _AWAY
    pace = a_week(t, result.pace.minutes_per_week)
    basis = t.of("when.basis", result.basis, pace=pace)
    if result.basis != "history" and result.pace.study_weeks > _MEANT:
        basis = t.of("when.begun", result.basis, pace=pace)
    key = "about_if_back" if away else "about" if estimate.dates["p50"] else "about_far"
    text = t.of("when", key, date=_rough(estimate, "p50", t))
    lines = [
        line("  ", (text, "key"), t("common.between"), basis, hanging_indent=4),
        line("  ", *facts(t, _weeks(t, weeks["p50"]), _left(result, t)), hanging_indent=4),
    ]
    if estimate.dates["p25"]:
        lines.append(line("  ", t("when.even_odds", span=_range(estimate, "p25", "p75", t))))
    if away:
        lines.append(to_type(t("today.welcome_back", ago=_ago(result, t)), "llmroadmap resume"))
    return lines


def _rough(estimate: Estimate, name: str, t: "Texts") -> str:
    return rough_date(estimate.dates[name], 7 * estimate.study_weeks[name], t)


def _range(estimate: Estimate, low: str, high: str, t: "Texts") -> str:
    first, last = _rough(estimate, low, t), _rough(estimate, high, t)
    return first if first == last else t("when.span", first=first, last=last)


def _ago(result: WhenResult, t: "Texts") -> str:
    return t("log.days_ago", n=result.away_days or 0)


def _left(result: WhenResult, t: "Texts") -> str:
    return t("common.hours_left", time=hours(t, result.left_minutes))


def _weeks(t: "Texts", weeks: float) -> str:
    return t("when.study_weeks", n=max(round(weeks), 1))


def _span(t: "Texts", first: str | None, last: str | None) -> str:
    if not first or first == last:
        return month_in_words(first, t)
    return t("when.span", first=month_in_words(first, t), last=month_in_words(last, t))


def _with_pauses(result: WhenResult, t: "Texts") -> list[Line]:
    found = result.with_pauses
    if not found:
        return []
    key = "when.with_pauses" if found.pauses else "when.with_usual_pauses"
    text = t(key, n=found.pauses, date=month_in_words(found.dates["p50"], t))
    span = t("when.seven_in_ten", span=_span(t, found.dates["p10"], found.dates["p90"]))
    return [line("  ", *facts(t, text, span), hanging_indent=4)]


def _what_if(result: WhenResult, t: "Texts") -> list[Line]:
    other = result.what_if
    if not other:
        return []
    text = t(
        "when.what_if",
        pace=a_week(t, other.minutes_per_week),
        date=rough_date(other.date, 7 * other.study_weeks, t),
    )
    return [line("  ", (text, "key"), t("common.between"), _weeks(t, other.study_weeks))]


def _by(result: WhenResult, t: "Texts") -> list[Line]:
    if not result.by or result.needed_minutes_per_week is None:
        return []
    needed = a_week(t, result.needed_minutes_per_week)
    text = t("when.done_by", date=date_in_words(result.by, t), needed=needed)
    beside = t.of("when.beside", result.basis, pace=a_week(t, result.pace.minutes_per_week))
    lines = [line("  ", (text, "key"), t("common.between"), beside, hanging_indent=4)]
    if result.leave_out:
        lines.append(line("  ", t("when.leave_out")))
    for part in result.leave_out:
        facts_ = f"{t('common.between')}{hours(t, part.minutes)}"
        lines.append(line("    ", (part.id, "id"), f"  {part.title}", facts_, hanging_indent=6))
    return lines


def _why(result: WhenResult, t: "Texts") -> list[Line]:
    pace, estimate = result.pace, result.estimate
    since = date_in_words(pace.since, t) if pace.since else "-"
    rows = [
        t("when.why.left", time=minutes(t, result.left_minutes)),
        t("when.why.pace", pace=a_week(t, pace.minutes_per_week)),
        t.of("when.why.basis", result.basis),
        t("when.why.record", weeks=pace.study_weeks, since=since),
        t("when.why.away", n=result.away_days) if result.away_days else "",
    ]
    if estimate:
        weeks = estimate.study_weeks
        rows.append(t("when.four_in_five", span=_range(estimate, "p10", "p90", t)))
        rows.append(t("when.why.range", low=weeks["p10"], middle=weeks["p50"], high=weeks["p90"]))
    rows.append(t("when.why.others"))
    said = [line("  ", (row, "dim"), hanging_indent=4) for row in rows if row]
    return [*_with_pauses(result, t), *said]


def _checks(result: WhenResult, screen: Screen, t: "Texts") -> list[Line]:
    checks = result.checks or []
    if not checks:
        return [line("  ", t("when.no_checks"), hanging_indent=2)]
    lines = []
    for row in checks:
        mark = sign(screen, "done" if row.held else "open")
        said = t("when.said", date=date_in_words(row.date, t))
        span = t("when.weeks_span", low=row.earliest_weeks, high=row.latest_weeks)
        took = t("when.took_weeks", took=row.took_weeks, span=span)
        day = f" {date_in_words(row.day, t)}  "
        lines.append(line("  ", mark, day, *facts(t, said, took), hanging_indent=4))
    held = sum(row.held for row in checks)
    return [*lines, line("  ", t("when.held", held=held, n=len(checks)))]

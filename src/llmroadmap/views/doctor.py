"""doctor: a line for each thing looked at, and what would mend what is wrong."""

from typing import TYPE_CHECKING

from llmroadmap.results.doctor import DoctorResult
from llmroadmap.terminal.screen import Line, Screen, line, pad
from llmroadmap.views.error import hint, message
from llmroadmap.views.error_details import size
from llmroadmap.views.words import day_in_words, moment_in_words, widest

if TYPE_CHECKING:
    from llmroadmap.locales import Texts
    from llmroadmap.results.check_result import Finding

# A sign for each state, so that colour is never the only one; the second is for plain ASCII.
_ORDER = {"wrong": 0, "mended": 1, "note": 2}
SIGNS = {"ok": ("✓", "+"), "note": ("•", "*"), "wrong": ("✗", "x"), "mended": ("✓", "+")}
STYLES = {"ok": "done", "note": "warning", "wrong": "error", "mended": "done"}


def show(result: DoctorResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what was found, then how many things are wrong."""
    if result.links is not None:
        from llmroadmap.views._links import link_lines  # only for --links

        return link_lines(result.links, screen, t)
    states = widest([t.of("doctor.states", state) for state in SIGNS])
    labels = widest([t.of("doctor.checks", f.check) for f in result.findings])
    lines = []
    # What is wrong is read first, what could be better next.
    for finding in sorted(result.findings, key=lambda each: _ORDER.get(each.state, 3)):
        sign = SIGNS[finding.state][0 if screen.is_unicode else 1]
        state = f"{sign} {pad(t.of('doctor.states', finding.state), states)}"
        label = pad(t.of("doctor.checks", finding.check), labels)
        lines.append(
            line(
                (state, STYLES[finding.state]), f"  {label}  ", found(finding, t), hanging_indent=4
            )
        )
        lines += [
            line("    ", (advice, "dim"), hanging_indent=4) for advice in advice_lines(finding, t)
        ]
    if result.mended:
        lines.append(line((t("doctor.mended", n=result.mended), "done")))
    if result.wrong:
        return [*lines, line((t("doctor.wrong", n=result.wrong), "error"))]
    notes = sum(finding.state == "note" for finding in result.findings)
    verdict = t("doctor.all_well")
    if notes:
        verdict = f"{verdict}{t.language.sentence_separator}{t('doctor.notes', n=notes)}"
    return lines if result.mended and not notes else [*lines, line((verdict, "done"))]


def found(finding: "Finding", t: "Texts") -> str:
    """Return what was found, in words."""
    if finding.error is not None:
        return message(finding.error, t)
    facts: dict[str, str | int] = dict(finding.facts)
    if isinstance(facts.get("bytes"), int):
        facts["size"] = size(int(facts["bytes"]))
    for name in ("ids", "names", "versions"):
        if name in facts:
            facts[name] = str(facts[name]).replace(", ", t.language.list_separator)
    if "day" in facts:
        facts["day"] = day_in_words(str(facts["day"]), t)
    if "at" in facts:
        facts["at"] = moment_in_words(str(facts["at"]), t)
    return t.of("doctor.findings", finding.code, **facts)


def advice_lines(finding: "Finding", t: "Texts") -> list[str]:
    """Return what would mend it, nothing where nothing needs to be."""
    advice = t.maybe("doctor.advice", finding.code, **finding.facts)
    if finding.error is not None:
        advice = hint(finding.error, t)
    return [text for text in (advice, t("doctor.mendable") if finding.mendable else "") if text]

"""check: each problem with its place, what is wrong and what to do about it."""

from typing import TYPE_CHECKING

from llmroadmap.results.check import CheckResult, Finding
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views.error_details import finding_words
from llmroadmap.views.words import separator

if TYPE_CHECKING:
    from llmroadmap.locales import Texts


def show(result: CheckResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return two lines for each problem, how many there are, and what came of the links."""
    lines = _problems(result, screen, t)
    if result.links is not None:
        from llmroadmap.views._links import link_lines  # only for --links

        lines += link_lines(result.links, screen, t)
    return lines


def _problems(result: CheckResult, screen: Screen, t: "Texts") -> list[Line]:
    findings = sorted([*result.errors, *result.warnings], key=lambda f: (f.line, f.column))
    lines: list[Line] = []
    for finding in findings:
        lines += _lines(result.path, finding, t)
    if not findings:
        return [
            line(
                ("✓ " if screen.is_unicode else "", "done"),
                t("check.good", path=result.path),
            )
        ]
    counts = separator(
        t,
        t("check.errors", n=len(result.errors)) if result.errors else "",
        t("check.warnings", n=len(result.warnings)) if result.warnings else "",
    )
    return [*lines, line((counts, "error" if result.errors else "warning"))]


def _lines(path: str, finding: Finding, t: "Texts") -> list[Line]:
    message, hint = finding_words(finding.code, finding.facts, t)
    location = f"{path}:{finding.line}:{finding.column}" if finding.line else path
    style = "error" if finding.severity == "error" else "warning"
    severity = t.of("check.severities", finding.severity)
    lines = [line((location, "id"), "  ", (severity, style), "  ", message, hanging_indent=4)]
    return [*lines, line("    ", (hint, "dim"), hanging_indent=4)] if hint else lines

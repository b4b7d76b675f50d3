"""sync: what came from which machine, what went, and what was left alone."""

import os
from typing import TYPE_CHECKING, cast

from llmroadmap.results.sync import PlanCopied, SyncResult
from llmroadmap.terminal.screen import Line, Screen, line
from llmroadmap.views.words import standing, to_type

if TYPE_CHECKING:
    from llmroadmap.locales import Texts
    from llmroadmap.views.words import Counted


def show(result: SyncResult, screen: Screen, t: "Texts") -> list[Line]:
    """Return what was exchanged, where things stand now, and what to do on the other machine."""
    if result.is_off:
        again = f"llmroadmap sync {result.folder}"
        lines = [line(t("sync.off", folder=result.folder), hanging_indent=2)]
        return [*lines, to_type(t("sync.on_again"), again, 0)] if result.folder else lines
    lines = []
    if result.attributes:
        lines.append(line((t("sync.driver", path=result.attributes), "done"), hanging_indent=2))
    if result.folder:
        lines += _exchanged(result, screen, t)
    return lines


def _exchanged(result: SyncResult, screen: Screen, t: "Texts") -> list[Line]:
    parts = [t("sync.from", n=each.events, device=each.device) for each in result.received]
    if result.written:
        parts.append(t("sync.yours", n=result.written))
    head = t("sync.done", folder=result.folder) + t("common.colon")
    said = t.language.list_separator.join(parts) or t("sync.same")
    lines = [line((head, "done"), said, hanging_indent=2)]
    lines += [line(row, hanging_indent=2) for row in _details(result, t)]
    if result.done is not None:
        lines.append(line(*standing(screen, t, cast("Counted", result), 0)))
    if result.is_new and not result.plans:
        lines.append(to_type(t("sync.stay"), "llmroadmap sync --plans", 0))
    if result.is_new and not result.received:
        lines.append(to_type(t("sync.elsewhere"), f"llmroadmap sync {result.folder}", 0))
    return lines


def _details(result: SyncResult, t: "Texts") -> list[str]:
    rows = []
    if result.copies:
        names = t.language.list_separator.join(map(os.path.basename, result.copies))
        rows.append(t("sync.copies", paths=names))
    if result.contested:
        rows.append(t("sync.contested", n=len(result.contested)))
    for each in result.skipped:
        why = t.maybe("sync.reason", each.reason) or t("sync.reason.other")
        rows.append(t("sync.skipped", path=each.path, why=why))
    rows += [_plan(plan, t) for plan in result.plans if plan.state != "same"]
    if result.git is not None:
        rows.append(_git(result.git.pulled, result.git.pushed, t))
    return rows


def _plan(plan: PlanCopied, t: "Texts") -> str:
    name = plan.id or t("sync.settings")
    if plan.state != "differs":
        return t.of("sync.plans", plan.state, name=name)
    state = "differs-there" if plan.id and plan.newer == "there" else "differs-here"
    command = f"llmroadmap update {plan.id} {plan.path}"
    return t.of("sync.plans", state, name=name, path=plan.path, command=command)


def _git(pulled: int | None, pushed: int | None, t: "Texts") -> str:
    if pulled is None or pushed is None:
        return t("sync.git_alone")
    return t("sync.git", pulled=t("sync.commits", n=pulled), pushed=t("sync.commits", n=pushed))

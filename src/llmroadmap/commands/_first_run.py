"""What somebody is asked who runs the program for the first time; Enter skips every question.

The answers are the settings `hours` and `languages`, and muted courses: `config` and `mute` show and
change them later. Whoever was asked is not asked again.
"""

import re
from unicodedata import normalize

from llmroadmap.core.errors import InvalidOption
from llmroadmap.core.lookup.errors import UnclearItem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.progress.progress import Progress
from llmroadmap.locales import LANGUAGES, texts, words_of
from llmroadmap.prompts import Prompts
from llmroadmap.results.summaries import item_ref
from llmroadmap.storage.settings_file import read_given, read_settings, write_setting
from llmroadmap.storage.workspace import Workspace

_LARGE = 10  # steps from which on leaving a course out is worth a question
_MOST = 9


def asked(workspace: Workspace, prompts: Prompts) -> Workspace:
    """Ask the questions that were not asked yet; return a workspace in which the answers hold."""
    path = workspace.locations.settings
    given = read_given(path)
    if "hours" in given or "languages" in given:
        return workspace
    hours = _hours(workspace, prompts)
    if hours is None:  # nobody is there
        return workspace
    languages = _languages(workspace, prompts)
    known = _known(workspace, prompts)
    write_setting(path, "hours", hours)
    write_setting(path, "languages", languages)
    return _with(workspace, known)


def _with(workspace: Workspace, known: list[str]) -> Workspace:
    fresh = Workspace(
        workspace.locations,
        read_settings(workspace.locations.settings),
        workspace.lang,
        workspace.now,
        workspace.choice,
        workspace.on_wait,
        workspace.environ,
    )
    if known:
        from llmroadmap.commands._own_changes import OwnChange, make  # only where some are known

        values = [(("mute", each), True) for each in known]
        make(fresh, OwnChange(did="mute", ids=known, values=[*values]))
    return fresh


def _hours(workspace: Workspace, prompts: Prompts) -> int | None:
    """Return the hours a week, 0 for no target, None where nobody is there to say."""
    again = False
    while True:
        answer = prompts.ask("hours-again" if again else "hours")
        if not answer:
            return 0 if answer is not None else None
        try:
            return max(round(_hours_in(answer)), 1)
        except InvalidOption:
            again = True


def _hours_in(answer: str) -> float:
    from llmroadmap.core.values import parse_rate
    from llmroadmap.declaration import Duration

    try:
        return parse_rate("hours", answer, "week", 168)
    except InvalidOption:
        return Duration().parse(answer) / 60


def _languages(workspace: Workspace, prompts: Prompts) -> str:
    """Return the languages to keep to, "" for all; asked only where some material is in others."""
    counts = _foreign(workspace)
    if not counts:
        return ""
    lang, count = max(counts.items(), key=lambda each: each[1])
    name = texts(workspace.lang).of("prompts.language", lang)
    answer = prompts.ask("leave-language", is_yes_or_no=True, n=count, language=name)
    agrees = normalize("NFKC", answer or "").strip().casefold() in words_of("yes")
    return ",".join(each for each in LANGUAGES if each not in counts) if agrees else ""


def _foreign(workspace: Workspace) -> dict[str, int]:
    """Return how many counted steps have material in one other language only, by that language."""
    roadmap, counts = workspace.roadmap, dict[str, int]()
    for node in range(len(roadmap)):
        if not roadmap.is_step(node) or roadmap.is_optional(node):
            continue
        found = {link.get("lang", "") for link in roadmap.linked(node, workspace.lang)[1]}
        if len(found) == 1 and (lang := found.pop().partition("-")[0]) not in ("", workspace.lang):
            counts[lang] = counts.get(lang, 0) + 1
    return {lang: n for lang, n in counts.items() if lang in LANGUAGES}


def _known(workspace: Workspace, prompts: Prompts) -> list[str]:
    """Return the ids of courses that are known already."""
    progress, lang = workspace.progress, workspace.lang
    nodes = _may_be_known(progress)
    if not nodes:
        return []
    named = [item_ref(progress, node, lang) for node in nodes]
    t = texts(lang)
    rows = [
        (ref.id, f"{ref.title} · {t('common.steps', n=progress.left(node))}")
        for ref, node in zip(named, nodes, strict=True)
    ]
    found: list[str] = []
    answer = prompts.ask("known", rows)
    for word in re.split(r"[\s,，、;；]+", normalize("NFKC", answer or "").strip()):
        if word.isdecimal() and 0 < int(word[:3]) <= len(named):
            found.append(named[int(word[:3]) - 1].id)
        elif word:
            node = _named(workspace, word)
            found += [] if node is None else [workspace.roadmap.id_of(node)]
    return list(dict.fromkeys(found))


def _may_be_known(progress: Progress) -> list[int]:
    """Return the large courses, but for the first one."""
    roadmap = progress.roadmap
    courses = [node for stage in roadmap.stages() for node in roadmap.children(stage)]
    return [node for node in courses[1:] if progress.left(node) >= _LARGE][:_MOST]


def _named(workspace: Workspace, word: str) -> int | None:
    def nobody(error: UnclearItem) -> int:
        raise error

    try:
        return find_item(workspace, word, nobody, to_change=True)
    except UnclearItem:
        return None

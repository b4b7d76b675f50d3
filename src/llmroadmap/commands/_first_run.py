"""What somebody is asked who runs the program for the first time; Enter skips every question.

The answers are the settings `hours` and `languages`, and muted courses: `config` and `mute` show and
change them later. Whoever was asked is not asked again.
"""

import re
from unicodedata import normalize

from llmroadmap.core.lookup.errors import UnclearItem
from llmroadmap.core.lookup.resolve import find_item
from llmroadmap.core.progress.progress import Progress
from llmroadmap.locales import LANGUAGES, texts, words_of
from llmroadmap.prompts import Prompts
from llmroadmap.results.summaries import ItemRef, item_ref
from llmroadmap.storage.errors import InvalidSetting
from llmroadmap.storage.settings_file import checked, read_given, read_settings, write_setting
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


def _hours(workspace: Workspace, prompts: Prompts) -> float | None:
    """Return the hours a week, 0 for no target, None where nobody is there to say."""
    answer = prompts.ask("hours")
    while answer and _plain(answer) not in words_of("no"):
        try:
            return float(checked("hours", answer))
        except InvalidSetting:
            answer = prompts.ask("hours-again", answer=answer)
    return None if answer is None else 0


def _languages(workspace: Workspace, prompts: Prompts) -> str:
    """Return the languages to keep to, "" for all; asked only where some material is in others."""
    counts = _foreign(workspace)
    if not counts:
        return ""
    lang, count = max(counts.items(), key=lambda each: each[1])
    name = texts(workspace.lang).of("prompts.language", lang)
    answer = _plain(prompts.ask("leave-language", is_yes_or_no=True, n=count, language=name))
    while answer and answer not in (*words_of("yes"), *words_of("no")):
        answer = _plain(prompts.ask("yes-or-no", is_yes_or_no=True))
    agrees = answer in words_of("yes")
    return ",".join(each for each in LANGUAGES if each not in counts) if agrees else ""


def _plain(answer: str | None) -> str:
    """Return an answer in half-width small letters; "" where nothing was said."""
    return normalize("NFKC", answer or "").strip().casefold()


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
    answer = _plain(prompts.ask("known", rows))
    while answer and answer not in words_of("no"):
        found = {word: _course(workspace, named, word) for word in _separate(answer)}
        unknown = [word for word, course in found.items() if not course]
        if not unknown:
            return list(dict.fromkeys(found.values()))
        answer = _plain(prompts.ask("known-again", words=t.language.list_separator.join(unknown)))
    return []


def _separate(answer: str) -> list[str]:
    return [word for word in re.split(r"[\s,、;]+", answer) if word]


def _course(workspace: Workspace, named: list[ItemRef], word: str) -> str:
    """Return the id of what `word` is the number or the name of, "" for nothing."""
    if word.isdecimal():
        number = int(word[:3])
        return named[number - 1].id if 0 < number <= len(named) else ""
    node = _named(workspace, word)
    return "" if node is None else workspace.roadmap.id_of(node)


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

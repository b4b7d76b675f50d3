"""Every text that is asked for is there, in every language, and every one there is asked for."""

import ast
import errno
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import llmroadmap
from every_error import ERRORS
from llmroadmap.commands import COMMANDS, declaration
from llmroadmap.locales import BASE, LANGUAGES, language, texts
from texts_of import texts_of, topics

SOURCE = Path(llmroadmap.__file__).parent
TEXTS = texts_of(BASE)
# Groups that are asked for by the code of an error, with `first`.
COMPOSED = {f"{each.topic}.{kind}" for each in ERRORS for kind in ("message", "hint")} | {
    f"{name}.fields" for name in COMMANDS
}


def in_examples(name: str) -> list[str]:
    """The words in the examples of a command that each language says in its own way."""
    return re.findall(r"\{(.*?)\}", " ".join(declaration(name).command.examples))


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not re.fullmatch(r"locales/\w+/.*", name):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def constants(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be: of `"a" if x else "b"` both."""
    if isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def is_texts(node: ast.expr) -> bool:
    """Tell whether it is `t`, `self.t`, `self.texts` or `texts(…)`."""
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", "") == "texts"
    return ast.unparse(node) in ("t", "self.t", "self.texts")


def asked() -> Iterator[tuple[str, str, str]]:
    """Where a text or a group is asked for, which of the two, and its key."""
    for name, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            kind = ""
            if is_texts(node.func):
                kind = "text"
            elif isinstance(node.func, ast.Attribute) and is_texts(node.func.value):
                kind = {"of": "group", "maybe": "group"}.get(node.func.attr, "")
            for key in constants(node.args[0]) if kind else ():
                yield f"{name}:{node.lineno}", kind, key


ASKED = list(asked())


def test_no_key_is_misspelt() -> None:
    assert len(ASKED) > 300
    for place, kind, key in ASKED:
        known = key in TEXTS or (kind == "group" and any(k.startswith(f"{key}.") for k in TEXTS))
        assert known, f"{place}: locales/{BASE} has no {kind} {key}"


def written() -> set[str]:
    """Every text that stands in the source, and the words of those in capitals (metavars)."""
    found = {
        node.value
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return found | {word for text in found for word in re.findall("[A-Z]+", text)}


def test_no_text_is_left_that_nothing_asks_for() -> None:
    groups = {key for _, kind, key in ASKED if kind == "group"}
    known = (
        written()
        | {f"{name}.help" for name in COMMANDS}
        | set(errno.errorcode.values())
        | {words for name in COMMANDS for words in in_examples(name)}
        | {str(number) for number in range(1, 13)}
    )
    for key in TEXTS:
        inside = [group for group in groups | COMPOSED | {"options"} if key.startswith(f"{group}.")]
        name = key.removeprefix(max(inside, key=len, default="")).removeprefix(".")
        command, _, option = key.partition(".option.")
        name = re.sub(r"\.hint(-closest)?$", "", name) if key.startswith("problems.") else name
        assert key in known or name in known or f"{command}.{option}" in known, key


def fields(text: object) -> set[str]:
    forms = text if isinstance(text, tuple) else (text,)
    return {name or "" for form in forms for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != BASE])
def test_a_language_has_no_text_that_english_lacks(lang: str) -> None:
    own = texts_of(lang)
    assert set(topics(lang)) <= set(topics(BASE))
    assert set(own) <= set(TEXTS), sorted(set(own) - set(TEXTS))
    for key, text in own.items():
        # What a date may also be made of.
        more = {"number"} if key in ("dates.date", "dates.plain", "dates.month_of") else set()
        assert fields(text) <= fields(TEXTS[key]) | more, key
    assert language(lang).code == lang
    chain = [lang]
    while (behind := language(chain[-1]).fallback) and behind not in chain:
        chain.append(behind)
    assert chain[-1] == BASE


def test_chinese_lacks_none() -> None:
    missing = sorted(set(TEXTS) - set(texts_of("zh")))
    assert not missing, f"locales/zh lacks {missing}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_form_of_the_plural_is_there(lang: str) -> None:
    forms = {language(lang).plural(n) for n in range(200)}
    for key, text in texts_of(lang).items():
        if isinstance(text, tuple):
            assert len(text) == len(forms), key
            for n in (0, 1, 2, 11):
                assert str(n) in texts(lang)(key, n=n) or "{" not in "".join(text), key


def test_no_room_asks_which_language_it_is() -> None:
    codes = "|".join(LANGUAGES)
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Compare):
                for side in (node.left, *node.comparators):
                    is_code = isinstance(side, ast.Constant) and re.fullmatch(
                        codes, str(side.value)
                    )
                    assert not is_code, f"{name}:{node.lineno} asks for a language"

"""What people write for done, open, under way and cancelled: boxes, signs, words.

A state is "done", "open", "started", "skipped", or "" where nothing is said.
"""

import re

DONE, OPEN, STARTED, SKIPPED = "done", "open", "started", "skipped"

# Obsidian's and others' marks: a step all the same, neither ticked nor plainly open.
_OTHER_MARKS = "/->?!~*<+i"
_STATE_OF_MARK = {"/": STARTED, "-": SKIPPED}
# The second pair is Cyrillic.
_DONE_MARKS = "xXхХ✓✔✅☑vV"
_BOX = re.compile(
    rf"\[[ \t\u00a0\u3000]*([{_DONE_MARKS}{re.escape(_OTHER_MARKS)}]?)\ufe0f?[ \t\u00a0\u3000]*\]"
    r"(?![(\[:])(?=\s|$|[^\sA-Za-z0-9]|(?<=[ \[\u3000\u00a0]\])\S)"
)
_DONE_SIGNS, _OPEN_SIGNS = "✅☑🗹✔✓🟩", "☐⬜🔲⬚◻▢□❌✗✘🟥"
# ❌ also says what is wrong or missing; an empty square says nothing but "not yet".
_EMPTY = "☐⬜🔲⬚◻▢□"
_STARTED_SIGNS, _SKIPPED_SIGNS = "⏳🔄🚧🟨", "⏭➖🚫"
_SIGN = {
    **dict.fromkeys(_DONE_SIGNS, DONE),
    **dict.fromkeys(_OPEN_SIGNS, OPEN),
    **dict.fromkeys(_STARTED_SIGNS, STARTED),
    **dict.fromkeys(_SKIPPED_SIGNS, SKIPPED),
}
_FIRST_SIGN = re.compile(rf"([{''.join(_SIGN)}])\ufe0f?(?=\s|$|[^\s\w])")
_GLUED_SIGN = re.compile(rf"([{_EMPTY}☑🗹✅✔✓])\ufe0f?(?=\S)")
_LAST_SIGN = re.compile(rf"\s*([{''.join(_SIGN)}])\ufe0f?\s*$")
# Logseq and Org write the state in capitals before the task.
_KEYWORDS = {
    "TODO": OPEN, "LATER": OPEN, "WAITING": OPEN, "DONE": DONE,
    "DOING": STARTED, "NOW": STARTED, "CANCELED": SKIPPED, "CANCELLED": SKIPPED,
}  # fmt: skip
_KEYWORD = re.compile(rf"({'|'.join(_KEYWORDS)})\s+(?=\S)")
_WORDS = {
    DONE: "done|complete|completed|finished|x|已完成|完成|完了|済|학습완료|완료|hecho|completado|completada|"
    "terminado|fertig|erledigt|fait|terminé|concluído|feito|готово|сделано|выполнено|пройдено",
    OPEN: "todo|to do|open|not started|pending|no|not yet|未开始|未完成|待学|待办|待学习|未着手|미완료|"
    "pendiente|offen|à faire|pendente|не начато|нет",
    STARTED: "in progress|doing|wip|started|ongoing|进行中|学习中|在学|進行中|진행중|진행 중|en curso|en progreso|"
    "in arbeit|en cours|em andamento|в процессе",
    SKIPPED: "skipped|skip|cancelled|canceled|dropped|跳过|已跳过|放弃|omitido|übersprungen|пропущено",
}
_STATE_OF_WORD = {word: state for state, words in _WORDS.items() for word in words.split("|")}
_STATUS_HEAD = re.compile(
    r"(?:my )?(?:status|state|done\??|progress|completed?\??|finished\??|tick|check(?:ed)?|studied|✅|✔|☑|"
    r"状态|状況|進捗|进度|进展|完成(?:情况|状态|与否|了吗)?[?？]?|是否完成|已完成|打卡|已学|掌握|완료|상태|진도|"
    r"estado|hecho|completado|progreso|erledigt|fertig|stand|fait|statut|état|feito|concluído|"
    r"статус|готово|сделано)",
    re.IGNORECASE,
)


def take_box(text: str) -> tuple[str, str, str]:
    """Return what the box at the start of `text` says (a state or nothing), its mark, the rest.

    The mark is a sign in the box that some programs give a meaning, or a sign without a box.
    """
    found = _BOX.match(text)
    if found:
        mark = found[1]
        state = DONE if mark and mark in _DONE_MARKS else _STATE_OF_MARK.get(mark, OPEN)
        unknown = mark in _OTHER_MARKS and mark not in _STATE_OF_MARK
        return state, mark if unknown else "", text[found.end() :].lstrip()
    keyword = _KEYWORD.match(text)
    if keyword:
        return _KEYWORDS[keyword[1]], "", text[keyword.end() :]
    sign = _FIRST_SIGN.match(text) or _GLUED_SIGN.match(text)
    if sign:
        return "", sign[1], text[sign.end() :].lstrip()
    return "", "", text


def take_last_sign(text: str) -> tuple[str, str]:
    """Return the sign at the end of a title, and the title without it."""
    found = _LAST_SIGN.search(text[-8:])
    if not found or len(found[0]) == len(text):
        return "", text
    return found[1], text[: len(text) - len(found[0])].rstrip()


def state_of_sign(sign: str) -> str:
    """Return the state that a sign stands for where signs are used as boxes."""
    return _SIGN.get(sign, "")


def is_empty_sign(sign: str) -> bool:
    """Tell whether a sign is one that stands for an open step and nothing else."""
    return bool(sign) and sign in _EMPTY


def state_of_cell(text: str) -> str:
    """Return the state that a whole text says, with a sign or a word."""
    bare = text.replace("\ufe0f", "").strip(" .()（）[]")
    if bare in _SIGN:
        return _SIGN[bare]
    sign, words = take_last_sign(bare)
    first = _FIRST_SIGN.match(bare)
    if first:
        sign, words = first[1], bare[first.end() :]
    state = _STATE_OF_WORD.get(words.strip().casefold(), "")
    return state if not sign or _SIGN[sign] in {state, OPEN, DONE} else ""


def is_status_head(head: str) -> bool:
    """Tell whether a column of this name says how far one is."""
    return bool(_STATUS_HEAD.fullmatch(head.replace("\ufe0f", "").strip(" :：*")))

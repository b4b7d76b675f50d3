"""Roadmap files with a mistake in each: its code, line and column. At least one for every code."""


def group(field: str) -> str:
    return f"- {{id: a, title: A, {field}, items: [{{id: 1, title: B}}]}}"


def retired(entries: str) -> str:
    return f"{HEAD}retired: {entries}\nstages: [{{id: s, title: S, items: [{{id: a, title: A, was: [x]}}]}}]"


def file_of(text: str | bytes) -> bytes:
    """The whole file of a mistake: some are only items of a stage."""
    if isinstance(text, str):
        text = (ITEMS + text if text.startswith("- {") else text).encode()
    return text


HEAD = "format: 1\nid: t\ntitle: T\n"
# Items of one stage; the first stands on line 8, column 5.
ITEMS = HEAD + "stages:\n- id: s1\n  title: S\n  items:\n  "

BILINGUAL = """\
- {id: a, title: {en: A, zh: B}}
  - {id: b, title: {en: C, zh: D}}
  - {id: c, title: {en: E}}
"""
COPIED = """\
- {id: a, title: A, links: [{url: http://x}]}
  - {id: b, title: B, links: [{url: http://x}]}
  - {id: c, title: C}
"""

MISTAKES = [
    # the file itself
    ("", "yaml-empty", 1, 1),
    ("- format: 1\n", "expected-mapping", 1, 1),
    ("format: 2\nsections: []\n", "format-newer", 1, 1),
    (HEAD.replace("1", "one") + "stages: [{id: s, title: S}]", "format-unknown", 1, 1),
    (HEAD + "stages: []", "empty", 4, 1),
    (HEAD + "stages: {id: s}", "expected-list", 4, 1),
    (HEAD + "stagse: []", "unknown-key", 4, 1),
    (HEAD + "stages: [one]", "expected-mapping", 4, 10),
    (HEAD.replace("id: t", "id: nul") + "stages: [{id: s, title: S}]", "id-reserved", 2, 1),
    (HEAD + "minutes: {vidoe: 5}\nstages: [{id: s, title: S}]", "unknown-kind", 4, 11),
    (HEAD + "minutes: {video: 0}\nstages: [{id: s, title: S}]", "minutes-invalid", 4, 11),
    (HEAD + "tips: [{xx-: x}]\nstages: [{id: s, title: S}]", "language-invalid", 4, 9),
    (HEAD + "retired: [{id: A, title: S}]\nstages: [{id: s, title: S}]", "full-id-invalid", 4, 12),
    # items
    ("- {id: a}", "missing-key", 8, 5),
    ("- {title: A}", "missing-key", 8, 5),
    ("- {id: A, title: A}", "id-invalid", 8, 6),
    ("- {id: a.b, title: A}", "id-invalid", 8, 6),
    ("- {id: a, title: ''}", "text-empty", 8, 13),
    ("- {id: a, title: {}}", "empty", 8, 13),
    ("- {id: a, title: [A]}", "expected-text", 8, 13),
    ("- {id: a, title: {en: A, English: B}}", "language-invalid", 8, 28),
    (f"- {{id: a, title: {'x' * 501}}}", "too-long", 8, 13),
    ("- {id: a, title: A, itmes: []}", "unknown-key", 8, 23),
    ("- {id: a, title: A, goals: []}", "misplaced-key", 8, 23),
    ("- {id: a, title: A, url: x}", "misplaced-key", 8, 23),
    ("- {id: a, title: A, kind: vidoe}", "unknown-kind", 8, 23),
    ("- {id: a, title: A, kind: [video]}", "unknown-kind", 8, 23),
    ("- {id: a, title: A, repeat: monthly}", "unknown-repeat", 8, 23),
    ("- {id: a, title: A, order: any, items: [{id: 1, title: B}]}", "unknown-order", 8, 23),
    ("- {id: a, title: A, minutes: 1.5}", "minutes-invalid", 8, 23),
    ("- {id: a, title: A, minutes: 99999}", "minutes-invalid", 8, 23),
    ("- {id: a, title: A, minutes: '010'}", "minutes-invalid", 8, 23),
    ("- {id: a, title: A, minutes: ٣}", "minutes-invalid", 8, 23),
    ("- {id: a, title: A, optional: yes}", "flag-invalid", 8, 23),
    ("- {id: a, title: A, needs: b}", "expected-list", 8, 23),
    ("- {id: a, title: A, needs: [B.1]}", "full-id-invalid", 8, 31),
    ("- {id: a, title: A, was: [a..b]}", "full-id-invalid", 8, 29),
    ("- {id: a, title: A, links: [https://x]}", "expected-mapping", 8, 31),
    ("- {id: a, title: A, links: [{title: x}]}", "missing-key", 8, 31),
    ("- {id: a, title: A, links: [{url: x.md}]}", "address-scheme", 8, 32),
    ("- {id: a, title: A, links: [{url: 'https://a b'}]}", "address-invalid", 8, 32),
    ("- {id: a, title: A, links: [{url: 'https://ok@evil'}]}", "address-invalid", 8, 32),
    ("- {id: a, title: A, links: [{url: https://x, lang: zh_CN}]}", "language-invalid", 8, 48),
    ("- {id: a, title: A, links: [{url: https://x, kind: film}]}", "unknown-kind", 8, 48),
    # how they belong together
    ("- {id: a, title: A}\n  - {id: a, title: B}", "duplicate-id", 9, 6),
    ("- {id: s1, title: A}", "duplicate-course-id", 8, 6),
    ("- {id: a, title: A, needs: [b]}", "need-unknown", 8, 31),
    ("- {id: a, title: A, needs: [s1]}", "need-ancestor", 8, 31),
    ("- {id: a, title: A, needs: [b]}\n  - {id: b, title: B}", "deadlock", 8, 31),
    ("- {id: a, title: A, items: []}", "group-empty", 8, 23),
    ("- {id: a, title: A, kind: habit}", "habit-without-repeat", 8, 23),
    ("- {id: a, title: A, was: [a]}", "was-in-use", 8, 29),
    # doubts
    ("- {id: a, title: A}\n  - {id: b, title: A}", "same-title", 9, 13),
    ("- {id: a, title: ' '}", "title-blank", 8, 13),
    ("- {id: a, title: A, kind: video}", "kind-without-minutes", 8, 23),
    # what is YAML, or is not
    (b"\xff\xfef\0", "yaml-utf16", 1, 1),
    (b"id: \xe9", "yaml-not-utf8", 1, 5),
    ("id: a\x07", "yaml-control-character", 1, 6),
    ("id:\n\t- a", "yaml-tab", 2, 1),
    ("id: [a\n", "yaml-unclosed-bracket", 1, 5),
    ("id: - a", "yaml-syntax", 1, 5),
    ("title: LLM: a plan", "yaml-colon", 1, 11),
    ("id: a\ntitle\n", "yaml-no-colon", 2, 1),
    ("id: 'a\ntitle: b", "yaml-unclosed-quote", 1, 5),
    ("id: a\nminutes:\n   video: 1\n  quiz: 2", "yaml-alignment", 4, 3),
    ("title: 'it's'", "yaml-after-value", 1, 12),
    ("title: @home", "yaml-first-character", 1, 8),
    ('title: "\\d"', "yaml-escape", 1, 9),
    (HEAD + "---\n" + HEAD, "yaml-documents", 4, 1),
    ("id: &a b", "yaml-anchor", 1, 5),
    ("id: *a", "yaml-alias", 1, 5),
    ("id: !!int 3", "yaml-tag", 1, 5),
    (HEAD + "id: u\n", "yaml-duplicate-key", 4, 1),
    ("? [id]\n: a", "yaml-key", 1, 3),
    ("[" * 65, "yaml-too-deep", 1, 65),
    # fields that mean nothing where they stand
    (group("minutes: 5"), "minutes-on-group", 8, 23),
    (group("recall: [{question: Q, answer: A}]"), "recall-on-group", 8, 23),
    (group("repeat: daily"), "repeat-on-group", 8, 23),
    (group("kind: habit"), "habit-on-group", 8, 23),
    ("- {id: a, title: A, order: parallel}", "order-on-step", 8, 23),
    ("- {id: a, title: A, repeat: daily, optional: true}", "optional-on-habit", 8, 38),
    (
        "- {id: a, title: A, repeat: daily, recall: [{question: Q, answer: A}]}",
        "recall-on-habit",
        8,
        38,
    ),
    (
        "- {id: a, title: A, repeat: daily, needs: [b]}\n  - {id: b, title: B}",
        "needs-on-habit",
        8,
        38,
    ),
    ("- {id: a, title: A, optional: true}", "stage-uncounted", 5, 3),
    (
        "- " + "{id: a, title: A, items: [" * 20 + "{id: b, title: B}" + "]}" * 20,
        "too-deep",
        8,
        525,
    ),
    # ids that name others
    ("- {id: a, title: A, needs: [a]}", "need-self", 8, 31),
    (group("needs: [a.1]"), "need-descendant", 8, 31),
    ("- {id: a, title: A, needs: [b]}\n  - {id: b, title: B, repeat: daily}", "need-habit", 8, 31),
    (
        "- {id: a, title: A, needs: [b]}\n  - {id: b, title: B, optional: true}",
        "need-uncounted",
        8,
        31,
    ),
    ("- {id: b, title: A}\n  - {id: a, title: B, needs: [b, b]}", "need-twice", 9, 34),
    ("- {id: a, title: A, needs: [b]}\n  - {id: b, title: B, needs: [a]}", "needs-cycle", 8, 31),
    ("- {id: a, title: A, was: [x, x]}", "was-twice", 8, 32),
    (retired("[{id: a, title: A}]"), "retired-in-use", 4, 12),
    (retired("[{id: x, title: A}]"), "retired-moved", 4, 12),
    (retired("[{id: y, title: A}, {id: y, title: A}]"), "retired-twice", 4, 31),
    # more doubts
    (f"- {{id: a, title: {'x' * 121}}}", "title-long", 8, 13),
    (
        "- {id: a, title: {en: A, zh: B}, recall: [{question: {en: Q}, answer: A}]}",
        "recall-translation",
        8,
        46,
    ),
    ("- {id: a, title: A, recall: [{question: Q}]}", "missing-key", 8, 32),
    ("- {id: a, title: A, recall: []}", "empty", 8, 23),
    ("- {id: a, title: A, recall: [{question: Q, answer: {en: ''}}]}", "text-empty", 8, 55),
    ("- {id: a, title: A, recall: [{q: Q}]}", "unknown-key", 8, 33),
    (
        "- {id: a, title: A, recall: [" + ", ".join(["{question: Q, answer: A}"] * 4) + "]}",
        "too-many",
        8,
        23,
    ),
    (BILINGUAL, "translation-missing", 10, 13),
    ("- {id: a, title: A, links: [{url: http://x}, {url: http://x}]}", "link-twice", 8, 48),
    (
        COPIED,
        "same-address",
        9,
        31,
    ),
    ("- {id: A, title: A}\n" + "  - {id: A, title: A}\n" * 600, "more-problems", 507, 6),
]

"""Org files: states, closing days, efforts, boxes, links; notes and code are left out."""

import pytest

from imported_plans import drawn
from llmroadmap.formats import PlanSource, format_of
from llmroadmap.formats.errors import PlanUnreadable
from llmroadmap.formats.imported_plan import ImportedPlan


def read(text: str, path: str = "guitar.org", *, force: bool = False) -> ImportedPlan:
    source = PlanSource(path=path, text=text, force=force)
    found = format_of(source)
    assert found.name == "org"
    return found.read(source)


def rows(plan: ImportedPlan) -> list[str]:
    """The title, then the tree as it is drawn below it."""
    title, *below = drawn(plan).split("\n")
    return [title, *(row.removeprefix("  ") for row in below)]


GUITAR = """\
#+TITLE: 吉他一年
#+TODO: TODO NEXT | DONE CANCELLED

Some words about it.

* 第一周 [1/3]                                  :basics:
** DONE [[https://e.org/1][调弦]]
   CLOSED: [2026-01-05 Mon 10:00]
** TODO [#A] Read /chapter/ one
   SCHEDULED: <2026-02-01 Sun>
   :PROPERTIES:
   :Effort:   1:30
   :END:
** CANCELLED Something else
* Week 2
      - [ ] Chords [[https://e.org/2]]
        + [X] Minor ones
      - [X] Scales (2h)
#+BEGIN_SRC python
* not a headline
#+END_SRC
* Ideas
** A note without a keyword
"""


def test_a_plan_with_states_days_and_efforts() -> None:
    assert rows(read(GUITAR)) == [
        "吉他一年",
        "第一周",
        "  调弦 [1 done 2026-01-05]",
        "  Read chapter one [90m]",
        "  Something else [skipped]",
        "Week 2",
        "  Chords [1]",
        "    Minor ones [done]",
        "  Scales [120m done]",
    ]


def test_what_is_left_out_has_the_lines_of_the_file() -> None:
    lines = GUITAR.split("\n")
    left_out = [line for left in read(GUITAR).left_out for line in left.lines]
    assert lines.index("** A note without a keyword") + 1 in left_out


def test_own_words_for_states() -> None:
    text = "#+TODO: OFFEN(o) | FERTIG(f)\n* Woche 1\n** FERTIG Stimmen\n** OFFEN Akkorde\n"
    assert "Stimmen [done]" in drawn(read(text, "-"))


def test_headlines_alone() -> None:
    text = "* Semana 1\n** [[https://e.org/1][Afinar]]\n** [[https://e.org/2][Acordes]]\n* Semana 2\n** [[https://e.org/3][Escalas]]\n"
    assert rows(read(text))[1:] == [
        "Semana 1", "  Afinar [1]", "  Acordes [1]", "Semana 2", "  Escalas [1]",
    ]  # fmt: skip


def test_deep_headlines() -> None:
    text = "".join(f"{'*' * n} TODO Level {n}\n" for n in range(1, 12))
    assert "Level 11" in drawn(read(text))


@pytest.mark.parametrize("text", ["", "* \n", "Just words.\n\nAnd more.\n"])
def test_what_has_no_steps_is_refused(text: str) -> None:
    with pytest.raises(PlanUnreadable):
        read(text)

"""A card for a README or a chat: how far somebody is, the last weeks, the stage, what is next."""

from html import escape
from typing import NamedTuple

from llmroadmap.exports import Material
from llmroadmap.exports.entries import on_a_line
from llmroadmap.exports.figures import Figures, figures
from llmroadmap.exports.pictures import FONTS, box, cut, width_of, words

WIDTH, HEIGHT = 480, 200
_SIDE, _WEEKS = 24, 16


class Colours(NamedTuple):
    """The colours of a card."""

    paper: str
    line: str
    ink: str
    soft: str
    main: str
    empty: str


LIGHT = Colours(
    paper="#ffffff", line="#d9dee6", ink="#1c2330", soft="#566070", main="#0b6bcb", empty="#e9edf2"
)
DARK = Colours(
    paper="#12161d", line="#333c4a", ink="#e8ecf2", soft="#a7b1c0", main="#6cb2ff", empty="#2b3442"
)


def write(material: Material) -> str:
    """Return the card as SVG."""
    shown, t = figures(material), material.t
    colours = DARK if material.choices.dark else LIGHT
    room = WIDTH - 2 * _SIDE
    title = _title(material)
    percent = t("common.percent", n=shown.whole.percent)
    count = t("export.page_of", done=shown.whole.done, n=shown.whole.total)
    label = f"{title}: {percent}, {count}"
    share = shown.whole.done / shown.whole.total if shown.whole.total else 0
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title" font-family="{FONTS}">'
        ),
        f'<title id="title">{escape(label)}</title>',
        (
            f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="10" '
            f'fill="{colours.paper}" stroke="{colours.line}"/>'
        ),
        words(_SIDE, 38, cut(title, 16, room, is_bold=True), 16, colours.ink, ' font-weight="600"'),
        # In one element the second part stands behind the first, however wide that comes out.
        (
            f'<text x="{_SIDE}" y="88" font-size="40" font-weight="700" fill="{colours.ink}">'
            f'{escape(percent)}<tspan dx="12" font-size="14" font-weight="400" fill="{colours.soft}">'
            f"{escape(count)}</tspan></text>"
        ),
        *_weeks(shown, colours),
        box(_SIDE, 104, room, 10, colours.empty, 5),
        *([box(_SIDE, 104, max(room * share, 10), 10, colours.main, 5)] if share else []),
        *_next(shown, material, colours, room),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _title(material: Material) -> str:
    if material.part is not None:
        return on_a_line(material.roadmap.item(material.part).title(material.lang))
    return on_a_line(material.roadmap.title(material.lang))


def _weeks(shown: Figures, colours: Colours) -> list[str]:
    """Return the last weeks as small bars, the newest at the right."""
    recent = shown.weeks[-_WEEKS:]
    top = max((week.minutes for week in recent), default=0)
    bars = []
    for place, week in enumerate(reversed(recent)):
        high = max(round(30 * week.minutes / top), 2) if top and week.minutes else 2
        fill = colours.main if week.minutes else colours.empty
        bars.append(box(WIDTH - _SIDE - 8 - 11 * place, 90 - high, 8, high, fill, 1.5))
    return bars if top else []


def _next(shown: Figures, material: Material, colours: Colours, room: float) -> list[str]:
    t, roadmap = material.t, material.roadmap
    if not shown.offers:
        return [words(_SIDE, 146, t("export.card_finished"), 14, colours.ink)]
    node = shown.offers[0].node
    stage = on_a_line(roadmap.item(roadmap.stage_of(node)).title(material.lang))
    title = on_a_line(roadmap.item(node).title(material.lang))
    rows = ((t("export.card_stage"), stage, 146), (t("export.card_next"), title, 172))
    found = []
    for label, text, y in rows:
        indent = max(width_of(each, 13) for each, _, _ in rows) + 14
        found.append(words(_SIDE, y, label, 13, colours.soft))
        found.append(words(_SIDE + indent, y, cut(text, 14, room - indent), 14, colours.ink))
    return found

"""A badge of less than a kilobyte: the roadmap's name, and how far somebody is."""

from html import escape

from llmroadmap.core.progress.overview import tally
from llmroadmap.exports import Material
from llmroadmap.exports.entries import on_a_line
from llmroadmap.exports.pictures import box, cut, width_of, words

_HEIGHT, _SIZE, _PAD = 20, 11, 7
_LONGEST = 160


def write(material: Material) -> str:
    """Return the badge as SVG."""
    label, message = label_and_message(material)
    label = cut(label, _SIZE, _LONGEST)
    left, right = (round(width_of(text, _SIZE)) + 2 * _PAD for text in (label, message))
    dark = material.choices.dark
    width = left + right
    return "".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_HEIGHT}" role="img" '
                f'aria-label="{escape(label)}: {escape(message)}">'
            ),
            f"<title>{escape(label)}: {escape(message)}</title>",
            "<g font-family=\"Verdana,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif\">",
            box(0, 0, width, _HEIGHT, "#0b57a4" if not dark else "#6cb2ff", 3),
            (
                f'<path d="M3 0h{left - 3}v{_HEIGHT}h-{left - 3}a3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3z" '
                f'fill="{"#e8ecf2" if dark else "#3c4450"}"/>'
            ),
            words(_PAD, 14, label, _SIZE, "#12161d" if dark else "#fff"),
            words(left + _PAD, 14, message, _SIZE, "#12161d" if dark else "#fff"),
            "</g></svg>\n",
        ]
    )


def label_and_message(material: Material) -> tuple[str, str]:
    """Return the two halves of a badge."""
    roadmap, whole = material.roadmap, tally(material.progress, material.part)
    if material.part is not None:
        label = on_a_line(roadmap.item(material.part).title(material.lang))
    else:
        label = roadmap.id.upper() if len(roadmap.id) <= 4 else roadmap.id
    percent = material.t("common.percent", n=whole.percent)
    return label, f"{percent} · {whole.done}/{whole.total}"

"""The card as a PNG, for chats that take no SVG: drawn by resvg, without a browser.

It is an extra (`llmroadmap[png]`): whoever writes no PNG does without its two megabytes.
"""

from llmroadmap.exports import Material, MissingLibrary
from llmroadmap.exports.card import write as write_card
from llmroadmap.exports.pictures import FONTS

PACKAGE = "resvg-py"
_ZOOM = 2  # pixels for a point of the card: sharp on a phone
# resvg knows no font of the system by another name, and draws nothing where it finds none of these.
_FONTS = (
    "'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',"
    "'WenQuanYi Micro Hei','Noto Sans','DejaVu Sans','Liberation Sans',Helvetica,Arial,sans-serif"
)


def write(material: Material) -> bytes:
    """Return the picture; raises MissingLibrary."""
    try:
        import resvg_py  # an extra, only for this
    except ImportError as error:
        raise MissingLibrary("png", PACKAGE) from error
    svg = write_card(material).replace(FONTS, _FONTS)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=_ZOOM))

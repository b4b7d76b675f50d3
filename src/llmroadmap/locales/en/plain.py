"""Words of plain mode."""

TEXTS = {
    "of": "{done} of {total}",
    "percent": "{n} percent",
    "has_proof": "has a link to its result",
    "folded": "folded",
}

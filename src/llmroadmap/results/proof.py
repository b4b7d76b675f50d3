"""What `proof` returns."""

from typing import NamedTuple


class ProofResult(NamedTuple):
    """The address, whether it is new, and all addresses kept for the item."""

    id: str
    title: str
    url: str
    added: bool
    proofs: list[str]

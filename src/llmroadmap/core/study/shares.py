"""Several plans at once: each is to have its share of the learner's time, the least served first."""

from collections.abc import Mapping, Sequence

# Time spent before these many days says nothing of how it is shared out now.
WINDOW = 28


def parse_shares(text: str) -> dict[str, int]:
    """Return the shares of a setting that has been checked: `llm 70, rust 30`."""
    pairs = (part.strip().rpartition(" ") for part in text.split(",") if part.strip())
    return {name.strip(): int(share) for name, _, share in pairs}


def least_served(shares: Mapping[str, int], minutes: Mapping[str, int]) -> Sequence[str]:
    """Return the plans by what they have had of their share, the least first.

    `minutes`: the time of each in the last WINDOW days. Of two that had the same, the one with the
    larger share comes first.
    """
    return sorted(shares, key=lambda each: (minutes.get(each, 0) / shares[each], -shares[each]))

"""Follow a study plan from the terminal: what is next, tick it, see how far you are."""

__version__ = "0.1.0"

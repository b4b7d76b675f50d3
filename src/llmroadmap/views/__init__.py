"""How results are shown: a view per command, and one for JSON."""

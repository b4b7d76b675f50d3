"""Two versions of a plan: which item became which, so that no tick goes astray."""

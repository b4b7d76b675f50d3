"""A roadmap in memory: the tree of stages, groups and steps."""

"""Checks of the learner's files and machine, and their repairs."""

"""The learner's own changes in YAML: read with line and column, written with comments kept."""

"""Our own format: roadmaps in YAML, read, validated and written."""

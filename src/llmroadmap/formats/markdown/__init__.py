"""Plans in Markdown: read as roadmaps, and roadmaps written as task lists."""

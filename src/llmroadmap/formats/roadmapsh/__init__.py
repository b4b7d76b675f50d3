"""Plans of roadmap.sh: drawings, content tables and trees, read as roadmaps."""

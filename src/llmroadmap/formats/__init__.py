"""Plans as text: each format is read into one kind of tree, and some are written from it."""

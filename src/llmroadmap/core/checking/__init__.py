"""What may be wrong with a roadmap beyond its shape, all of it at once."""

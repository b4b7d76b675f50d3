"""What the events of a learner come to: states, counts, habits, notes."""

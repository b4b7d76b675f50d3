"""From what a learner types to the items that are meant."""

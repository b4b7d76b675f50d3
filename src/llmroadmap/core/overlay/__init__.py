"""The learner's own changes to a roadmap: own items, other estimates, dates, what is muted."""

"""What to study now, and why."""

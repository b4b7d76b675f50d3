"""What can be made again: the compiled roadmap, the fold of the events, the last listing."""

"""Follow a study plan from the terminal: what is next, tick it, see how far you are."""

__version__ = "0.1.0"

# What shells and status bars ask at every prompt, and what shells put before the words at a Tab.
# Both are answered before anything is imported.
PROMPT_LINE = ["status", "--line"]
COMPLETE = ["--complete", "--"]

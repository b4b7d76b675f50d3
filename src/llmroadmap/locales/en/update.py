"""Texts of `update`."""

TEXTS = {
    "help": "update a plan, keeping your ticks",
    "plan_same": ("{n} item is the same", "{n} items are the same"),
    "plan_renamed": ("{n} changed id", "{n} changed id"),
    "plan_retitled": ("{n} changed title", "{n} changed title"),
    "plan_new": ("{n} new", "{n} new"),
    "plan_gone": ("{n} removed", "{n} removed"),
    "plan_new_title": "New:",
    "plan_gone_title": "Removed (your ticks are kept and listed as “earlier”):",
    "plan_at": "The plan: {path}",
    "progress_carried": (
        "Ticks of {n} item were kept.",
        "Ticks of {n} items were kept.",
    ),
    "doubts.split": "it became several steps",
    "doubts.gone": "it is unclear which step it is now",
    "doubts.reused": "its id now stands for something else",
    "doubt_kept": "its progress stays under its own id, under “earlier”",
    "option.source": "the newer version: a file, or - for standard input",
    "option.moved": "a step that became another: OLD=NEW",
    "option.dry_run": "compare only, save nothing",
    "readdressed": "Known by title and place, though the address is new:",
    "own_missing": "Your changes to these wait: the plan does not have them any more: {ids}",
}

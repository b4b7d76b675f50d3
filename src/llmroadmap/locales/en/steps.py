"""What done, start, skip and reopen share."""

TEXTS = {
    "not_counted": "optional, not counted",
    "changed.done": "done",
    "changed.start": "in progress",
    "changed.skip": "skipped",
    "changed.reopen": "open again",
    "already.done": "already done",
    "already.started": "already in progress",
    "already.skipped": "already skipped",
    "already.open": "already open",
    "took": "after {time}",
    "unlocked": "Unlocked: ",
    "stage_finished": "Stage finished.",
}

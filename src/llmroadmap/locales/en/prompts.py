"""What the user is asked."""

TEXTS = {
    "ask_hint": "[y/N]",
    "no_such_number": "A number from 1 to {last}, or Enter to leave it:",
    "question.which-became": "What became of {id} {title}? The first leaves its progress where it is.",
    "question.completion-line": "Add a line to {path}, so that the script is read?",
    "question.pick_this": "Is it this one?",
    "question.pick_item": "Which one?",
    "question.pick_shell": "Which shell?",
    "question.remove-roadmap": "Remove the roadmap {id}? Your progress on it stays.",
    "question.which-step": "Which step?",
    "question.long-sitting": "{id} {title} was started {hours} h ago. Count all of it?",
    "question.count-sitting": "Count {time}?",
    "question.which-habit": "Which habit?",
    "question.done-group": "Tick all {n} open steps of {id} {title}?",
    "question.skip-group": "Skip all {n} open steps of {id} {title}?",
    "question.reopen-group": "Open all {n} steps of {id} {title} again?",
    "question.restore": "Replace what is there now with the copy {name} ({events} events)? What is there is kept.",
    "question.restore_good": "Replace your progress ({now} events) with the copy {name} ({events} events)? Your progress is kept.",
    "question.pick_link": "Which link?",
    "question.undo-other": "Nothing of this machine is left to undo. The last change was {what}, on {device}, {at}. Take it back?",
}

"""Texts of `list`."""

TEXTS = {
    "help": "the steps as a tree",
    "folded": "Folded: {command} shows everything.",
    "nothing_fits": "No steps here match: {what}.",
    "next": "next",
    "required": "required",
    "proof_sign": "has proof; llmroadmap show prints its address",
    "empty": "No step here is {state}.",
    "option.part": "a stage, course or group",
    "option.in": "only steps with material in this language: en, zh; also --lang",
    "option.topic": "only steps on this topic",
    "option.required": "only required steps",
    "option.open": "only what is not done",
    "option.done": "only what is done",
    "option.all": "unfold everything and show muted items",
    "option.tag": "only items with this tag",
    "untimed": (
        "{n} step without an estimate is not among them.",
        "{n} steps without an estimate are not among them.",
    ),
}

"""Texts of `list`."""

TEXTS = {
    "help": "the steps as a tree",
    "folded": "Folded: {command} shows everything.",
    "nothing_fits": "No step here fits: {what}.",
    "next": "next",
    "required": "required",
    "proof_sign": "has proof; llmroadmap show prints its address",
    "empty": "No step here is {state}.",
    "option.part": "a stage, course or group",
    "option.in": "only what has material in this language: en, zh; also --lang",
    "option.topic": "only what is about this topic",
    "option.required": "only what counts: nothing optional",
    "option.open": "only what is not done",
    "option.done": "only what is done",
    "option.all": "unfold everything, and show what is muted",
    "option.tag": "only what has this tag",
}

"""Texts of `list`."""

TEXTS = {
    "help": "the steps as a tree",
    "folded": "Finished groups are folded; {command} shows them.",
    "proof_sign": "has proof; llmroadmap show prints its address",
    "empty": "No step here is {state}.",
    "option.part": "a stage, course or group",
    "option.open": "only what is not done",
    "option.done": "only what is done",
    "option.all": "unfold finished groups too",
    "option.tag": "only what has this tag",
}

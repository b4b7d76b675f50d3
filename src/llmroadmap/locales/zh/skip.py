"""Texts of `skip`."""

TEXTS = {
    "help": "跳过步骤",
    "option.reason": "跳过的原因，会记下来",
}

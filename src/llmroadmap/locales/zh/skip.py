"""Texts of `skip`."""

TEXTS = {
    "help": "跳过用不着的步骤",
    "option.reason": "跳过的原因，会记下来",
}

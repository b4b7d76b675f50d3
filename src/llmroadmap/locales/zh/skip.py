"""Texts of `skip`."""

TEXTS = {
    "option.reason": "跳过的原因，会记下来",
}

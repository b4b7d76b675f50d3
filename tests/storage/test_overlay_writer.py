from llmroadmap.storage.overlay_schema import validate_overlay
from llmroadmap.storage.overlay_writer import edited

BY_HAND = """\
# my file
format: 1   # keep
mute:
  # too easy
  - hf.1
  - 'hf.2'
change:
  hf.3.2: {minutes: 10, due: 2027-01-02}   # before the exam
"""


def test_comments_order_and_quotes_stay() -> None:
    data = edited(BY_HAND.encode(), "llm", ("mute", "hf.4"), True)
    data = edited(data, "llm", ("change", "hf.3.2", "minutes"), 20)
    text = data.decode()
    for kept in ("# my file", "format: 1   # keep", "# too easy", "'hf.2'", "# before the exam"):
        assert kept in text
    overlay = validate_overlay(data)
    assert overlay["mute"] == ["hf.1", "hf.2", "hf.4"]
    assert overlay["change"]["hf.3.2"] == {"minutes": 20, "due": "2027-01-02"}


def test_what_is_taken_out_leaves_nothing_empty() -> None:
    data = BY_HAND.encode()
    for path in (("mute", "hf.1"), ("mute", "hf.2")):
        data = edited(data, "llm", path, None)
    for key in ("minutes", "due"):
        data = edited(data, "llm", ("change", "hf.3.2", key), None)
    assert validate_overlay(data) == {"format": 1}


def test_a_new_file_says_what_it_is_and_titles_survive_as_they_are() -> None:
    titles = ["a: b", "- x", "复习：概率论", "yes", "1.5", "# no", "'quoted'", "x" * 300, "🤗 {a}"]
    data = b""
    for number, title in enumerate(titles):
        own = {"id": f"x{number}", "title": title, "in": "s1", "minutes": 5}
        data = edited(data, "llm", ("add", f"x{number}"), own)
    assert 'roadmap "llm"' in data.decode()
    assert [item["title"] for item in validate_overlay(data)["add"]] == titles

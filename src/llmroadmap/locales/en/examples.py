"""Words in examples that every language says in its own way."""

TEXTS = {
    "attention": "attention",
    "Mon,Wed 20:00 45m; Sat 10:00 2h": "Mon,Wed 20:00 45m; Sat 10:00 2h",
    "batches are padded one by one": "batches are padded one by one",
    "Brush up matrix calculus": "Brush up matrix calculus",
    "collators pad each batch": "collators pad each batch",
    "exam": "exam",
    "holiday": "holiday",
    "know it": "know it",
    "last week": "last week",
    "My own project": "My own project",
    "paper": "paper",
    "Read the GPT-2 code": "Read the GPT-2 code",
    "scaling laws paper": "scaling laws paper",
    "yesterday": "yesterday",
    "30m": "30m",
}

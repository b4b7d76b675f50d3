"""Texts of `show`."""

TEXTS = {
    "spent": "{time} so far",
    "factor": "{kind} steps take you about {factor} × the estimate",
    "help": "everything about one item",
    "links": "Links",
    "links_of": "Links of {id}",
    "needs": "Needs",
    "unlocks": "Unlocks",
    "history": "History",
    "goals": "Goals",
    "tips": "Tips",
    "topics": "Topics",
    "former_link": "formerly {url}",
    "questions": (
        "{n} question to recall it by",
        "{n} questions to recall it by",
    ),
    "questions_later": (
        "{n} question to recall it by, once it is done",
        "{n} questions to recall it by, once it is done",
    ),
    "proofs": "Proof",
    "proof_hint": "Something to show for it? {command}",
}
